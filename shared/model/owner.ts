import type { HttpExchange } from "./facts/http-facts.ts";
import type { DnsOutcome } from "./facts/dns-facts.ts";
import type { GatewayClassification } from "./gateway.ts";

/**
 * What one request through the gateway and one straight to the origin say together.
 * - `both-fine`: nothing is wrong now.
 * - `gateway`: the origin answers well, the way through the gateway does not.
 * - `origin`: the origin fails by itself; the gateway only passes it on or reports it.
 * - `origin-silent`: the origin does not let us in (refused, no answer): down, a wrong address, or a firewall that lets
 *   only the gateway in. Which one is not seen from here.
 * - `origin-certificate`: no request could be sent, since the origin's certificate does not hold for a visitor.
 * - `origin-differs`: through the gateway all is fine (perhaps from its cache), the origin itself fails.
 * - `same-machine`: the address given is the one that visitors get: nothing was bypassed.
 */
const BYPASS_RESULTS = [
  "both-fine",
  "gateway",
  "origin",
  "origin-silent",
  "origin-certificate",
  "origin-differs",
  "same-machine",
] as const;

/** One of {@link BYPASS_RESULTS}. */
export type BypassResult = (typeof BYPASS_RESULTS)[number];

/** Two certificates side by side. `one-missing`: at least one way showed none (plain http, or no connection). */
export type CertificateComparison = "same" | "differ" | "one-missing";

/** One way to the site and what came of it. */
export interface OwnerWay {
  readonly exchange: HttpExchange;
  /** Who made the answer; null when none came. */
  readonly gateway: GatewayClassification | null;
}

/** The site through its gateway and past it. */
export interface Bypass {
  readonly result: BypassResult;
  readonly through: OwnerWay;
  readonly direct: OwnerWay;
  readonly certificates: CertificateComparison;
}

/** What one public resolver says of the name. */
export interface PropagationRow {
  /** Name of the operator, and the server that was asked. */
  readonly operator: string;
  readonly server: string;
  /** Of the A question; the AAAA question adds its addresses. */
  readonly outcome: DnsOutcome;
  /** Sorted; empty when there are none. */
  readonly addresses: readonly string[];
  /** Seconds until this resolver asks again, the shortest of its records; null without one. */
  readonly ttl: number | null;
  /** False: it gives other addresses than most of the others. */
  readonly agrees: boolean;
}

/** The name over the public resolvers. */
export interface Propagation {
  readonly rows: readonly PropagationRow[];
  /** Null: fewer than two answered, so nothing can be compared. */
  readonly agree: boolean | null;
  /** Seconds after which all of them have asked again; null when nobody gave a time. */
  readonly settledInSeconds: number | null;
}

/** What the owner's page found. */
export interface OwnerReport {
  readonly url: string;
  readonly host: string;
  /** As `address:port`; null when none was given. */
  readonly origin: string | null;
  /** Null when no origin was given. */
  readonly bypass: Bypass | null;
  /** Null for an address instead of a name, and where no public resolver may be asked. */
  readonly propagation: Propagation | null;
  /** What to look at, the most fitting first: ids of `owner.hint`. */
  readonly hints: readonly OwnerHint[];
}

/** What to look at on the site's side. */
export const OWNER_HINTS = [
  "origin-firewall",
  "origin-certificate",
  "origin-running",
  "cloudflare",
  "cloudfront",
  "cdn-pause",
  "nginx-upstream",
  "php-fpm",
  "apache-proxy",
  "iis",
  "app-server",
  "kubernetes",
  "load-balancer",
  "hosting-limits",
  "plugin",
  "timeouts",
  "server-firewall",
  "dns-wait",
  "maintenance-503",
  "logs",
] as const;

/** One of {@link OWNER_HINTS}. */
export type OwnerHint = (typeof OWNER_HINTS)[number];
