import { checkResults } from "../../shared/contract/report/observed.ts";
import { reportSchema, type SavedReport } from "../../shared/contract/report/report.ts";
import type { CheckupDocument } from "../../shared/contract/document.ts";
import { addressScope, isIpLiteral } from "../../shared/lib/ip.ts";
import type { Observations } from "../../shared/model/checkup.ts";
import { REPORT_FORMAT, REPORT_VERSION } from "../../shared/model/report.ts";
import { judge } from "../engine/judge.ts";
import { RULES_VERSION } from "../../shared/model/checkup.ts";

/**
 * A report out of the JSON document of a check-up (`diagnose --json > FILE`). The document has sentences where the
 * report has data, so the sentences are left behind and the observations are judged anew. Null when the facts in it are
 * not ours.
 */
export function reportOfDocument(document: CheckupDocument): SavedReport | null {
  const checks = checkResults.safeParse(
    Object.fromEntries(
      document.checks.map((check) => [
        check.id,
        {
          id: check.id,
          status: check.status,
          startedMs: check.startedMs,
          durationMs: check.durationMs,
          summary: {
            key: check.skipped === undefined ? "report.no-summary" : `check.skipped.${check.skipped}`,
            values: {},
          },
          facts: Object.keys(check.facts).length === 0 ? null : check.facts,
          skipped: check.skipped ?? null,
          error: check.error ?? null,
        },
      ]),
    ),
  );
  if (!checks.success) return null;
  const { answers, stopped } = document.environment;
  const observations: Observations = { target: targetOf(document), answers, checks: checks.data, stopped };
  const report = reportSchema.safeParse({
    format: REPORT_FORMAT,
    schemaVersion: REPORT_VERSION,
    id: document.id,
    startedAt: document.startedAt,
    durationMs: document.durationMs,
    app: { version: document.app.version, runtime: document.app.runtime },
    platform: document.platform,
    observations,
    rules: RULES_VERSION,
    judgement: judge(observations),
    requestsToSite: document.requestsToSite,
    outsideEndpoints: document.outsideEndpoints,
    repairs: [],
    journal: [],
    watches: [],
    environment: null,
    note: "",
    redaction: { level: "none", series: "", counts: {}, legend: [], byHand: { kept: 0, hidden: 0 } },
  });
  return report.success ? report.data : null;
}

/** The document names the target; what it leaves out follows from the address. */
function targetOf({ target }: CheckupDocument): Observations["target"] {
  const loopback =
    target.host === "localhost" || (isIpLiteral(target.host) && addressScope(target.host) === "loopback");
  return {
    ...target,
    displayHost: target.host,
    scheme: target.url.startsWith("https:") ? "https" : "http",
    schemeGuessed: !target.input.includes("://"),
    credentialsRemoved: false,
    kind: loopback ? "loopback" : isIpLiteral(target.host) ? "literal" : "name",
  };
}
