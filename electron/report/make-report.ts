import { reportSchema, type SavedReport } from "../../shared/contract/report/report.ts";
import type { ReportEnvironment } from "../../shared/contract/report/environment.ts";
import { RULES_VERSION, type Checkup } from "../../shared/model/checkup.ts";
import { REPORT_FORMAT, REPORT_VERSION } from "../../shared/model/report.ts";
import type { DocumentOrigin } from "./document.ts";

/** What a report holds beside the check-up. */
export interface ReportExtras {
  readonly repairs?: SavedReport["repairs"];
  readonly journal?: SavedReport["journal"];
  /** Changes by repairs other than DNS switches. */
  readonly actions?: NonNullable<SavedReport["actions"]>;
  readonly watches?: SavedReport["watches"];
  /** Null when the machine was not looked at. */
  readonly environment?: ReportEnvironment | null;
  /** What the person wrote for the reader. */
  readonly note?: string;
}

/** The saved form of a check-up, with nothing taken out. A deep copy: the check-up itself is never touched. */
export function makeReport(checkup: Checkup, origin: DocumentOrigin, extras: ReportExtras = {}): SavedReport {
  // What leaves must be what the schema promises; a mismatch is our bug and is heard.
  return reportSchema.parse({
    format: REPORT_FORMAT,
    schemaVersion: REPORT_VERSION,
    id: checkup.id,
    startedAt: checkup.startedAt,
    durationMs: checkup.durationMs,
    app: { version: origin.appVersion, runtime: origin.runtime },
    platform: { os: origin.os, version: origin.osVersion, arch: origin.arch },
    observations: checkup.observations,
    rules: RULES_VERSION,
    judgement: checkup.judgement,
    requestsToSite: checkup.requestsToSite,
    outsideEndpoints: checkup.outsideEndpoints,
    repairs: extras.repairs ?? [],
    journal: extras.journal ?? [],
    ...(extras.actions === undefined ? {} : { actions: extras.actions }),
    watches: extras.watches ?? [],
    environment: extras.environment ?? null,
    note: extras.note ?? "",
    redaction: { level: "none", series: "", counts: {}, legend: [], byHand: { kept: 0, hidden: 0 } },
  });
}
