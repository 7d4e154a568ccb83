import type { GatewayClassification } from "../gateway.ts";
import type { Family } from "./connect-facts.ts";
import type { TlsObservation } from "./tls-facts.ts";

/** How one HTTP exchange ended. Everything but `response` means that no complete answer came. */
export const HTTP_OUTCOMES = [
  "response",
  "dns-failed",
  "connect-refused",
  "connect-timeout",
  "connect-unreachable",
  "connect-prohibited",
  "connect-failed",
  "tls-failed",
  "proxy-connect-failed", // could not reach the proxy
  "proxy-tunnel-refused", // the proxy answered CONNECT with a status other than 2xx
  "empty-reply", // closed without a byte
  "reset", // reset before or during the answer
  "headers-timeout",
  "body-timeout",
  "cut-short", // fewer bytes than promised
  "not-http",
  "bad-encoding", // broken compression or chunking
  "cancelled",
  "error",
] as const;

/** One of {@link HTTP_OUTCOMES}. */
export type HttpOutcome = (typeof HTTP_OUTCOMES)[number];

/** Milliseconds from the start of the exchange to the end of each phase; null when the phase did not happen. */
export interface HttpTimings {
  readonly lookup: number | null;
  readonly connect: number | null;
  readonly tls: number | null;
  /** First byte of the answer's head. */
  readonly firstByte: number | null;
  readonly total: number;
}

/** One request and what came of it. */
export interface HttpExchange {
  readonly method: "GET" | "HEAD";
  /** Without credentials. */
  readonly url: string;
  readonly outcome: HttpOutcome;
  /** Peer address of the site (not of the proxy); null when never connected or through a proxy. */
  readonly address: string | null;
  readonly family: Family | null;
  /** `host:port` of the proxy it went through; null when direct. */
  readonly proxy: string | null;
  readonly httpVersion: "1.0" | "1.1" | "2" | null;
  /** Status of the answer; of the proxy's CONNECT reply for `proxy-tunnel-refused`. Null without a head. */
  readonly status: number | null;
  readonly statusText: string;
  /** Names in lower case, in the order received, duplicates kept. Never holds set-cookie values (they are blanked). */
  readonly headers: readonly (readonly [string, string])[];
  /** Start of the decoded body as text, at most {@link BODY_SAMPLE_LIMIT} characters. */
  readonly bodySample: string;
  /** Decoded bytes read. */
  readonly bodyBytes: number;
  /** True when reading stopped at the size limit. */
  readonly bodyTruncated: boolean;
  /** SHA-256 (hex, first 16 digits) of the body read: tells whether two answers are the same. */
  readonly bodyHash: string | null;
  readonly tls: TlsObservation | null;
  readonly timings: HttpTimings;
  readonly errno: string | null;
}

/** Characters of a body kept in the check-up: enough for any gateway's own page, small enough to read. */
export const BODY_SAMPLE_LIMIT = 16_384;

/** Why following redirects ended. */
export type RedirectEnd = "final" | "loop" | "too-many" | "to-private" | "bad-location" | "not-followed";

/** `http`: the main request, redirects included. */
export interface HttpFacts {
  /** In order; the last is the final one. At most 11. */
  readonly chain: readonly HttpExchange[];
  readonly redirects: RedirectEnd;
  /** Who made the final answer; null when it is fine or there is none. */
  readonly gateway: GatewayClassification | null;
  /** True when the address was given without a scheme and https failed, so that http was asked. */
  readonly fellBackToHttp: boolean;
}

/** What one retry varied. */
export type Varied = "none" | "address" | "family" | "path" | "cache" | "resolver" | "proxy";

/** One discriminating retry. */
export interface RepeatExchange {
  readonly varied: Varied;
  /** What it was set to: an address, a family, a path, `bypassed`... Empty for `none`. */
  readonly value: string;
  readonly exchange: HttpExchange;
  readonly gateway: GatewayClassification | null;
}

/** `repeat`: at most 6 further polite requests. */
export interface RepeatFacts {
  readonly attempts: readonly RepeatExchange[];
  /** Milliseconds between the spaced requests. */
  readonly spacingMs: number;
}
