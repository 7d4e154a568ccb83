import type { Comparison } from "./comparison.ts";
import type { DnsCondition } from "./dns-condition.ts";

/** What a flush of this computer's name caches did. */
export interface FlushResult {
  /** `partly`: some caches are empty, others need the administrator. `nothing-to-flush`: this system keeps no cache. */
  readonly outcome: "flushed" | "partly" | "nothing-to-flush" | "needs-admin" | "failed";
  /** Every flushed cache was seen to be empty; null where the system does not tell. */
  readonly proved: boolean | null;
  /** Each cache by its technical name. */
  readonly caches: readonly {
    readonly cache: string;
    readonly outcome: "flushed" | "failed" | "needs-admin";
    readonly proved: boolean | null;
  }[];
}

/** Steps of the one-click fix, in order. */
export const ONE_CLICK_STEPS = ["look", "flush", "host-cache", "conditions", "candidates", "switch", "keep"] as const;

/** One of {@link ONE_CLICK_STEPS}. */
export type OneClickStep = (typeof ONE_CLICK_STEPS)[number];

/** A public service tried for the switch, without changing anything yet. */
export interface DnsCandidate {
  readonly id: string;
  /** What would be written, v4 and v6. */
  readonly servers: readonly string[];
  /** It leads to an address that works; false: it would not help; null: not seen. */
  readonly helps: boolean | null;
  /** Median time of its answers, ms; null without one. */
  readonly medianMs: number | null;
  /** What was seen, for those who want it. */
  readonly seen: string;
}

/** What the one-click fix tried, in order; only what really ran. */
export interface OneClickTrace {
  readonly flush: FlushResult | null;
  readonly hostCacheCleared: boolean | null;
  readonly candidates: readonly DnsCandidate[];
  /** The last comparison made; null when there was none. */
  readonly comparison: Comparison | null;
}

/**
 * How the one-click fix ended. `not-needed`: it works. `no-name`: the address has no name to look up. `mended`: it works
 * now, through `by`; a switch is kept. `recovered`: it works now, and not because of us; nothing of ours stays.
 * `would-not-help`: no other DNS server leads to a working page, so nothing was switched. `held-back`: guard conditions.
 * `unclear`: not measured well enough to act.
 */
export type OneClickEnd =
  | { readonly kind: "not-needed" }
  | { readonly kind: "no-name" }
  | { readonly kind: "mended"; readonly by: "flush" | "host-cache" }
  | { readonly kind: "mended"; readonly by: "switch"; readonly candidate: string; readonly changeId: string }
  | { readonly kind: "recovered" }
  | { readonly kind: "would-not-help" }
  | { readonly kind: "held-back"; readonly conditions: readonly DnsCondition[] }
  | { readonly kind: "declined" }
  | { readonly kind: "unclear" }
  /** Nothing changed; `code` is one of the failure codes of the DNS back end. */
  | { readonly kind: "failed"; readonly code: string; readonly detail: string }
  /** Everything is as before, unless `restored` says `not-restored` or `theirs`. */
  | {
      readonly kind: "rolled-back";
      readonly because: string;
      readonly restored: "restored" | "nothing-to-do" | "theirs" | "not-restored";
    };

/** The one-click fix, told whole. */
export interface OneClickResult {
  readonly end: OneClickEnd;
  readonly trace: OneClickTrace;
}
