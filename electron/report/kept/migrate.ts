/** A report as it lies in an old file: nothing about it is known yet but its version. */
export type RawReport = Readonly<Record<string, unknown>>;

/** Lifts a report from one version of the saved form to the next; pure, and never guesses what was not written. */
export interface Migration {
  readonly from: number;
  lift(report: RawReport): RawReport;
}

/**
 * One step per version ever published, oldest first. Version 1 is the first, so there is none yet; a step is added
 * together with a fixture of the old version, and is never changed afterwards.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Applies the steps from a report's version on, each once and in order. */
export function migrate(report: RawReport, version: number, migrations: readonly Migration[]): RawReport {
  const step = migrations.find(({ from }) => from === version);
  if (step === undefined) return report;
  return migrate({ ...step.lift(report), schemaVersion: version + 1 }, version + 1, migrations);
}
