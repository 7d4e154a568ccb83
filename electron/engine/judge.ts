import type { Judgement, Observations } from "../../shared/model/checkup.ts";
import { CONFIDENCES, type Confidence, lowerConfidence } from "../../shared/model/confidence.ts";
import type { Verdict } from "../../shared/model/verdict.ts";
import { pathOf } from "./path.ts";
import { proposeRepairs } from "./repair-plan.ts";
import { RULES } from "./rules/all-rules.ts";
import { aboutConnection } from "./rules/any-page.ts";
import { type Claim, commonValues } from "./rules/claim.ts";
import { say } from "./rules/evidence.ts";
import { findingsOf } from "./rules/findings.ts";
import { inconclusive } from "./rules/inconclusive.ts";
import type { Candidate, Rule } from "./rules/rule.ts";
import { deriveSignals, type Signals } from "./rules/signals/signals.ts";

/**
 * Whose fault it is, from what was observed. Pure and total: the same observations give the same judgement, and any
 * set of observations, however empty or contradictory, gives exactly one verdict.
 */
export function judge(observations: Observations): Judgement {
  const signals = deriveSignals(observations);
  const claims = RULES.flatMap((rule): Claim[] => {
    const candidate = rule.applies(signals);
    return candidate === null ? [] : [{ rule, candidate }];
  });
  const all = claims.map((claim) => ({ claim, weight: weigh(claim.rule, signals) }));
  const weighed = all.filter(({ claim }) => claim.candidate.explains !== false);
  const winner = weighed.find((item) => item.weight.holds.length === 0) ?? null;
  const said =
    winner === null
      ? inconclusive(
          signals,
          weighed.map((item) => item.claim),
        )
      : verdictOf(winner.claim, winner.weight, signals);
  const verdict = aboutConnection(said, signals);
  return {
    verdict,
    // What a better explanation takes the place of was not seen after all.
    findings: findingsOf(
      all.filter(({ weight }) => weight.holds.length === 0).map((item) => item.claim),
      verdict,
    ),
    path: pathOf(observations.checks, observations.target, verdict),
    repairs: proposeRepairs(observations, verdict),
  };
}

interface Weight {
  readonly holds: readonly string[];
  readonly ruledOut: Verdict["ruledOut"];
  readonly leftOpen: Verdict["leftOpen"];
}

function weigh(rule: Rule, signals: Signals): Weight {
  const holds: string[] = [];
  const ruledOut: Verdict["ruledOut"][number][] = [];
  const leftOpen: Verdict["leftOpen"][number][] = [];
  for (const rival of rule.rivals) {
    const decision = rival.decide(signals);
    if (decision?.state === "holds") holds.push(rival.code);
    if (decision?.state === "out") ruledOut.push({ code: rival.code, because: decision.because });
    if (decision?.state === "open") leftOpen.push({ code: rival.code, wouldDecide: decision.wouldDecide });
  }
  return { holds, ruledOut, leftOpen };
}

function verdictOf(claim: Claim, weight: Weight, signals: Signals): Verdict {
  const { rule, candidate } = claim;
  const main = signals.http.main;
  const doubted = ownDelayMatters(signals);
  const decisive = [
    ...weight.leftOpen.map((item) => item.wouldDecide),
    ...(candidate.wouldChange ?? []),
    ...(doubted ? [say("would-check-when-idle")] : []),
  ];
  const wouldChange = new Map(decisive.map((item) => [item.key, item]));
  return {
    code: rule.code,
    faultSide: candidate.side,
    confidence: confidenceOf(candidate, weight.leftOpen.length + (doubted ? 1 : 0)),
    evidence: candidate.evidence,
    ruledOut: weight.ruledOut,
    leftOpen: weight.leftOpen,
    wouldChange: [...wouldChange.values()],
    values: { ...commonValues(signals), ...candidate.values },
    httpStatus: main !== null && main.outcome === "response" ? main.status : null,
    retryAfterSeconds: signals.http.retryAfter,
    gateway: main?.gateway ?? null,
  };
}

/** An answer of the site stands whenever it came; whatever else a late program saw may be its own lateness. */
function ownDelayMatters({ heldUp, http }: Signals): boolean {
  return heldUp && http.main?.outcome !== "response";
}

/** One step down for each doubt; what rests on a person's word is medium at most. */
function confidenceOf(candidate: Candidate, doubts: number): Confidence {
  const start = candidate.fromAnswers === true ? lowerConfidence(candidate.base, "medium") : candidate.base;
  return CONFIDENCES[Math.min(CONFIDENCES.indexOf(start) + doubts, CONFIDENCES.length - 1)] ?? "low";
}
