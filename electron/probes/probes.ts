import type { ConnectObservation, Family } from "../../shared/model/facts/connect-facts.ts";
import type { DnsObservation, SystemLookupObservation } from "../../shared/model/facts/dns-facts.ts";
import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import type { TlsObservation } from "../../shared/model/facts/tls-facts.ts";

/** A place to send a DNS query to. */
export type DnsServer =
  | { readonly transport: "udp" | "tcp"; readonly address: string; readonly port: number }
  | { readonly transport: "dot"; readonly address: string; readonly port: number; readonly tlsName: string }
  /** `address` is where to connect (no look-up is done); the certificate must fit the URL's host. */
  | { readonly transport: "doh"; readonly url: string; readonly address: string };

/** One DNS question. */
export interface DnsQuestion {
  readonly name: string;
  readonly type: "A" | "AAAA" | "TXT" | "NS" | "SOA" | "CNAME";
  readonly class?: "IN" | "CH";
  /** Set the CD bit (checking disabled). Default false. */
  readonly checkingDisabled?: boolean;
}

/** Where a connect or packet really goes: another endpoint, or nowhere in one of three ways. */
export type DialResult = { readonly address: string; readonly port: number } | "dropped" | "refused" | "unreachable";

/**
 * Leads the practice network's addresses to its loopback ports. Asked at the lowest layer (each TCP connect, each UDP
 * packet); observations keep the address that was asked for.
 */
export type Dial = (address: string, port: number, protocol: "tcp" | "udp") => DialResult;

/** Options every probe takes. */
export interface ProbeOptions {
  /** Absent in every real check-up: addresses are what they say. */
  readonly dial?: Dial;
  /** Ends the probe with outcome `cancelled`. */
  readonly signal: AbortSignal;
  /** Overrides the table of limits, ms; for tests and tight budgets. */
  readonly timeoutMs?: number;
}

/** A plain HTTP proxy to go through. */
export interface ProxyEndpoint {
  readonly host: string;
  readonly port: number;
}

/** One HTTP request. */
export interface HttpRequest {
  readonly method: "GET" | "HEAD";
  /** http or https, no credentials. */
  readonly url: string;
  /** Addresses to try in order (RFC 8305 racing); empty: the probe looks the host up by `lookup`. Ignored through a proxy. */
  readonly addresses: readonly string[];
  /** Null: direct. */
  readonly proxy: ProxyEndpoint | null;
  /** Send `Cache-Control: no-cache` and `Pragma: no-cache`. */
  readonly bypassCache?: boolean;
  /** Offer only HTTP/1.1 in ALPN. Default: h2 and http/1.1. */
  readonly http1Only?: boolean;
}

/** How a host name becomes addresses inside an HTTP request that was given none. */
export type Lookup = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

/**
 * All measurements on the wire. Every one returns a typed outcome, never throws, honours the signal and stays inside
 * the limits of `limits.ts`. Checks get this object, so tests can give fakes.
 */
export interface Probes {
  /** The operating system's own look-up (getaddrinfo). */
  systemLookup(name: string, options: ProbeOptions): Promise<SystemLookupObservation>;
  /** One question to one server on the wire. */
  dnsQuery(server: DnsServer, question: DnsQuestion, options: ProbeOptions): Promise<DnsObservation>;
  /** One TCP connect; the connection is closed at once. */
  tcpConnect(address: string, port: number, options: ProbeOptions): Promise<ConnectObservation>;
  /** One TLS handshake; no application data is sent. */
  tlsHandshake(
    peer: { readonly address: string; readonly port: number; readonly serverName: string | null },
    options: ProbeOptions,
  ): Promise<TlsObservation>;
  /** One HTTP request, redirects not followed. */
  httpRequest(request: HttpRequest, options: ProbeOptions): Promise<HttpExchange>;
}

/** Family of an IP literal. */
export function familyOf(address: string): Family {
  return address.includes(":") ? "v6" : "v4";
}

/** What a DNS server is called in observations and settings: `address:port`, `[v6]:port` or the URL. */
export function serverLabel(server: DnsServer): string {
  if (server.transport === "doh") return server.url;
  return server.address.includes(":") ? `[${server.address}]:${server.port}` : `${server.address}:${server.port}`;
}
