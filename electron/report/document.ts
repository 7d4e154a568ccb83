import type { CheckResult } from "../../shared/model/check.ts";
import { CHECK_IDS } from "../../shared/model/check-id.ts";
import { RULES_VERSION, type Checkup } from "../../shared/model/checkup.ts";
import { DOCUMENT_VERSION, type CheckupDocument } from "../../shared/contract/document.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { verdictText } from "../../shared/text/verdict-text.ts";

/** Who made the document and where. */
export interface DocumentOrigin {
  readonly appVersion: string;
  /** e.g. `electron 45.4.1` or `node 20.20.2`. */
  readonly runtime: string;
  readonly os: string;
  readonly osVersion: string;
  readonly arch: string;
}

/** The published JSON document of a check-up. `t` must speak English: the document's sentences are for everybody. */
export function makeDocument(checkup: Checkup, origin: DocumentOrigin, t: Translator): CheckupDocument {
  const { observations, judgement } = checkup;
  const results = CHECK_IDS.flatMap((id): CheckResult[] => {
    const result: CheckResult | undefined = observations.checks[id];
    return result === undefined ? [] : [result];
  });
  return {
    schemaVersion: DOCUMENT_VERSION,
    id: checkup.id,
    startedAt: checkup.startedAt,
    durationMs: checkup.durationMs,
    app: { version: origin.appVersion, runtime: origin.runtime, rules: RULES_VERSION },
    platform: { os: origin.os, version: origin.osVersion, arch: origin.arch },
    target: {
      input: observations.target.input,
      url: observations.target.url,
      host: observations.target.host,
      port: observations.target.port,
    },
    verdict: verdictPart(checkup, t),
    findings: judgement.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      side: finding.side,
      summary: t.message(finding.summary),
      checkId: finding.checkId,
    })),
    checks: results.map((result) => checkPart(result, t)),
    attempts: attemptsPart(checkup),
    path: [...judgement.path],
    repairs: judgement.repairs.map((repair) => ({
      ...repair,
      title: t(`repair.${repair.id}.title`),
      why: t(`repair.${repair.id}.why`),
    })),
    environment: { stopped: observations.stopped, answers: { ...observations.answers } },
    requestsToSite: checkup.requestsToSite,
    outsideEndpoints: [...checkup.outsideEndpoints],
  };
}

function verdictPart(checkup: Checkup, t: Translator): CheckupDocument["verdict"] {
  const { verdict } = checkup.judgement;
  const { gateway } = verdict;
  return {
    code: verdict.code,
    faultSide: verdict.faultSide,
    confidence: verdict.confidence,
    ...verdictText(verdict, t),
    evidence: verdict.evidence.map(({ checkId, fact }) => ({ checkId, fact: t.message(fact) })),
    ruledOut: verdict.ruledOut.map(({ code, because }) => ({ code, because: t.message(because) })),
    leftOpen: verdict.leftOpen.map(({ code, wouldDecide }) => ({ code, wouldDecide: t.message(wouldDecide) })),
    wouldChange: verdict.wouldChange.map((message) => t.message(message)),
    ...(verdict.httpStatus === null ? {} : { httpStatus: verdict.httpStatus }),
    ...(verdict.retryAfterSeconds === null ? {} : { retryAfterSeconds: verdict.retryAfterSeconds }),
    ...(gateway === null
      ? {}
      : { gateway: { signatureId: gateway.signatureId, vendor: gateway.vendor, hop: gateway.hop } }),
  };
}

function checkPart(result: CheckResult, t: Translator): CheckupDocument["checks"][number] {
  return {
    id: result.id,
    title: t(`check.${result.id}.title`),
    status: result.status,
    startedMs: result.startedMs,
    durationMs: result.durationMs,
    summary: t.message(result.summary),
    facts: { ...result.facts },
    ...(result.skipped === null ? {} : { skipped: result.skipped }),
    ...(result.error === null ? {} : { error: result.error }),
  };
}

/** The main request and every retry, as one table. */
function attemptsPart(checkup: Checkup): CheckupDocument["attempts"] {
  const { checks } = checkup.observations;
  const main = checks.http?.facts?.chain.at(-1);
  const rows = main === undefined ? [] : [{ varied: "none" as const, value: "", exchange: main }];
  return [...rows, ...(checks.repeat?.facts?.attempts ?? [])].map(({ varied, value, exchange }) => ({
    varied,
    value,
    outcome: exchange.outcome,
    ...(exchange.status === null ? {} : { status: exchange.status }),
    durationMs: exchange.timings.total,
  }));
}
