import type { RedactedKind } from "./field-kinds.ts";

/** Endings of names that only mean something inside one network (RFC 6762, 8375, 2606 and ICANN's list of collisions). */
const LOCAL_ENDINGS = [
  ".local",
  ".localdomain",
  ".lan",
  ".home",
  ".home.arpa",
  ".internal",
  ".intranet",
  ".corp",
  ".private",
  ".box",
  ".fritz.box",
];

/** Words that stand where a host could, and name none. */
const BARE_WORDS = new Set(["localhost", "direct", "bypassed", "<local>", "v4", "v6", "*"]);

/** A made-up name of ours (`gg-` and 12 random letters), which leads nowhere on purpose. */
const MADE_UP = /^gg-[a-z]{12}\./u;

/** One spelling per name: lower case, no final dot. */
export function canonicalHost(text: string): string {
  const lower = text.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

/** Kind and the name its pseudonym starts with; null for a word that is no host. */
export function hostKind(host: string, local: boolean): { kind: RedactedKind; base: string } | null {
  // Names under .invalid (RFC 2606) lead nowhere and are nobody's.
  if (BARE_WORDS.has(host) || host === "" || host.endsWith(".invalid")) return null;
  if (MADE_UP.test(host)) return { kind: "host", base: "made-up-name" };
  const inside = local || !host.includes(".") || LOCAL_ENDINGS.some((ending) => host.endsWith(ending));
  return inside ? { kind: "local-host", base: "local-host" } : { kind: "host", base: "host" };
}
