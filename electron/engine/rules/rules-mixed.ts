import { addressScope } from "../../../shared/lib/ip.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { httpCodeOf } from "./http-kind.ts";
import { captivePortal, noInternet } from "./rivals/rivals.ts";
import { lossyPath, lostOnTheWay } from "./rivals/rivals-loss.ts";
import { type Candidate, HOLDS, open, out, type Rival, type Rule } from "./rule.ts";
import { type Attempt, wasSilence } from "./signals/signals-http.ts";
import type { Signals } from "./signals/signals.ts";

function intermittentRule(s: Signals): Candidate | null {
  const { fine, notFine, spaced } = s.http;
  if (fine === 0 || notFine === 0 || sameAddressFails(s) !== null || merelySilent(s)) return null;
  const bad = spaced.find((item) => item.ending !== "fine") ?? null;
  const edge = bad?.gateway?.faultSide === "site-edge" || (bad !== null && httpCodeOf(bad, null) === "edge-error");
  // Counted as the list of requests shows them, the varied ones as well.
  const asked = [...spaced, ...s.http.varied.filter((item) => item.ending !== "unknown")];
  const count = asked.filter((item) => item.ending !== "fine").length;
  const total = asked.length;
  return {
    side: edge ? "site-edge" : "site-origin",
    base: spaced.length >= 3 ? "high" : "medium",
    values: { failed: count, total },
    evidence: [saw("repeat", say("some-requests-fail", { count, total })), ...failureFact(bad)],
  };
}

/** A wait that outlasts two lost packets in a row (SYN again after 1 and 3 s: probes/limits.ts), ms. */
const PATIENT_MS = 4_000;

/**
 * Nothing worse happened than that one request got no answer, or that some were not waited for long: on any line both
 * happen now and then, and near the end of a check-up there is no time for more.
 */
function merelySilent({ http }: Signals): boolean {
  const failed = [...http.spaced, ...http.varied].filter(({ ending }) => ending !== "fine" && ending !== "unknown");
  const patient = failed.filter(({ exchange }) => exchange.timings.total >= PATIENT_MS);
  return failed.every(wasSilence) && patient.length < 2;
}

function failureFact(item: Attempt | null): readonly Evidence[] {
  if (item === null || item.status === null || item.outcome !== "response") return [];
  return [saw("repeat", say("answers-with", { status: item.status }))];
}

/** Addresses where requests only fail while other addresses only answer well; null when that is not so. */
function sameAddressFails(s: Signals): readonly string[] | null {
  const main = s.http.main === null ? [] : [s.http.main];
  const asked = [...main, ...s.http.spaced.filter((item) => item.varied === "none"), ...byAddress(s)].filter(
    (item) => item.address !== null && item.ending !== "unknown" && item.proxy === null,
  );
  const fine = new Set(asked.filter((item) => item.ending === "fine").map((item) => item.address));
  const bad = new Set(asked.filter((item) => troubled(item)).map((item) => item.address));
  if (fine.size === 0 || bad.size === 0 || [...bad].some((address) => fine.has(address))) return null;
  return [...bad].filter((address) => address !== null);
}

/** Retries that went to another address of the same answer; a resolver's other answer is judged as its own question. */
function byAddress(s: Signals): readonly Attempt[] {
  return s.http.varied.filter((item) => item.varied === "address" || item.varied === "family");
}

/** A 4xx at one address is no outage of it. */
function troubled(item: Attempt): boolean {
  return item.ending === "failed" || (item.ending === "bad" && (item.status ?? 599) >= 500);
}

function sitePartial(s: Signals): Candidate | null {
  if (s.place === "loopback" || s.proxy.used) return null;
  const troubles = partialTroubles(s);
  const addresses = [...new Set(troubles.flatMap((item) => item.addresses))];
  const [head, ...rest] = troubles.map((item) => item.fact);
  const [first] = addresses;
  if (head === undefined || first === undefined) return null;
  const answersBadly = sameAddressFails(s) !== null;
  const known = s.outside.reached === "yes" ? [saw("references", say("others-reachable"))] : [];
  return {
    side: "site-edge",
    // Where the good address answers well, a single connect that failed is the only sign.
    base: s.works === "yes" && !answersBadly ? "medium" : "high",
    values: { count: addresses.length, address: first, ...familyValues(s) },
    evidence: [head, ...rest, ...known],
  };
}

