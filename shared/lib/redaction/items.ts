import type { RedactedKind } from "./field-kinds.ts";

/** One private thing of a report: what it is, and what became of it. */
export interface Item {
  /** One spelling for all places. */
  readonly canonical: string;
  /** As it stands at its first place. */
  readonly value: string;
  readonly kind: RedactedKind;
  /** What stands in its place; empty when it stays. */
  readonly mark: string;
  readonly count: number;
}

/** Everything private that a redaction came across, for the person who decides about it; never part of a report. */
export class ItemList {
  readonly #items = new Map<string, Item>();

  /** One place. `mark` is empty where the value stays. */
  note(canonical: string, place: Pick<Item, "value" | "kind" | "mark">): void {
    const before = this.#items.get(canonical);
    if (before === undefined) this.#items.set(canonical, { canonical, ...place, count: 1 });
    else this.#items.set(canonical, { ...before, mark: before.mark || place.mark, count: before.count + 1 });
  }

  /** In the order of the report. */
  all(): readonly Item[] {
    return [...this.#items.values()];
  }
}
