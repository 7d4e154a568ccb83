import type { SavedReport } from "../../shared/contract/report/report.ts";
import { RULES_VERSION, type Judgement } from "../../shared/model/checkup.ts";
import type { VerdictCode } from "../../shared/model/verdict-code.ts";
import { judge } from "../engine/judge.ts";

/** One thing about the verdict that is different now. Codes only; the words live in shared/text/en/report.ts. */
export type VerdictChange =
  | { readonly what: "code" | "fault-side" | "confidence"; readonly before: string; readonly after: string }
  | {
      readonly what: "ruled-out" | "left-open" | "finding";
      readonly change: "new" | "gone";
      readonly code: VerdictCode;
    };

/** Why the same observations are judged differently; empty when they are not. */
export type ChangeReason = "newer-rules" | "older-rules" | "taken-out";

/** An old report judged with today's rules. */
export interface Rejudged {
  readonly judgement: Judgement;
  readonly rulesBefore: number;
  readonly rulesNow: number;
  readonly changes: readonly VerdictChange[];
  readonly reasons: readonly ChangeReason[];
}

/**
 * Judges the observations of a report again. The report's own verdict was made before anything was taken out of it,
 * so a redacted report can come out differently for that reason alone, and says so.
 */
export function rejudge(report: SavedReport): Rejudged {
  const judgement = judge(report.observations);
  const changes = changesBetween(report.judgement, judgement);
  const reasons: ChangeReason[] = [];
  if (changes.length > 0) {
    if (report.rules < RULES_VERSION) reasons.push("newer-rules");
    if (report.rules > RULES_VERSION) reasons.push("older-rules");
    if (Object.keys(report.redaction.counts).length > 0) reasons.push("taken-out");
  }
  return { judgement, rulesBefore: report.rules, rulesNow: RULES_VERSION, changes, reasons };
}

/** What differs between two judgements, the verdict first. */
export function changesBetween(before: Judgement, after: Judgement): readonly VerdictChange[] {
  const [old, now] = [before.verdict, after.verdict];
  const pairs = [
    { what: "code", before: old.code, after: now.code },
    { what: "fault-side", before: old.faultSide, after: now.faultSide },
    { what: "confidence", before: old.confidence, after: now.confidence },
  ] as const;
  return [
    ...pairs.filter((pair) => pair.before !== pair.after),
    ...codesBetween("ruled-out", old.ruledOut, now.ruledOut),
    ...codesBetween("left-open", old.leftOpen, now.leftOpen),
    ...codesBetween("finding", before.findings, after.findings),
  ];
}

type Coded = readonly { readonly code: VerdictCode }[];

function codesBetween(what: "ruled-out" | "left-open" | "finding", before: Coded, after: Coded): VerdictChange[] {
  const old = new Set(before.map(({ code }) => code));
  const now = new Set(after.map(({ code }) => code));
  return [
    ...[...now].filter((code) => !old.has(code)).map((code) => ({ what, change: "new", code }) as const),
    ...[...old].filter((code) => !now.has(code)).map((code) => ({ what, change: "gone", code }) as const),
  ];
}
