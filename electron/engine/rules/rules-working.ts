import type { AnswerKey } from "../../../shared/model/answers.ts";
import { addressScope } from "../../../shared/lib/ip.ts";
import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { LIMITS } from "../../probes/limits.ts";
import { saw, say } from "./evidence.ts";
import { httpCodeOf } from "./http-kind.ts";
import { announcedError } from "./page-words.ts";
import { captivePortal, intermittent, lossyPath, lostOnTheWay, noInternet } from "./rivals.ts";
import { type Candidate, HOLDS, open, out, type Rival, type Rule } from "./rule.ts";
import { overlap } from "./signals-dns.ts";
import { type Attempt, wasSilence } from "./signals-http.ts";
import type { Signals } from "./signals.ts";

/** The answer came from where the name truly leads: not from a portal's or a lying resolver's page. */
function believable(s: Signals): boolean {
  const tls = s.http.main?.exchange.tls ?? null;
  if (tls !== null && tls.outcome === "trusted") return true;
  if (s.place === "outside" && s.portal.portal === "yes") return false;
  const given = s.used;
  const denied = s.dns.madeUp === "yes" && s.dns.others.state === "nxdomain";
  return !denied && !overlap(given, s.dns.madeUpAddresses);
}

function worksHere(s: Signals): boolean {
  return s.works === "yes" && believable(s) && s.http.notFine === 0;
}

function fineFacts(s: Signals): readonly [Evidence, ...Evidence[]] {
  const count = s.http.fine;
  const status = s.http.main?.status ?? 200;
  return [count >= 2 ? saw("repeat", say("fine-times", { count })) : saw("http", say("fine-once", { status }))];
}

function healthy(s: Signals): Candidate | null {
  if (!worksHere(s)) return null;
  const odd = oddPage(s);
  if (odd === null) return { side: "none", base: "high", evidence: fineFacts(s) };
  return { side: "none", base: "medium", values: { context: odd.context }, evidence: [...fineFacts(s), odd.fact] };
}

/** A good status over a page that a person would not call good. */
function oddPage(s: Signals): { readonly context: string; readonly fact: Evidence } | null {
  const exchange = s.http.main?.exchange;
  if (exchange === undefined) return null;
  const words = announcedError(exchange);
  if (words !== null) return { context: "error-page", fact: saw("http", say("page-announces-error", { words })) };
  // 204 and 205 are meant to be empty.
  const empty = exchange.status === 200 && exchange.method === "GET" && exchange.bodyBytes === 0;
  if (empty) return { context: "empty-page", fact: saw("http", say("page-is-empty")) };
  if (!neverEnded(exchange)) return null;
  const seconds = Math.round(exchange.timings.total / 1000);
  return { context: "endless-page", fact: saw("http", say("page-never-ended", { seconds })) };
}

/** A page whose end did not come in our time. Streams and downloads are meant to take theirs. */
function neverEnded({ bodyTruncated, bodyBytes, headers }: HttpExchange): boolean {
  const page = headers.some(
    ([name, value]) => name === "content-type" && /^(text\/html|application\/xhtml)/i.test(value),
  );
  return page && bodyTruncated && bodyBytes < LIMITS.httpBodyBytes;
}

/** Worth saying beside "it works": the page's own words. */
function announcesError(s: Signals): Candidate | null {
  const odd = worksHere(s) ? oddPage(s) : null;
  if (odd?.context !== "error-page") return null;
  return { side: "site-origin", base: "medium", evidence: [odd.fact], explains: false };
}

/** A page from a cache may outlive its site; asking past the cache, or three fresh answers, settles it. */
const cachedAnswer: Rival = {
  code: "gateway-error",
  decide: (s) => {
    const past = s.http.varied.filter((item) => item.varied === "cache");
    if (past.some((item) => item.ending === "fine")) return out(say("because-fresh-answer"));
    if (past.some((item) => item.ending === "bad" || item.ending === "failed"))
      return open(say("would-ask-past-cache"));
    return s.http.fine >= 3 ? out(say("because-requests-agree", { count: s.http.fine })) : null;
  },
};

/** The name was found by this machine itself; otherwise the good answer may not be the one that programs here get. */
const nameFound: Rival = {
  code: "resolver-unreachable",
  decide: (s) => {
    if (s.target.kind !== "name" || s.proxy.used) return null;
    return s.dns.os === "answer" ? out(say("because-name-found")) : open(say("would-look-up-name"));
  },
};

