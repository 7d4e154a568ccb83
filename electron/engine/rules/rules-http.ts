import { promisesOnePacket } from "../../checks/support/answer-size.ts";
import type { FaultSide } from "../../../shared/model/fault-side.ts";
import { VERDICT_SIDES } from "../../../shared/model/verdict-code.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { byStatus, type HttpCode, httpCodeOf } from "./http-kind.ts";
import { captivePortal, intermittent, providerBlock, proxyError } from "./rivals/rivals.ts";
import { nameKnown, resolverStale } from "./rivals/rivals-names.ts";
import { brokenAnswer } from "./broken-answer.ts";
import { type Candidate, open, out, type Rival, type Rule } from "./rule.ts";
import type { Attempt } from "./signals/signals-http.ts";
import type { Signals } from "./signals/signals.ts";
import { largePingsPass } from "./signals/sizes.ts";

/** The code of the main answer, with the fixed page's maker taken into account. */
function codeOf(s: Signals): HttpCode | null {
  // With the name not found here, the answer came from an address that only others know.
  return s.http.main === null || s.lookupFails ? null : httpCodeOf(s.http.main, s.http.retryAfter);
}

function answerRule(code: HttpCode): (s: Signals) => Candidate | null {
  return (s) => {
    const main = s.http.main;
    if (main === null || codeOf(s) !== code) return null;
    const wait = s.http.retryAfter;
    return {
      side: sideOf(code, main, s),
      base: baseOf(code, main, s),
      values: { ...contextOf(code, main, s), ...waitValues(wait) },
      evidence: [
        saw("http", pageFact(main)),
        ...agreement(s),
        ...variedFacts(s),
        ...(wait === null ? [] : [saw("http", say("asks-to-wait", { count: wait }))]),
      ],
    };
  };
}

/** How sure the page by itself allows to be. */
function baseOf(code: HttpCode, main: Attempt, s: Signals): Candidate["base"] {
  // Somebody gets through at the same time: the page is not the whole truth about the site.
  const doubt = restsOnDoubt(code, main) || speaksOfOthers(code, main) || s.elsewhereTold;
  // 407 is a proxy's word (RFC 9110, 15.5.8); from a site asked directly it means no more than "no".
  return doubt || main.status === 407 ? "medium" : "high";
}

/** Codes that say something about a machine behind the one that answers. */
const SPEAKS_OF_OTHERS = new Set<HttpCode>(["gateway-error", "gateway-timeout", "edge-error"]);

/** Only the number says that a machine behind failed: any program can send that number by itself. */
function speaksOfOthers(code: HttpCode, main: Attempt): boolean {
  const kind = main.gateway?.kind ?? "unknown";
  return SPEAKS_OF_OTHERS.has(code) && (kind === "unknown" || kind === "none");
}

/** Words of their own: where others get through, and for a gateway's number that a program sent. */
function contextOf(code: HttpCode, main: Attempt, s: Signals): Readonly<Record<string, string>> {
  if (s.elsewhere === "yes" && OUTAGES.has(code)) return { context: "elsewhere" };
  const gatewayNumber = main.status === 502 || main.status === 503 || main.status === 504;
  return code === "origin-error" && gatewayNumber ? { context: "gateway-number" } : {};
}

/** Codes whose usual words say that the site is down for everybody. */
const OUTAGES = new Set<HttpCode>(["gateway-error", "gateway-timeout", "overloaded", "edge-error", "origin-error"]);

/** Up to two minutes are told in seconds; beyond that people think in minutes. */
function waitValues(seconds: number | null): Readonly<Record<string, string | number>> {
  if (seconds === null) return {};
  const long = seconds > 120;
  return { context: long ? "wait-long" : "wait", seconds, minutes: Math.ceil(seconds / 60) };
}

/** The code comes from a signature that is not sure, and the number alone would say something else. */
function restsOnDoubt(code: HttpCode, main: Attempt): boolean {
  return main.gateway?.confidence === "low" && byStatus(main.status ?? 0) !== code;
}

function pageFact(main: Attempt): Evidence["fact"] {
  const status = main.status ?? 0;
  const vendor = main.gateway?.vendor ?? null;
  return vendor === null ? say("answers-with", { status }) : say("named-answers-with", { status, vendor });
}

function agreement(s: Signals): readonly Evidence[] {
  const same = s.http.spaced.filter((item) => item.status === s.http.main?.status).length;
  return same >= 2 ? [saw("repeat", say("same-answer-times", { count: same, status: s.http.main?.status ?? 0 }))] : [];
}

/** What varying one thing showed: the outcome table of a gateway's error. */
function variedFacts(s: Signals): readonly Evidence[] {
  return s.http.varied.flatMap((item) => {
    if (item.ending !== "fine") return [];
    if (item.varied === "path") return [saw("repeat", say("other-path-works", { path: item.value || "/" }))];
    if (item.varied === "cache") return [saw("repeat", say("works-past-cache"))];
    return [];
  });
}

