import { randomInt } from "node:crypto";
import { reportSchema, type SavedReport } from "../../shared/contract/report/report.ts";
import type { Random } from "../../shared/lib/redaction/ledger.ts";
import type { Item } from "../../shared/lib/redaction/items.ts";
import { redact } from "../../shared/lib/redaction/redact.ts";
import type { RedactionChoice } from "../../shared/lib/redaction/policy.ts";
import { WELL_KNOWN } from "./well-known.ts";

/** Steps of the system's chance: more than any report has names. */
const STEPS = 2 ** 40;

/** Chance of the operating system: nobody can draw the same names again. */
const systemRandom: Random = () => randomInt(STEPS) / STEPS;

/**
 * A copy of a report with what the choice names taken out. Marks of an earlier redaction stay as they are, and their
 * legend is carried on. With `none` and nothing hidden by hand the copy is the report itself.
 */
export function redactReport(report: SavedReport, choice: RedactionChoice, random: Random = systemRandom): SavedReport {
  return redactWithItems(report, choice, random).report;
}

/** The same, with everything private that is in it, for the person who decides item by item. */
export function redactWithItems(
  report: SavedReport,
  choice: RedactionChoice,
  random: Random = systemRandom,
): { readonly report: SavedReport; readonly items: readonly Item[] } {
  const earlier = report.redaction;
  const done = redact(report, { schema: reportSchema, choice, wellKnown: WELL_KNOWN, random, earlier: earlier.legend });
  const { items } = done;
  const untouched = choice.level === "none" && (choice.hide ?? []).length === 0 && choice.kinds === undefined;
  if (untouched) return { report, items };
  const copy = reportSchema.parse(done.value);
  const counts = { ...earlier.counts };
  for (const [kind, count] of typedEntries(done.counts)) counts[kind] = (counts[kind] ?? 0) + count;
  const redaction = {
    level: choice.level === "none" ? earlier.level : choice.level,
    series: earlier.series === "" ? done.series : `${earlier.series}-${done.series}`.slice(0, 20),
    counts,
    legend: [...earlier.legend, ...done.legend],
    byHand: { kept: choice.keep?.length ?? 0, hidden: choice.hide?.length ?? 0 },
  };
  return { report: { ...copy, redaction }, items };
}

type Counts = SavedReport["redaction"]["counts"];

function typedEntries(counts: Counts): [keyof Counts, number][] {
  // Object.entries forgets the closed keys of the counts.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.entries(counts) as [keyof Counts, number][];
}
