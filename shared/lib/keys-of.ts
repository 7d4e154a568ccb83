/** The keys of a closed record, typed. Only for records whose type lists every key (no index signatures). */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  // Object.keys is typed for open objects; the callers' records are closed literals.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.keys(record) as Key[];
}