/** A fine page of somebody else: a genuine certificate, an honest resolver or others' same answer excludes it. */
const falseAnswer: Rival = {
  code: "resolver-hijack",
  decide: (s) => {
    if (s.target.kind !== "name" || s.place !== "outside" || s.proxy.used) return null;
    if (s.http.main?.exchange.tls?.outcome === "trusted") return out(say("because-certificate-genuine"));
    if (s.dns.madeUp === "no") return out(say("because-made-up-denied"));
    return overlap(s.used, s.dns.others.addresses)
      ? out(say("because-resolvers-agree"))
      : open(say("would-ask-other-resolver"));
  },
};

function browserFails(s: Signals): boolean {
  return worksHere(s) && s.answers["browser-fails"] === "yes";
}

function told(key: AnswerKey): Evidence {
  return saw("http", say(`answer-${key}`));
}

function browserCacheStale(s: Signals): Candidate | null {
  if (!browserFails(s)) return null;
  const keepsOld = s.answers["reload-keeps-old"] === "yes";
  const mended = s.answers["host-cache-cleared-works"] === "yes";
  const addressMoved =
    s.dns.configured.addresses.length > 0 &&
    s.dns.osAddresses.length > 0 &&
    !overlap(s.dns.osAddresses, s.dns.configured.addresses);
  const privateWorks = s.answers["private-window-works"] === "yes";
  if (!mended && !((keepsOld || addressMoved) && privateWorks)) return null;
  return {
    side: "browser",
    base: "medium",
    fromAnswers: true,
    evidence: [
      ...fineFacts(s),
      told("browser-fails"),
      ...(mended ? [told("host-cache-cleared-works")] : []),
      ...(keepsOld ? [told("reload-keeps-old")] : []),
    ],
  };
}

function sessionBound(s: Signals): Candidate | null {
  if (!browserFails(s) || s.answers["private-window-works"] !== "yes") return null;
  if (s.answers["no-extensions-works"] === "yes") return null;
  return {
    side: "browser",
    base: "medium",
    fromAnswers: true,
    evidence: [...fineFacts(s), told("browser-fails"), told("private-window-works")],
  };
}

function browserOnly(s: Signals): Candidate | null {
  if (!browserFails(s)) return null;
  return { side: "browser", base: "medium", fromAnswers: true, evidence: [...fineFacts(s), told("browser-fails")] };
}

/** A private window leaves the cache behind as well as the cookies. */
const staleCache: Rival = {
  code: "browser-cache-stale",
  decide: (s) => {
    if (s.answers["reload-keeps-old"] === "no") return out(say("because-reload-is-new"));
    if (s.answers["host-cache-cleared-works"] === "no") return out(say("because-cleared-cache-fails"));
    return open(say("would-clear-host-cache"));
  },
};

const extensionOrProxy: Rival = {
  code: "browser-only",
  decide: (s) => {
    if (s.answers["host-cache-cleared-works"] === "yes") return out(say("because-cleared-cache-works"));
    return s.answers["no-extensions-works"] === "no"
      ? out(say("because-extensions-innocent"))
      : open(say("would-try-no-extensions"));
  },
};

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

/** Faults that come and go, judged before "it works": they are there even while an answer is good. */
export const MIXED_RULES: readonly Rule[] = [
  {
    code: "site-partial",
    layer: "mixed",
    applies: sitePartial,
    rivals: [familyWorks, lostOnTheWay, noInternet, captivePortal],
  },
  { code: "intermittent", layer: "mixed", applies: intermittentRule, rivals: [lossyPath, captivePortal] },
];

/** The site works here; the person's answers may still place the fault in the browser. */
export const WORKING_RULES: readonly Rule[] = [
  { code: "browser-cache-stale", layer: "healthy", applies: browserCacheStale, rivals: [extensionOrProxy] },
  { code: "session-bound", layer: "healthy", applies: sessionBound, rivals: [staleCache] },
  { code: "browser-only", layer: "healthy", applies: browserOnly, rivals: [staleCache] },
  {
    code: "healthy",
    layer: "healthy",
    applies: healthy,
    rivals: [captivePortal, intermittent, cachedAnswer, nameFound, falseAnswer],
  },
];

/** What a page that arrived well says of itself. */
export const PAGE_RULES: readonly Rule[] = [
  { code: "other-http-error", layer: "http", applies: announcesError, rivals: [] },
];
