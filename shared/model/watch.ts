/**
 * What a watch knows of its site. `new`: nothing settled yet. `suspect`: fine until a moment ago. `recovering`: down
 * until a moment ago. `flapping`: comes and goes, so neither is said.
 */
export const WATCH_STATES = ["new", "up", "suspect", "down", "recovering", "flapping"] as const;

/** One of {@link WATCH_STATES}. */
export type WatchState = (typeof WATCH_STATES)[number];

/** What one look saw of the site. The words live under `watch.look.CODE`. */
export const LOOK_CODES = [
  "good",
  // A good status, but not the page that was there before, or one that says itself that it is none.
  "other-page",
  "error-in-page",
  "maintenance",
  "parked",
  // Complete answers that are not good.
  "gateway-error",
  "gateway-timeout",
  "overloaded",
  "edge-error",
  "origin-error",
  "access-denied",
  "rate-limited",
  "not-found",
  "other-http-error",
  "bad-redirect",
  // No complete answer.
  "dns-failed",
  "connect-refused",
  "connect-timeout",
  "connect-unreachable",
  "connect-prohibited",
  "connect-failed",
  "tls-failed",
  "proxy-connect-failed",
  "proxy-tunnel-refused",
  "empty-reply",
  "reset",
  "headers-timeout",
  "body-timeout",
  "cut-short",
  "not-http",
  "bad-encoding",
  "error",
] as const;

/** One of {@link LOOK_CODES}. */
export type LookCode = (typeof LOOK_CODES)[number];

/** Why a watch waits: something near the person is broken, which says nothing about the site. */
export const NEAR_FAULTS = ["no-link", "no-route", "no-internet", "portal", "resolver", "proxy"] as const;

/** One of {@link NEAR_FAULTS}. */
export type NearFault = (typeof NEAR_FAULTS)[number];

/** One look, kept. */
export interface WatchLook {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly code: LookCode;
  /** Null without an answer. */
  readonly status: number | null;
  readonly ms: number;
}

/**
 * Something worth telling. `works`: it answered well from the first look on. `back`: it was down and three looks in a
 * row were fine. `other-page`: it answers steadily again, with another page than before.
 */
export const WATCH_NEWS = ["works", "down", "back", "other-page", "flapping"] as const;

/** One of {@link WATCH_NEWS}. */
export type WatchNewsKind = (typeof WATCH_NEWS)[number];

/** One piece of news. Times are ISO 8601, UTC. */
export interface WatchNews {
  readonly kind: WatchNewsKind;
  readonly at: string;
  /** When it went down, as far as seen; null when it was not down. */
  readonly downSince: string | null;
  /** The first good answer of those that made it `back`, `works` or `other-page`; else null. */
  readonly firstGoodAt: string | null;
}

/** Why a watch has ended. `interrupted`: its program went away without a word. */
export const WATCH_ENDS = ["back", "stopped", "interrupted"] as const;

/** One watch, as faces show it. Times are ISO 8601, UTC. */
export interface WatchView {
  readonly id: string;
  readonly url: string;
  readonly displayHost: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly end: (typeof WATCH_ENDS)[number] | null;
  readonly state: WatchState;
  /** Since when it has been in this state. */
  readonly since: string;
  readonly downSince: string | null;
  /** Oldest first; only the newest are kept. */
  readonly looks: readonly WatchLook[];
  /** Of all looks since the beginning, those that are not kept any more included. */
  readonly total: { readonly looks: number; readonly good: number };
  /** Newest last. */
  readonly news: readonly WatchNews[];
  /** When it looks next; null when it does not (ended). */
  readonly nextAt: string | null;
  /** The site asked to be left alone until then; null when it did not or the time is over. */
  readonly retryAfterUntil: string | null;
  /** It waits because of this computer or its network; null when it does not. */
  readonly held: { readonly why: NearFault; readonly since: string } | null;
  /** Goes on when the site is back. */
  readonly keepOn: boolean;
  /** Contacts only the site and the machine's own resolver. */
  readonly privateMode: boolean;
  /** Another GoodGateway of this person (a terminal, the window) does the looking. */
  readonly elsewhere: boolean;
}

/** Whether watching goes on when the window is closed; `ask`: nobody has said yet. */
export const WATCH_BACKGROUND = ["ask", "yes", "no"] as const;

/** One of {@link WATCH_BACKGROUND}. */
export type WatchBackground = (typeof WATCH_BACKGROUND)[number];

/** All watches. */
export interface Watches {
  /** Running ones first, newest first. */
  readonly watches: readonly WatchView[];
  readonly background: WatchBackground;
}

/** What changed; each brings the whole of what it is about. */
export type WatchEvent =
  | { readonly kind: "changed"; readonly watch: WatchView; readonly news: WatchNews | null }
  | { readonly kind: "removed"; readonly id: string }
  | { readonly kind: "background"; readonly background: WatchBackground }
  /** The person asked for the watches outside the window (notification, tray). Null: no one of them. */
  | { readonly kind: "show"; readonly id: string | null };
