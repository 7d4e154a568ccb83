import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { LIMITS } from "../../probes/limits.ts";
import { saw, say } from "./evidence.ts";
import { waitedForDead } from "./name-signs.ts";
import { announcedError } from "./page-words.ts";
import { captivePortal, intermittent } from "./rivals/rivals.ts";
import { type Candidate, HOLDS, open, out, type Rival, type Rule } from "./rule.ts";
import { overlap } from "./signals/signals-dns.ts";
import type { Signals } from "./signals/signals.ts";

/** The answer came from where the name truly leads: not from a portal's or a lying resolver's page. */
function believable(s: Signals): boolean {
  const tls = s.http.main?.exchange.tls ?? null;
  if (tls !== null && tls.outcome === "trusted") return true;
  if (s.place === "outside" && s.portal.portal === "yes") return false;
  const given = s.used;
  const denied = s.dns.madeUp === "yes" && s.dns.others.state === "nxdomain";
  return !denied && !overlap(given, s.dns.madeUpAddresses);
}

/** A good answer, from where the name leads, and no other request that went wrong. */
export function worksHere(s: Signals): boolean {
  return s.works === "yes" && believable(s) && s.http.notFine === 0;
}

/** What shows that it works: the fine requests. */
export function fineFacts(s: Signals): readonly [Evidence, ...Evidence[]] {
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
    if (waitedForDead(s)) return HOLDS;
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

/** The site works here. */
export const WORKING_RULES: readonly Rule[] = [
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