interface Trouble {
  readonly addresses: readonly string[];
  readonly fact: Evidence;
}

/** Addresses that answer badly, take no connection, or fail the handshake, while others do well. */
function partialTroubles(s: Signals): readonly Trouble[] {
  const answering = sameAddressFails(s) ?? [];
  // An address that gave a good answer in the same check-up is not down, whatever one connection to it met.
  const working = addressesThatWork(s);
  const refusing = tcpPartial(s).filter((address) => !working.has(address));
  const failing = s.tls.state === "some" ? s.tls.failed.map((item) => item.address) : [];
  const handshakes = failing.filter((address) => !working.has(address));
  return [
    ...trouble(answering, (address) => saw("repeat", say("address-answers-badly", { address }))),
    ...trouble(refusing, (address) => saw("tcp", say("address-fails", { address }))),
    ...trouble(handshakes, (address) => saw("tls", say("address-handshake-fails", { address }))),
  ];
}

function addressesThatWork({ http }: Signals): ReadonlySet<string | null> {
  const asked = [...(http.main === null ? [] : [http.main]), ...http.spaced, ...http.varied];
  return new Set(asked.filter((item) => item.ending === "fine" && item.proxy === null).map((item) => item.address));
}

function trouble(addresses: readonly string[], fact: (address: string) => Evidence): readonly Trouble[] {
  return addresses[0] === undefined ? [] : [{ addresses, fact: fact(addresses[0]) }];
}

function familyValues(s: Signals): Readonly<Record<string, string>> {
  const family = s.tcp.failingFamily;
  if (family === null || tcpPartial(s).length === 0) return {};
  return { context: "family", family: family === "v6" ? "IPv6" : "IPv4" };
}

/** Addresses that do not accept a connection while others do, in families that work here. */
function tcpPartial(s: Signals): readonly string[] {
  if (s.tcp.state !== "some") return [];
  return s.tcp.failed
    .filter(
      (item) =>
        item.outcome !== "prohibited" &&
        s.outside[item.family] === "yes" &&
        s.used.includes(item.address) &&
        addressScope(item.address) !== "loopback",
    )
    .map((item) => item.address);
}

/** The way to that family works for others. */
const familyWorks: Rival = {
  code: "ipv6-broken",
  decide: (s) => {
    if (
      s.tcp.failingFamily !== "v6" &&
      !s.http.varied.some((item) => item.varied === "family" && item.ending !== "fine")
    )
      return null;
    if (s.outside.v6 === "yes") return out(say("because-ipv6-works"));
    return s.outside.v6 === "no" ? HOLDS : open(say("would-check-references"));
  },
};

/**
 * Whether one answer leads to the good and to the bad addresses. The system's own answer does by itself; where it was
 * not heard (a check-up that was cancelled early), a stub and the server behind it may each have said one of them, and
 * then an old answer in somebody's memory looks just like a site that is half down.
 */
const otherAnswers: Rival = {
  code: "os-cache-stale",
  decide: (s) => {
    if (s.target.kind !== "name" || s.dns.os === "answer") return null;
    const own = [...s.dns.configured.resolvers, ...s.dns.upstream.resolvers];
    const asked = own.some((item) => item.addresses.length > 0) ? own : s.dns.others.resolvers;
    const answers = asked.map((item) => item.addresses).filter((addresses) => addresses.length > 0);
    if (answers.length === 0) return open(say("would-look-up-name"));
    const bad = new Set(partialTroubles(s).flatMap((item) => item.addresses));
    const both = (addresses: readonly string[]): boolean =>
      addresses.some((address) => bad.has(address)) && addresses.some((address) => !bad.has(address));
    return answers.some(both) ? null : HOLDS;
  },
};

/** Faults that come and go, judged before "it works": they are there even while an answer is good. */
export const MIXED_RULES: readonly Rule[] = [
  {
    code: "site-partial",
    layer: "mixed",
    applies: sitePartial,
    rivals: [otherAnswers, familyWorks, lostOnTheWay, noInternet, captivePortal],
  },
  { code: "intermittent", layer: "mixed", applies: intermittentRule, rivals: [lossyPath, captivePortal] },
];
