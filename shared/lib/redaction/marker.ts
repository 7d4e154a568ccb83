import type { RedactedKind } from "./field-kinds.ts";
import type { ItemList } from "./items.ts";
import type { KnownSecrets } from "./known-secrets.ts";
import type { Ledger } from "./ledger.ts";
import { removed } from "./marks.ts";
import { takesOut, type RedactionChoice } from "./policy.ts";
import type { Roles } from "./roles.ts";

/** Names and addresses that everybody uses and that a reader needs: public resolvers, connectivity checks. */
export interface WellKnown {
  readonly hosts: ReadonlySet<string>;
  /** In canonical spelling. */
  readonly addresses: ReadonlySet<string>;
}

/** What one pass over a report works with. */
export interface RedactorParts {
  readonly choice: RedactionChoice;
  readonly wellKnown: WellKnown;
  readonly roles: Roles;
  readonly ledger: Ledger;
  readonly secrets: KnownSecrets;
  /** Gets everything private, once per place, while the marks are put in place. */
  readonly items: ItemList;
  /** Marks that stand in the report already, from an earlier redaction. */
  readonly earlier: ReadonlySet<string>;
  /** `announce`: only note what will be taken out. `write`: put the marks in place. */
  readonly pass: "announce" | "write";
}

/** Puts a name or a mark in the place of one value, in both passes over a report. */
export class Marker {
  readonly #parts: RedactorParts;

  constructor(parts: RedactorParts) {
    this.#parts = parts;
  }

  /** Replaces a value by its name; `base` null only marks the kind. */
  out(value: string, kind: RedactedKind, base: string | null, canonical = value): string {
    const { ledger, secrets, pass, earlier, items } = this.#parts;
    if (value === "" || earlier.has(value)) return value;
    const taken = this.#takesOut(value, canonical, kind);
    if (pass === "announce") {
      if (!taken) return value;
      secrets.add(value);
      secrets.add(canonical);
      if (base !== null) ledger.announce(canonical, kind, base);
      return value;
    }
    const mark = taken ? this.#markOf(canonical, kind, base) : "";
    items.note(canonical, { value, kind, mark });
    return taken ? mark : value;
  }

  #markOf(canonical: string, kind: RedactedKind, base: string | null): string {
    const { ledger } = this.#parts;
    const name = base === null ? null : ledger.use(canonical);
    if (name !== null) return name;
    ledger.count(kind);
    return removed(kind);
  }

  /** A single item chosen by hand comes before its kind. */
  #takesOut(value: string, canonical: string, kind: RedactedKind): boolean {
    const { choice } = this.#parts;
    const among = (items: readonly string[] = []): boolean => items.includes(value) || items.includes(canonical);
    return !among(choice.keep) && (among(choice.hide) || takesOut(choice, kind));
  }

  /** Taken out without a name; where the level keeps the kind, a text still must not hold what was taken out elsewhere. */
  gone(text: string, kind: RedactedKind): string {
    if (text === "") return text;
    const shown = this.out(text, kind, null);
    return shown === text ? this.guarded(text, kind) : shown;
  }

  /** A text that stays unless it holds something that was taken out elsewhere. */
  guarded(text: string, kind: RedactedKind): string {
    const { choice, pass, secrets, ledger } = this.#parts;
    if (choice.level === "none" || pass === "announce" || !secrets.heldBy(text)) return text;
    ledger.count(kind);
    return removed(kind);
  }
}
