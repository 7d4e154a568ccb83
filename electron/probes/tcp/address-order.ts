import { familyOf } from "../probes.ts";

/**
 * Most addresses of one name that are tried. Large sites answer with up to 13 (what fitted a 512-octet DNS message) in
 * each family over time; beyond this a name list is a mistake or an attack, and every try is a packet to somebody.
 */
export const MAX_ADDRESSES = 16;

/**
 * The addresses in the order of RFC 8305, section 4: doubles out, the given order kept inside a family, families in
 * turns, beginning with the family of the first one (the system sorted them by RFC 6724). At most
 * {@link MAX_ADDRESSES}, so that a long list of one family cannot push the other one out.
 */
export function interleaved(addresses: readonly string[]): readonly string[] {
  const unique = [...new Set(addresses)];
  const [first] = unique;
  if (first === undefined) return [];
  const leading = unique.filter((address) => familyOf(address) === familyOf(first));
  const other = unique.filter((address) => familyOf(address) !== familyOf(first));
  const order = Array.from({ length: Math.max(leading.length, other.length) }, (_, at) => [leading[at], other[at]]);
  return order
    .flat()
    .filter((address) => address !== undefined)
    .slice(0, MAX_ADDRESSES);
}
