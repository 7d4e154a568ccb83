import type { RedactedKind } from "./field-kinds.ts";
import { named } from "./marks.ts";

/** A source of chance: a number in [0, 1). The program gives the system's; tests give a fixed one. */
export type Random = () => number;

interface Entry {
  readonly kind: RedactedKind;
  readonly base: string;
  name: string;
  count: number;
}

/**
 * The pseudonyms of one report: equal values get equal names, and which value gets which number is drawn afresh for
 * every report, so that two reports cannot be joined. The table lives only while a report is made.
 */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #counts = new Map<RedactedKind, number>();

  /** Announces a value before any name is drawn. The first kind wins. */
  announce(value: string, kind: RedactedKind, base: string): void {
    if (!this.#entries.has(value)) this.#entries.set(value, { kind, base, name: "", count: 0 });
  }

  /** Draws the numbers. A base with a single value gets no number if it stands for one thing (lan-router, user). */
  draw(random: Random, alone: ReadonlySet<string>): void {
    const groups = new Map<string, Entry[]>();
    for (const entry of this.#entries.values()) groups.set(entry.base, [...(groups.get(entry.base) ?? []), entry]);
    for (const [base, entries] of groups) {
      const numbers = shuffled(entries.length, random);
      entries.forEach((entry, index) => {
        entry.name = alone.has(base) && entries.length === 1 ? base : `${base}-${numbers[index] ?? index + 1}`;
      });
    }
  }

  /** The mark that stands for a value, counted; null when it was never announced. */
  use(value: string): string | null {
    const entry = this.#entries.get(value);
    if (entry === undefined) return null;
    entry.count += 1;
    this.count(entry.kind);
    return named(entry.name);
  }

  /** Counts something that was taken out without a name. */
  count(kind: RedactedKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Places replaced, by kind. */
  counts(): Partial<Record<RedactedKind, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** Every name that was used, in the order of kinds and numbers. */
  legend(): { name: string; kind: RedactedKind; count: number }[] {
    return [...this.#entries.values()]
      .filter(({ count }) => count > 0)
      .map(({ name, kind, count }) => ({ name, kind, count }))
      .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  }
}

/** The numbers 1 to n in a random order (Fisher and Yates). */
function shuffled(n: number, random: Random): number[] {
  const numbers = Array.from({ length: n }, (_, index) => index + 1);
  for (let last = n - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = moved;
  }
  return numbers;
}
