import { addressesInUse, type SiteAddresses, siteAddresses } from "../../../checks/support/site-addresses.ts";
import { addressScope } from "../../../../shared/lib/ip.ts";
import type { Answers } from "../../../../shared/model/answers.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { PathMtuFacts, VantageFacts } from "../../../../shared/model/facts/local-facts.ts";
import type { Target } from "../../../../shared/model/target.ts";
import { factsOf } from "../facts.ts";
import { type TcpSignals, tcpSignals, type TlsSignals, tlsSignals } from "./signals-connect.ts";
import { allPrivate, type DnsSignals, dnsSignals } from "./signals-dns.ts";
import { type HttpSignals, httpSignals, type Stage, stageOf } from "./signals-http.ts";
import { type LocalSignals, localSignals } from "./signals-local.ts";
import { type OutsideSignals, outsideSignals, type PortalSignals, portalSignals } from "./signals-outside.ts";
import { type ProxySignals, proxySignals } from "./signals-proxy.ts";
import { type Tri, tri } from "../tri.ts";

/** Where the target lies: on this machine, in a network of one's own, or out in the world. */
export type Place = "loopback" | "nearby" | "outside";

/** The facts of one check-up as answers to small questions: all that the rules read. */
export interface Signals {
  readonly target: Target;
  readonly answers: Answers;
  readonly stopped: Observations["stopped"];
  /** This program was kept waiting so long that its own delays cannot be told from the network's. */
  readonly heldUp: boolean;
  readonly place: Place;
  /**
   * This machine's programs get no address for the name. Requests may still have gone to addresses that other resolvers
   * gave: they show how the site is, not what the person gets.
   */
  readonly lookupFails: boolean;
  readonly stage: Stage;
  /** The site gave a good answer, did not, or it is not known. */
  readonly works: Tri;
  readonly local: LocalSignals;
  readonly outside: OutsideSignals;
  readonly portal: PortalSignals;
  readonly dns: DnsSignals;
  readonly proxy: ProxySignals;
  readonly tcp: TcpSignals;
  readonly tls: TlsSignals;
  readonly http: HttpSignals;
  /** Median of (our clock - theirs), ms, with how many sources; null without. */
  readonly clock: { readonly offsetMs: number; readonly sources: number } | null;
  readonly mtu: PathMtuFacts | null;
  /** Other places reach the site: measured there, or a device of the person's on another connection. */
  readonly elsewhere: Tri;
  /** It is the person who says so. */
  readonly elsewhereTold: boolean;
  readonly elsewherePlaces: number;
  /** Addresses that the programs of this machine were sent to. */
  readonly used: readonly string[];
}

/** A third of the shortest time-out of a probe (1.2 s, probes/limits.ts): from here on one may be of our making, ms. */
const HELD_UP_MS = 400;

/** Derives all signals. Total: any set of checks, however empty, gives signals. */
export function deriveSignals(observations: Observations): Signals {
  const { checks, target } = observations;
  const local = localSignals(checks);
  const heldUp = (observations.heldUpMs ?? 0) >= HELD_UP_MS;
  const outside = unlessHeldUp(outsideSignals(checks, target), heldUp);
  const dns = dnsSignals(checks, local.routerMs);
  const http = httpSignals(checks);
  const connects = (factsOf(checks, "tcp")?.connects ?? []).map((item) => item.address);
  const used = ownAddresses(siteAddresses(target, checks), http.firstAddress, connects);
  const tcp = tcpSignals(checks, outside, used);
  const tls = tlsSignals(checks, used);
  const proxy = proxySignals(checks, http, observations.answers);
  const lookupFails = target.kind === "name" && !proxy.used && findsNothing(dns);
  const vantage = factsOf(checks, "vantage");
  const clock = factsOf(checks, "clock");
  return {
    target,
    answers: observations.answers,
    stopped: observations.stopped,
    heldUp,
    place: placeOf(target, dns, used),
    lookupFails,
    stage: lookupFails ? "dns" : stage(http, { tcp, tls }),
    works: lookupFails ? "no" : worksOf(http),
    local,
    outside,
    portal: portalSignals(checks),
    dns,
    proxy,
    tcp,
    tls,
    http,
    clock:
      clock?.medianOffsetMs === null || clock === null
        ? null
        : { offsetMs: clock.medianOffsetMs, sources: clock.offsets.length },
    mtu: factsOf(checks, "path-mtu"),
    ...elsewhereSignals(vantage, observations.answers),
    elsewherePlaces: vantage?.results.length ?? 0,
    used,
  };
}

/** What was measured by the clock says nothing of the line when this computer itself was late. */
function unlessHeldUp(outside: OutsideSignals, heldUp: boolean): OutsideSignals {
  if (!heldUp || outside.lossy !== "yes") return outside;
  return { ...outside, lossy: "unknown", lossyAtHome: "unknown" };
}

/** The system found no address; or, where nobody asked it, none of its resolvers did. */
function findsNothing({ os, configured }: DnsSignals): boolean {
  if (os !== "unknown") return os !== "answer";
  return configured.state !== "answers" && configured.state !== "unknown";
}

/**
 * The addresses that programs of this machine are sent to. The system's word comes first. Where it was not asked, the
 * places that requests really went to tell more than what the resolvers say when asked directly.
 */
function ownAddresses(known: SiteAddresses, asked: string | null, connects: readonly string[]): readonly string[] {
  const guess = addressesInUse(known);
  if (known.system.length > 0) return known.system;
  if (asked !== null) return known.configured.includes(asked) ? known.configured : [asked];
  // Connects that went to nobody's known address show that the system has one of its own.
  const elsewhere = guess.length > 0 && !connects.some((address) => guess.includes(address));
  return elsewhere && connects.length > 0 ? connects : guess;
}

function placeOf(target: Target, dns: DnsSignals, used: readonly string[]): Place {
  if (target.kind === "loopback") return "loopback";
  if (target.kind === "literal") return nearOrOutside([target.host]);
  // A private answer that others contradict is a lie to be judged, not a place.
  if (dns.others.addresses.length > 0) return nearOrOutside(dns.others.addresses);
  const place = nearOrOutside(used);
  // Filters and hosts files send names to this machine; only others' word makes that the site's true home.
  return place === "loopback" ? "outside" : place;
}

function nearOrOutside(addresses: readonly string[]): Place {
  if (!allPrivate(addresses)) return "outside";
  return addresses.every((address) => addressScope(address) === "loopback") ? "loopback" : "nearby";
}

function worksOf(http: HttpSignals): Tri {
  if (http.main === null || http.main.ending === "unknown") return "unknown";
  return tri(http.main.ending === "fine");
}

function stage(http: HttpSignals, near: { tcp: TcpSignals; tls: TlsSignals }): Stage {
  if (http.main !== null) return stageOf(http.main.outcome);
  if (near.tls.state === "bad") return "tls";
  return near.tcp.failed.length > 0 && near.tcp.connected.length === 0 ? "connect" : "unknown";
}

function elsewhereSignals(
  vantage: VantageFacts | null,
  answers: Answers,
): Pick<Signals, "elsewhere" | "elsewhereTold"> {
  const seen = elsewhereOf(vantage);
  // Another device that fails as well may hang on the same line: only its success says something.
  const told = seen === "unknown" && answers["other-device-works"] === "yes";
  return { elsewhere: told ? "yes" : seen, elsewhereTold: told };
}

function elsewhereOf(vantage: VantageFacts | null): Tri {
  if (vantage === null || vantage.results.length === 0) return "unknown";
  return tri(vantage.results.some((item) => item.outcome === "response" && (item.status ?? 599) < 500));
}
