/** Stages of a network coming back, in the order in which they can. */
export const RESTART_STAGES = ["link", "router", "provider", "dns", "site"] as const;

/** One of {@link RESTART_STAGES}: this computer's connection, the router, the way out, names, the site. */
export type RestartStage = (typeof RESTART_STAGES)[number];

/** What one look saw of a stage. `not-asked`: what comes before it is missing, or it was not its turn; never "no". */
export type Seen = "up" | "down" | "not-asked";

/** One look at the network. */
export interface NetworkLook {
  /** Milliseconds on a clock that only goes forward. */
  readonly atMs: number;
  readonly seen: Readonly<Record<RestartStage, Seen>>;
  /** The router that this computer uses at this moment; null when it has none. */
  readonly router: string | null;
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
