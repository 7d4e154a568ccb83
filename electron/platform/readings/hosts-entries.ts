import { isZonedLiteral } from "./zoned-address.ts";

/** One entry of the hosts file. */
export interface HostsEntry {
  /** Address as written; may be one that blocks on purpose (0.0.0.0, 127.0.0.1, ::). */
  readonly address: string;
  /** The name as written in the file. */
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The entries of a hosts file that name the host, in the file's order (the first of a family wins). Comments, case, a
 * last dot, tabs, a byte order mark and Windows line ends do not matter. Lines without an address are none.
 */
export function hostsEntriesFor(text: string, host: string): readonly HostsEntry[] {
  const wanted = plainName(host);
  if (wanted === "") return [];
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => {
      const [address, ...names] = line.replace(/#.*$/, "").trim().split(/\s+/);
      if (address === undefined || !isZonedLiteral(address)) return [];
      return names
        .filter((name) => plainName(name) === wanted)
        .slice(0, 1)
        .map((name) => ({ address, name, line: index + 1 }));
    });
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
