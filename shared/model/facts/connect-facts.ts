/** IP family of an address. */
export type Family = "v4" | "v6";

/**
 * How a TCP connect ended. `prohibited`: this machine itself refused at once (EACCES/EPERM, a local firewall or policy
 * route). `unreachable`: a router or this machine said there is no way (EHOSTUNREACH, ENETUNREACH, EINVAL).
 */
export const CONNECT_OUTCOMES = [
  "connected",
  "refused",
  "reset",
  "timeout",
  "unreachable",
  "prohibited",
  "cancelled",
  "error",
] as const;

/** One of {@link CONNECT_OUTCOMES}. */
export type ConnectOutcome = (typeof CONNECT_OUTCOMES)[number];

/** One TCP connect. */
export interface ConnectObservation {
  /** IP literal without brackets. */
  readonly address: string;
  readonly family: Family;
  readonly port: number;
  readonly outcome: ConnectOutcome;
  /** The system's error name (e.g. ECONNREFUSED); null when connected or ours (time-out, cancel). */
  readonly errno: string | null;
  /** Milliseconds until the outcome. */
  readonly ms: number;
}
