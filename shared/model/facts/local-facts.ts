import type { ConnectObservation } from "./connect-facts.ts";

/** What an interface is, as far as the system tells. */
export type InterfaceKind = "ethernet" | "wifi" | "cellular" | "tunnel" | "virtual" | "loopback" | "other";

/** What kind of address: RFC 3927/4291 link-local, RFC 1918/4193 private, RFC 6598 shared (CGNAT), loopback, public. */
export type AddressScope = "link-local" | "private" | "shared" | "loopback" | "public";

/** One network interface of this machine. */
export interface NetInterface {
  /** The system's name (eth0, en0, or the adapter's alias on Windows). */
  readonly name: string;
  /** What survives a rename: interface index (Linux), service id (macOS), GUID (Windows); equals name when nothing better is known. */
  readonly id: string;
  readonly kind: InterfaceKind;
  /** Administratively up. */
  readonly up: boolean;
  /** Cable or radio has a link; null when the system does not tell. */
  readonly carrier: boolean | null;
  readonly addresses: readonly {
    readonly address: string;
    readonly prefix: number;
    readonly family: "v4" | "v6";
    readonly scope: AddressScope;
  }[];
}

/** `interfaces`. */
export interface InterfacesFacts {
  readonly interfaces: readonly NetInterface[];
}

/** Best address of one family over all interfaces but loopback. */
export type AddressState = "routable" | "link-local-only" | "none";

/** `address`. */
export interface AddressFacts {
  readonly v4: AddressState;
  readonly v6: AddressState;
}

/** One default route. */
export interface DefaultRoute {
  readonly family: "v4" | "v6";
  /** Null for a route without a next hop (point-to-point tunnels). */
  readonly gateway: string | null;
  readonly interfaceName: string;
  /** Lower wins. Null when not known. */
  readonly metric: number | null;
  /** The interface is a tunnel (VPN). */
  readonly tunnel: boolean;
}

/** `default-route`. Also split VPN routes (0.0.0.0/1 and 128.0.0.0/1) count as default. */
export interface DefaultRouteFacts {
  readonly routes: readonly DefaultRoute[];
}

/** Result of the system's ping. */
export interface PingObservation {
  readonly address: string;
  readonly sent: number;
  readonly received: number;
  /** Median round trip in ms; null when nothing came back. */
  readonly medianMs: number | null;
  /** Why nothing came: `no-reply`, `unreachable` (an ICMP error), `not-permitted`, `no-tool`; null when something came. */
  readonly failure: "no-reply" | "unreachable" | "not-permitted" | "no-tool" | "too-big" | "error" | null;
}

/** One router (next hop of a default route) and what it showed. */
export interface RouterObservation {
  readonly address: string;
  readonly interfaceName: string;
  readonly ping: PingObservation | null;
  /** State of the neighbour table (ARP/NDP); `unknown` where it cannot be read. */
  readonly neighbour: "reachable" | "stale" | "failed" | "absent" | "unknown";
  /** A TCP connect to port 53 or 80: refused counts as alive. Null when not tried. */
  readonly tcp: ConnectObservation | null;
}

/** `router`. */
export interface RouterFacts {
  readonly routers: readonly RouterObservation[];
}

/** Reach of one family over all references. */
export type Reach = "works" | "fails" | "not-checked";

/** `references`: can anything outside be reached, by TCP 443 and per family. */
export interface ReferencesFacts {
  readonly connects: readonly ConnectObservation[];
  readonly v4: Reach;
  readonly v6: Reach;
}

/** Loss and delay to one place. */
export interface QualitySample {
  readonly address: string;
  readonly role: "router" | "reference" | "target";
  readonly how: "ping" | "tcp";
  readonly sent: number;
  readonly lost: number;
  readonly medianMs: number | null;
  /** Spread between the 10th and 90th percentile, ms; null with fewer than 3 samples. */
  readonly spreadMs: number | null;
}

/** `path-quality`. */
export interface PathQualityFacts {
  readonly samples: readonly QualitySample[];
}

/** How a connectivity check's fixed answer compared with what came. */
export type PortalOutcome = "as-expected" | "intercepted" | "failed";

/** One plain-HTTP connectivity check. */
export interface PortalProbe {
  readonly url: string;
  readonly outcome: PortalOutcome;
  readonly status: number | null;
  /** Where it was redirected to; null when not. */
  readonly location: string | null;
}

/** `captive-portal`. */
export interface CaptivePortalFacts {
  readonly probes: readonly PortalProbe[];
  /** A request to an address where nobody can answer (192.0.2.1): true when somebody did. Null: not asked. */
  readonly unroutableAnswered: boolean | null;
  /** The sign-in page, where one was offered; null otherwise. */
  readonly loginUrl: string | null;
}

/** One proxy setting found on this machine. */
export interface ProxySetting {
  /** Where it is set. */
  readonly source:
    | "environment"
    | "windows-user"
    | "windows-connection"
    | "winhttp"
    | "macos-service"
    | "gnome"
    | "kde"
    | "given";
  readonly kind: "manual" | "pac" | "auto-detect";
  /** Host and port of a manual proxy; null for PAC and auto-detect. */
  readonly host: string | null;
  readonly port: number | null;
  /** For which scheme it is set; `all` when for both. */
  readonly scheme: "http" | "https" | "all" | "socks";
  /** URL of a PAC file; null otherwise. */
  readonly pacUrl: string | null;
  /** Hosts that go direct, as the system writes them. */
  readonly bypass: readonly string[];
  /** Where exactly, for people: variable name, registry value, service name. */
  readonly where: string;
}

/** `proxy`. */
export interface ProxyFacts {
  readonly settings: readonly ProxySetting[];
  /** The one that applies to this target; null when the target goes direct. */
  readonly applies: ProxySetting | null;
  /** Connect to the proxy that applies (or its PAC host); null when none applies. */
  readonly connect: ConnectObservation | null;
  /** What fetching the PAC gave; null when none. */
  readonly pac: "fetched" | "unreachable" | "invalid" | null;
}

/** `tcp`: every address of the target, once. */
export interface TcpFacts {
  readonly connects: readonly ConnectObservation[];
}

/** `clock`: this machine's clock against others' Date headers. Positive: we are ahead. */
export interface ClockFacts {
  readonly offsets: readonly { readonly source: string; readonly offsetMs: number }[];
  /** Median over the sources; null with none. */
  readonly medianOffsetMs: number | null;
}

/** `path-mtu`. */
export interface PathMtuFacts {
  /** Largest ping payload + 28 that came back with "do not fragment"; null when not measured. */
  readonly largestPassing: number | null;
  /** Smallest size that vanished without an ICMP error; null when none did. */
  readonly smallestVanishing: number | null;
  /** An ICMP "too big" came back, so path MTU discovery works. Null when not seen or not measured. */
  readonly errorReturned: boolean | null;
  /** Large HTTP answers that stalled after the handshake, and small ones that passed. */
  readonly largeStalled: number;
  readonly smallPassed: number;
}

/** `vantage`: the same address seen from elsewhere (only when asked for). */
export interface VantageFacts {
  readonly results: readonly {
    readonly place: string;
    readonly status: number | null;
    readonly outcome: "response" | "failed";
    readonly address: string | null;
  }[];
  /** Why there is none; null when there are results. */
  readonly refusal: "rate-limited" | "unreachable" | "malformed" | "timeout" | null;
}
