import { isZonedLiteral } from "../readings/zoned-address.ts";
import type { ConfiguredResolver } from "../machine.ts";

/** glibc reads no more than this many (resolv.h, MAXNS); the rest are never asked. */
const MAX_NAMESERVERS = 3;

/**
 * The servers of a resolv.conf, as far as glibc uses them. The keyword stands at the start of its line; what follows
 * the address (comments too) is ignored, and so is what is no address.
 */
export function parseResolvConf(text: string, upstream = false): readonly ConfiguredResolver[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((line) => {
      const written = /^nameserver[ \t]+([^\s#;]+)/.exec(line)?.[1];
      if (written === undefined || !isZonedLiteral(written)) return [];
      const zone = /%(.+)$/.exec(written)?.[1] ?? null;
      return [{ address: written, port: 53, interfaceName: zone, upstream }];
    })
    .slice(0, MAX_NAMESERVERS);
}
