import type { Message } from "../../../shared/model/message.ts";
import type { VerdictCode } from "../../../shared/model/verdict-code.ts";
import type { Evidence, Verdict } from "../../../shared/model/verdict.ts";
import { type Claim, commonValues } from "./claim.ts";
import { saw, say } from "./evidence.ts";
import type { Signals } from "./signals/signals.ts";

/** The observation that is missing most, nearest the person first. Never empty. */
function missing(s: Signals): readonly [Message, ...Message[]] {
  const wanted: Message[] = [];
  if (s.stopped === "cancelled") wanted.push(say("would-let-it-finish"));
  if (s.place === "outside" && s.outside.reached === "unknown") wanted.push(say("would-check-references"));
  if (s.place !== "loopback" && s.local.router === "unknown" && s.outside.reached !== "yes") {
    wanted.push(say("would-check-router"));
  }
  if (nameUnknown(s)) wanted.push(say("would-look-up-name"));
  if (s.stage === "dns" && s.dns.others.state !== "answers") wanted.push(say("would-ask-other-resolver"));
  if (s.http.main?.outcome === "headers-timeout") wanted.push(say("would-wait"));
  if (s.http.main === null || s.http.main.ending === "unknown") wanted.push(say("would-ask-site"));
  const [first, ...rest] = wanted;
  return first === undefined ? [say("would-repeat")] : [first, ...rest];
}

/** Addresses that others gave may not be the ones this computer's programs were sent to. */
function nameUnknown(s: Signals): boolean {
  return s.target.kind === "name" && !s.proxy.used && s.place === "outside" && s.dns.os === "unknown";
}

function known(s: Signals): readonly Evidence[] {
  const facts: Evidence[] = [];
  if (s.tcp.connected.length > 0) facts.push(saw("tcp", say("site-accepts", { count: s.tcp.connected.length })));
  if (s.place === "outside" && s.outside.reached === "yes") facts.push(saw("references", say("others-reachable")));
  return facts;
}

/** The verdict when the evidence does not decide: what is missing is named, nobody is accused. */
export function inconclusive(signals: Signals, heldBack: readonly Claim[]): Verdict {
  const wanted = missing(signals);
  const codes = new Set<VerdictCode>(heldBack.map((claim) => claim.rule.code));
  return {
    code: "inconclusive",
    faultSide: "unknown",
    confidence: "low",
    evidence: [...known(signals), ...heldBack.flatMap((claim) => claim.candidate.evidence.slice(0, 1))],
    ruledOut: [],
    leftOpen: [...codes].map((code) => ({ code, wouldDecide: wanted[0] })),
    wouldChange: wanted,
    values: { ...commonValues(signals), ...(signals.stopped === "cancelled" ? { context: "stopped" } : {}) },
    httpStatus: signals.http.main?.outcome === "response" ? signals.http.main.status : null,
    retryAfterSeconds: signals.http.retryAfter,
    gateway: signals.http.main?.gateway ?? null,
  };
}
