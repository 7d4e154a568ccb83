import type { RedactedKind, RedactionLevel } from "./field-kinds.ts";

/** What a level does with a kind: leave it, or take it out and mark the place. */
type Rule = "keep" | "out";

/**
 * What each level takes out, and to whom it is addressed.
 *
 * `strict` is for strangers (a forum, a public ticket): neither the person nor the site can be recognised.
 * `standard` is for the site's owner, a provider or a help desk: they must know which address failed, so the site's
 * name, its path, public addresses, certificates and the title of an error page stay; everything about the person,
 * their computer and their own network goes, and so do sign-ins, queries, cookies, tokens and unknown headers.
 */
const LEVEL_RULES: Readonly<Record<RedactedKind, Readonly<Record<"strict" | "standard", Rule>>>> = {
  host: { strict: "out", standard: "keep" },
  "local-host": { strict: "out", standard: "out" },
  "private-address": { strict: "out", standard: "out" },
  "cgnat-address": { strict: "out", standard: "out" },
  "link-local-address": { strict: "out", standard: "out" },
  "public-address": { strict: "out", standard: "keep" },
  "own-public-address": { strict: "out", standard: "out" },
  router: { strict: "out", standard: "out" },
  "sign-in": { strict: "out", standard: "out" },
  path: { strict: "out", standard: "keep" },
  query: { strict: "out", standard: "out" },
  header: { strict: "out", standard: "out" },
  cookie: { strict: "out", standard: "out" },
  token: { strict: "out", standard: "out" },
  page: { strict: "out", standard: "out" },
  text: { strict: "out", standard: "keep" },
  "dns-record": { strict: "out", standard: "out" },
  issuer: { strict: "out", standard: "keep" },
  subject: { strict: "out", standard: "keep" },
  certificate: { strict: "out", standard: "keep" },
  "page-hash": { strict: "out", standard: "keep" },
  mac: { strict: "out", standard: "out" },
  wifi: { strict: "out", standard: "out" },
  user: { strict: "out", standard: "out" },
  machine: { strict: "out", standard: "out" },
  "file-path": { strict: "out", standard: "out" },
  id: { strict: "out", standard: "out" },
  adapter: { strict: "out", standard: "out" },
  setting: { strict: "out", standard: "out" },
  detail: { strict: "out", standard: "out" },
  "file-line": { strict: "out", standard: "out" },
  note: { strict: "keep", standard: "keep" },
  hidden: { strict: "out", standard: "out" },
};

/** A level and what the person changed by hand. */
export interface RedactionChoice {
  readonly level: RedactionLevel;
  /** Whole kinds, against the level's rule. */
  readonly kinds?: Readonly<Partial<Record<RedactedKind, Rule>>>;
  /** Single items by their value, wherever they stand. */
  readonly keep?: readonly string[];
  readonly hide?: readonly string[];
}

/** Does this choice take a kind out? Single items are looked at before. */
export function takesOut(choice: RedactionChoice, kind: RedactedKind): boolean {
  if (choice.level === "none") return choice.kinds?.[kind] === "out";
  return (choice.kinds?.[kind] ?? LEVEL_RULES[kind][choice.level]) === "out";
}
