/** One resolver as measured. */
export interface BenchRow {
  /** `current`, or a public resolver's id with its transport, e.g. `cloudflare-udp`. */
  readonly id: string;
  /** The operator's name; the address for the current one. */
  readonly name: string;
  readonly transport: "udp" | "doh";
  /** `address:port` or URL. */
  readonly server: string;
  /** The resolver in use now. */
  readonly current: boolean;
  /** Queries counted (the warm-up is not). */
  readonly asked: number;
  /** Queries with an answer, "no such name" included. */
  readonly answered: number;
  /** Median of the answered ones, ms; null without any. */
  readonly medianMs: number | null;
  /** First and third quartile, ms; null with fewer than four answers. */
  readonly quartilesMs: readonly [number, number] | null;
  /** Says "no such name" for a name that cannot exist; null when it did not answer. */
  readonly honest: boolean | null;
}

/** How one resolver compares with the current one, from the names that both answered. */
export interface BenchDuel {
  readonly id: string;
  readonly pairs: number;
  /** Median of the differences, ms; positive: faster than the current one. */
  readonly gainMs: number;
  /** The gain as a share of the current one's median, 0 to 1. */
  readonly gainShare: number;
  /** Of the sign-flip permutation test, after Holm's correction for several candidates. */
  readonly p: number;
}

/**
 * `switch`: another one is surely and noticeably faster. `keep`: no meaningful difference. `unreliable`: the current
 * one fails too often to be compared; `best` is the quickest reliable other one, or null. `no-current`: nothing is set
 * that could be measured. `too-few`: too few answers to judge by.
 */
export type BenchVerdict =
  | {
      readonly kind: "switch";
      readonly to: string;
      readonly gainMs: number;
      readonly gainShare: number;
      readonly p: number;
    }
  | { readonly kind: "keep" }
  | { readonly kind: "unreliable"; readonly best: string | null }
  | { readonly kind: "no-current" }
  | { readonly kind: "too-few" };

/** A whole benchmark; JSON-safe. */
export interface BenchReport {
  readonly names: readonly string[];
  readonly samples: number;
  readonly rows: readonly BenchRow[];
  readonly duels: readonly BenchDuel[];
  readonly verdict: BenchVerdict;
}
