/** Stages of a network coming back, in the order in which they can. */
export const RESTART_STAGES = ["link", "router", "provider", "dns", "site"] as const;

/** One of {@link RESTART_STAGES}: this computer's connection, the router, the way out, names, the site. */
export type RestartStage = (typeof RESTART_STAGES)[number];

/** What one look saw of a stage. `not-asked`: what comes before it is missing, or it was not its turn; never "no". */
export type Seen = "up" | "down" | "not-asked";

/** One look at the network. */
export interface NetworkLook {
  /** Milliseconds on a clock that only goes forward, counted from 1970 as those on the wall are. */
  readonly atMs: number;
  readonly seen: Readonly<Record<RestartStage, Seen>>;
  /** The router that this computer uses at this moment; null when it has none. */
  readonly router: string | null;
  /** The interface that was asked about; empty when none was found. */
  readonly interfaceName: string;
  /** The router answers nothing, and shows only in the neighbour table. */
  readonly quiet: boolean;
  /**
   * What this computer itself knows of its address on the internet: a public IPv4 address of its own, or the public
   * IPv6 prefix (the rest changes by itself, RFC 8981). Null behind address translation without IPv6.
   */
  readonly outside: string | null;
}

/** A time without an answer, as far as looks can tell: from the first look without to the first with one. */
export interface Gap {
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
  readonly looks: number;
}

/** Where a restart is. */
export type RestartPhase =
  /** How it was before is not known yet. */
  | "looking"
  /** The person is to pull the plug. */
  | "waiting-for-gap"
  /** The router (or the way out) is gone: plug in again. */
  | "gone"
  /** Something is back, not all. */
  | "returning"
  | "back"
  /** Nobody switched anything off, as far as could be seen. */
  | "no-gap"
  /** It was gone, and something is missing still. */
  | "not-back"
  /** This computer is in another network now and stayed there. */
  | "elsewhere";

/** What shows that it really restarted. */
export type RestartProof =
  /** The router did not answer, then did. */
  | { readonly kind: "gap"; readonly seconds: number }
  /** The router answered all the time; the way out did not, then did. */
  | { readonly kind: "modem-gap"; readonly seconds: number }
  /** It did not answer before either: that it does now is all there is, and no proof of a restart. */
  | { readonly kind: "was-down"; readonly stage: "router" | "provider" }
  | { readonly kind: "none" };

/** Everything known of one restart. Plain data: what the window shows. */
export interface RestartState {
  readonly phase: RestartPhase;
  readonly startedMs: number;
  readonly lastMs: number;
  /** When the person said that the plug is out; null while they did not. */
  readonly pulledMs: number | null;
  /** The stages that can be asked about here; the others hold nothing up. */
  readonly watched: readonly RestartStage[];
  /** The first look: how it was before. Null until there was one. */
  readonly before: NetworkLook | null;
  /** The newest address on the internet that this computer knew. */
  readonly outside: string | null;
  /** What each stage is now, in words of the last look that could tell. */
  readonly now: Readonly<Record<RestartStage, Seen>>;
  /** When a stage came back after the gap; null while it is not back. */
  readonly backAtMs: Readonly<Record<RestartStage, number | null>>;
  /** Without an answer of the router, and of the way out while the router answered. */
  readonly routerGap: Gap | null;
  readonly modemGap: Gap | null;
  /** Since when this computer is in another network; null when it is in its own. */
  readonly elsewhereMs: number | null;
  /** The router of that other network; null likewise. */
  readonly elsewhere: string | null;
}
