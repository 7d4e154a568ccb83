import { isIP } from "node:net";
import type { CheckContext } from "../check.ts";
import { isOnionName } from "./internal-name.ts";

/** Addresses for a host in a URL: itself when it is a literal, else what this machine's own look-up says; empty when nothing. */
export async function ownAddresses({ probes, signal }: CheckContext, host: string): Promise<readonly string[]> {
  const literal = host.replace(/^\[|\]$/g, "");
  if (isOnionName(literal)) return [];
  return isIP(literal) === 0 ? (await probes.systemLookup(literal, { signal })).addresses : [literal];
}
