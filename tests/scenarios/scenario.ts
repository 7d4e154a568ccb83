import type { Answers } from "../../shared/model/answers.ts";
import type { FaultSide } from "../../shared/model/fault-side.ts";
import type { VerdictCode } from "../../shared/model/verdict-code.ts";
import type { OriginName, SiteName } from "../lab/net/places.ts";
import type { Behaviour, Page } from "./behaviour.ts";

/** What one direction of the wire does to frames; ms, percent, kbit/s, bytes. */
export interface WireSpec {
  readonly delay?: number;
  readonly jitter?: number;
  readonly loss?: number;
  readonly rate?: number;
  /** Longer frames vanish without a word. */
  readonly max?: number;
}

/** How a name server answers for names. */
export type DnsAnswer =
  | { readonly kind: "servfail" | "refused" | "nxdomain" | "nodata" | "drop" | "truncate" }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "spoof"; readonly addresses: readonly string[] }
  /** Names that do not exist get this address: those of the made-up form, and `also`. */
  | { readonly kind: "advertise"; readonly address: string; readonly also: readonly string[] };

/** Everything that can be broken (or set up) in the lab: a closed set, each with one implementation in tests/lab/faults. */
export type Fault =
  | { readonly do: "application"; readonly name: OriginName; readonly behaviour: Behaviour }
  /** The way from the gateway to the application swallows everything. */
  | { readonly do: "application-unreachable"; readonly name: OriginName }
  | { readonly do: "edge"; readonly site: SiteName; readonly page: Page }
  | { readonly do: "no-carrier" }
  | { readonly do: "no-address" }
  | { readonly do: "no-default-route" }
  | { readonly do: "router-gone" }
  | { readonly do: "router-ignores-ping" }
  | { readonly do: "beyond-router"; readonly how: "silent" | "unreachable" }
  | { readonly do: "no-ipv6"; readonly how: "silent" | "unreachable" }
  | {
      readonly do: "wire";
      readonly both?: WireSpec;
      readonly up?: WireSpec;
      readonly down?: WireSpec;
      /** Makes the same losses happen again; without one every lane has its own. */
      readonly seed?: number;
    }
  /** Packets to these addresses are swallowed or refused, at the far end or by the router. */
  | {
      readonly do: "block";
      readonly at: "router" | "net";
      readonly to: readonly string[];
      readonly how: "silent" | "reset" | "unreachable" | "prohibited";
      readonly protocol?: "tcp" | "udp";
      readonly port?: number;
    }
  /** This computer itself refuses to connect to these addresses. */
  | { readonly do: "local-prohibit"; readonly to: readonly string[] }
  /** TLS handshakes that name this host are reset on the way. */
  | { readonly do: "block-server-name"; readonly host: string }
  | {
      readonly do: "dns";
      readonly who: "provider" | "public";
      /** Names and everything below them; null for every name. */
      readonly names: readonly string[] | null;
      /** Only questions for IPv6 addresses. */
      readonly only?: "AAAA";
      readonly answer: DnsAnswer;
    }
  /** Name servers do not answer at all. `router` is the one the client is set to. */
  | { readonly do: "dns-dead"; readonly who: readonly ("router" | "provider" | "public")[] }
  /** Plain DNS to anybody but the router is swallowed. */
  | { readonly do: "dns-port-blocked" }
  /** Every plain DNS query, to whomever, is answered by the provider's resolver. */
  | { readonly do: "dns-intercepted" }
  | { readonly do: "client-resolvers"; readonly servers: readonly string[] }
  | { readonly do: "hosts-file"; readonly lines: readonly string[] }
  /** The client's clock is wrong. */
  | { readonly do: "clock"; readonly days: number }
  | { readonly do: "proxy"; readonly url: string }
  /** The proxies on the router reach nobody; everybody else does. */
  | { readonly do: "proxy-cut-off" }
  | { readonly do: "portal"; readonly how: "redirect" | "511"; readonly names?: true }
  /** A program on the way opens TLS connections and signs them itself; the client trusts its authority or not. */
  | { readonly do: "inspect-tls"; readonly trusted: boolean; readonly everywhere: boolean }
  /** All traffic goes through a tunnel, and its other end forwards nothing to these (null: nothing at all). */
  | { readonly do: "vpn"; readonly loses: readonly string[] | null }
  /** A name cache on this computer that keeps an old address. */
  | { readonly do: "old-name-cache"; readonly name: string; readonly address: string }
  /** A stand-in for the measurement service that looks at the site from elsewhere. */
  | { readonly do: "vantage"; readonly reply: "works" | "fails" | "limit" | "malformed" | "silent" };

/** One case of the lab. */
export interface LabScenario {
  /** Permanent, kebab-case. */
  readonly id: string;
  /** What is broken, in a few words. */
  readonly broken: string;
  readonly url: string;
  /** The healthy twin's address, where the fault lies in the address itself (a name that does not exist). */
  readonly twinUrl?: string;
  /** What the person says; not said in the healthy twin. */
  readonly answers?: Answers;
  /** Circumstances that are no fault: they hold in the healthy twin too. */
  readonly setup?: readonly Fault[];
  readonly faults: readonly Fault[];
  readonly expected: Expectation;
  /** Round trip through the wire, ms. Default 20. */
  readonly roundTripMs?: number;
  /** Part of the short run that every `npm test` makes. */
  readonly short?: true;
  /** Ask the stand-in of the measurement service as well. */
  readonly elsewhere?: true;
}

/** What a right answer is. */
export interface Expectation {
  readonly code: VerdictCode;
  /** One of these sides; `inconclusive` counts as no accusation for the side. */
  readonly sides: readonly FaultSide[];
}