/** The edge is at fault when its page says so, or when asking past its cache works. */
function sideOf(code: HttpCode, main: Attempt, s: Signals): FaultSide {
  const sides: readonly FaultSide[] = VERDICT_SIDES[code];
  const usual = sides[0] ?? "unknown";
  const pastCache = s.http.varied.some((item) => item.varied === "cache" && item.ending === "fine");
  const said = pastCache ? "site-edge" : (main.gateway?.faultSide ?? usual);
  return sides.includes(said) ? said : usual;
}

/** Others get a good answer at the same time: then it is one edge, one region or something near, not the whole site. */
const onlyFromHere: Rival = {
  code: "site-partial",
  decide: (s) => {
    if (s.elsewhere === "unknown") return null;
    return s.elsewhere === "no" ? out(say("because-fails-elsewhere")) : open(say("would-bypass-otherwise"));
  },
};

/** The site's protection may say 503 when it means "not you". */
const blockPosing: Rival = {
  code: "access-denied",
  decide: (s) => {
    const kind = s.http.main?.gateway?.kind ?? "unknown";
    return kind === "overloaded" || s.http.main?.status === 503 || s.http.main?.status === 529
      ? out(say("because-no-block-marks"))
      : open(say("would-look-from-elsewhere"));
  },
};

/** A refusal on the provider's order looks alike; only a status made for it or a provider's page raises the question. */
const blockedOnTheWay: Rival = {
  code: "provider-block",
  decide: (s) => (s.http.main?.status === 451 ? providerBlock.decide(s) : null),
};

function redirectLoop(s: Signals): Candidate | null {
  if (s.lookupFails || (s.http.redirects !== "loop" && s.http.redirects !== "too-many")) return null;
  // Every answer of the chain was a redirect, the last one too.
  const count = s.http.redirectCount + 1;
  const cookies = s.answers["private-window-works"] === "yes";
  return {
    side: "site-edge",
    base: "high",
    values: { count, ...(cookies ? { context: "cookies" } : {}) },
    evidence: [
      saw(
        "http",
        s.http.redirects === "loop" ? say("redirects-repeat", { count }) : say("too-many-redirects", { count }),
      ),
    ],
  };
}

/** We carry no cookies, so a loop that cookies cause would not show here; the person's word alone can say so. */
const onlyWithCookies: Rival = {
  code: "session-bound",
  decide: (s) =>
    s.answers["private-window-works"] === "yes"
      ? open(say("would-clear-site-cookies"))
      : out(say("because-no-cookies-sent")),
};

/** Large answers stalling on the way look cut short. */
const sizes: Rival = {
  code: "mtu-blackhole",
  decide: (s) => {
    if (s.place !== "outside" || s.http.main?.outcome !== "body-timeout") return null;
    if (promisesOnePacket(s.http.main.exchange)) return out(say("because-fits-one-packet"));
    if (largePingsPass(s)) return out(say("because-large-pass"));
    if (s.mtu === null || (s.mtu.largeStalled >= 2 && s.mtu.smallPassed > 0)) return open(say("would-measure-sizes"));
    return out(s.mtu.smallPassed === 0 ? say("because-small-stall-too") : say("because-large-pass"));
  },
};

/** A reset may be put in by somebody on the way. */
const resetOnTheWay: Rival = {
  code: "provider-block",
  decide: (s) => (s.http.main?.outcome === "reset" ? providerBlock.decide(s) : null),
};

function httpRule(code: HttpCode, rivals: readonly Rival[]): Rule {
  return { code, layer: "http", applies: answerRule(code), rivals };
}

const NOT_NEAR = [proxyError, captivePortal, resolverStale, nameKnown];

/** What the site (or the gateway in front of it) answered. Exactly one applies to any answer. */
export const HTTP_RULES: readonly Rule[] = [
  { code: "redirect-loop", layer: "http", applies: redirectLoop, rivals: [captivePortal, onlyWithCookies] },
  {
    code: "invalid-response",
    layer: "http",
    applies: brokenAnswer,
    rivals: [...NOT_NEAR, sizes, resetOnTheWay, intermittent],
  },
  httpRule("gateway-error", [...NOT_NEAR, intermittent, onlyFromHere]),
  httpRule("gateway-timeout", [...NOT_NEAR, intermittent, onlyFromHere]),
  httpRule("overloaded", [...NOT_NEAR, blockPosing, onlyFromHere]),
  httpRule("maintenance", NOT_NEAR),
  httpRule("edge-error", [...NOT_NEAR, intermittent, onlyFromHere]),
  httpRule("origin-error", [...NOT_NEAR, intermittent, onlyFromHere]),
  httpRule("parked", NOT_NEAR),
  httpRule("access-denied", [...NOT_NEAR, blockedOnTheWay]),
  httpRule("rate-limited", NOT_NEAR),
  httpRule("not-found", NOT_NEAR),
  httpRule("other-http-error", NOT_NEAR),
];
