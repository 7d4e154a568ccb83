import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { ReportSource } from "../../../shared/model/report-desk.ts";
import type { ReportError } from "../../../shared/model/report.ts";
import type { CheckupManner } from "../../report/kept/keep-checkup.ts";
import { makeReport } from "../../report/make-report.ts";
import { openReport, type OpenedReport } from "../../report/kept/open-report.ts";
import { ownHistory, type OwnHistory } from "../../report/kept/own-history.ts";
import { thisOrigin } from "../../report/this-origin.ts";
import { bounded } from "./bounded.ts";
import { type DeedSources, deedsFor } from "./deeds.ts";

/** A check-up of this window that has ended. */
interface Finished {
  readonly checkup: Checkup;
  readonly manner: CheckupManner;
}

/** A report by where it comes from. */
export interface Sourced extends OpenedReport {
  /** Name of the file; empty for what is our own. */
  readonly name: string;
  /** The check-up was made in this sitting, so the computer can still be looked at. */
  readonly fresh: boolean;
}

/** Knows the check-ups a report can be about: those of this window, those of the history, and files that were opened. */
export interface ReportRoom {
  /** A check-up of this window has ended. */
  finished(checkup: Checkup, manner: CheckupManner): void;
  report(source: ReportSource): Result<Sourced, "not-found">;
  /** Takes in a file somebody opened or dropped. */
  open(name: string, text: string): Result<ReportSource, ReportError>;
  readonly history: OwnHistory;
}

/** What the room needs. */
export interface RoomParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly deeds: DeedSources;
}

/** More than a person goes back to in one sitting; each is some hundred kilobytes. */
const REMEMBERED = 8;

/** A new room; nothing is read before it is asked for. */
export function createReportRoom({ env, deeds }: RoomParts): ReportRoom {
  const finished = bounded<Finished>(REMEMBERED);
  const opened = bounded<OpenedReport & { readonly name: string }>(REMEMBERED);
  const history = ownHistory(env);
  let count = 0;

  const ofCheckup = (id: string): Sourced | null => {
    const known = finished.get(id);
    if (known === null) return null;
    const { checkup, manner } = known;
    const about = { id, startedAt: checkup.startedAt, url: checkup.observations.target.url };
    // The practice network is not this computer: what was changed here has nothing to do with it.
    const extras = manner.practice ? { repairs: deeds.repairsOf(id) } : deedsFor(about, deeds);
    return { ...own(withNote(makeReport(checkup, thisOrigin(APP_VERSION), extras), history)), fresh: true };
  };
  const ofHistory = (id: string): Sourced | null => {
    const text = history.store.get(id);
    const kept = text.ok ? openReport(text.value) : null;
    if (kept === null || !kept.ok) return null;
    const { report } = kept.value;
    const about = { id, startedAt: report.startedAt, url: report.observations.target.url };
    return { ...kept.value, report: { ...report, ...deedsFor(about, deeds) }, name: "", fresh: false };
  };

  return {
    history,
    finished: (checkup, manner) => finished.set(checkup.id, { checkup, manner }),
    open(name, text) {
      const report = openReport(text);
      if (!report.ok) return report;
      const id = `file-${(count += 1)}`;
      opened.set(id, { ...report.value, name });
      return ok({ kind: "opened", id });
    },
    report({ kind, id }) {
      const found =
        kind === "checkup"
          ? (ofCheckup(id) ?? ofHistory(id))
          : kind === "history"
            ? ofHistory(id)
            : fileOf(opened.get(id));
      return found === null ? fail("not-found") : ok(found);
    },
  };
}

function fileOf(file: (OpenedReport & { readonly name: string }) | null): Sourced | null {
  return file === null ? null : { ...file, fresh: false };
}

function own(report: SavedReport): Omit<Sourced, "fresh"> {
  return { report, writtenAs: report.schemaVersion, fromDocument: false, name: "" };
}

/** What the person has said about the verdict meanwhile lies with the entry of the history. */
function withNote(report: SavedReport, { store }: OwnHistory): SavedReport {
  const text = store.get(report.id);
  const kept = text.ok ? openReport(text.value) : null;
  return kept?.ok === true ? { ...report, note: kept.value.report.note } : report;
}
