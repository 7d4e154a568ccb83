import type * as z from "zod";
import { type Item, ItemList } from "./items.ts";
import { KnownSecrets } from "./known-secrets.ts";
import { Ledger, type Random } from "./ledger.ts";
import { REDACTED_KINDS, type RedactedKind } from "./field-kinds.ts";
import { named, removed } from "./marks.ts";
import type { RedactionChoice } from "./policy.ts";
import { Redactor } from "./redactor.ts";
import type { WellKnown } from "./marker.ts";
import { rolesOf } from "./roles.ts";
import { mapStrings } from "./walk.ts";

/** What {@link redact} needs. */
export interface RedactionOrder {
  readonly schema: z.core.$ZodType;
  readonly choice: RedactionChoice;
  readonly wellKnown: WellKnown;
  readonly random: Random;
  /** Pseudonyms of an earlier redaction of the same report. */
  readonly earlier: readonly { readonly name: string }[];
}

/** A redacted copy and what was done to it. */
export interface Redacted {
  readonly value: unknown;
  readonly series: string;
  readonly counts: Partial<Record<RedactedKind, number>>;
  readonly legend: { name: string; kind: RedactedKind; count: number }[];
  /** Everything private that was met, what stays included. For the person at this computer only. */
  readonly items: readonly Item[];
}

/** Things of which a report usually has one: no number then. */
const ALONE = new Set(["lan-router", "router", "user", "machine", "own-public-address", "wifi"]);

/** Letters that cannot be mistaken for one another. */
const SERIES_LETTERS = "acdefhjkmnprtvwxy";

/**
 * Takes what is private out of a report. Works field by field along the schema, in three looks: who is who (routers,
 * own addresses, the site), what will be taken out (so that names can be drawn and kept texts checked), and the
 * writing. Everything that compares values must be done before: afterwards equal things carry equal names, and nothing
 * more is known of them.
 */
export function redact(report: unknown, order: RedactionOrder): Redacted {
  const { schema, choice, wellKnown, random } = order;
  const ledger = new Ledger();
  const parts = {
    choice,
    wellKnown,
    roles: rolesOf(schema, report),
    ledger,
    secrets: new KnownSecrets(),
    items: new ItemList(),
    earlier: earlierMarks(order.earlier),
  };
  mapStrings(schema, report, new Redactor({ ...parts, pass: "announce" }));
  ledger.draw(random, ALONE);
  const value = mapStrings(schema, report, new Redactor({ ...parts, pass: "write" }));
  const series = Array.from({ length: 4 }, () => SERIES_LETTERS[Math.floor(random() * SERIES_LETTERS.length)]).join("");
  return { value, series, counts: ledger.counts(), legend: ledger.legend(), items: parts.items.all() };
}

function earlierMarks(earlier: RedactionOrder["earlier"]): ReadonlySet<string> {
  return new Set([...earlier.map(({ name }) => named(name)), ...REDACTED_KINDS.map((kind) => removed(kind))]);
}
