import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { SavedReport } from "../../shared/contract/report/report.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { compareReports, type FactChange, type ReportComparison } from "../report/compare-reports.ts";
import { ownHistory, type OwnHistory } from "../report/kept/own-history.ts";
import { rejudge, type Rejudged, type VerdictChange } from "../report/rejudge.ts";
import { openReport } from "../report/kept/open-report.ts";
import { visibleJson } from "../report/formats/json.ts";
import { searchHistory } from "../storage/history/search.ts";
import { readNamedFile } from "./terminal/read-file.ts";
import { printable } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

/** What one subcommand says: text for stdout, or one sentence that says what to do. */
type Answer = Result<string, string>;

/**
 * `history [WORDS] [--json]`, `history show ID`, `history compare A B [--json]`, `history judge A [--json]`,
 * `history wrong ID WORDS`, `history delete ID|--all`: the check-ups kept on this computer. A and B are ids or files of
 * saved reports.
 */
export async function historyCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const history = ownHistory(terminal.env);
  const answer = await answerTo(words, history);
  if (!answer.ok) {
    terminal.err(`${printable(answer.error)}\n`);
    return EXIT.usage;
  }
  await terminal.out(answer.value);
  return EXIT.done;
}

async function answerTo(words: readonly string[], history: OwnHistory): Promise<Answer> {
  const json = words.includes("--json");
  const [first = "", second, third] = words.filter((word) => word !== "--json");
  switch (first) {
    case "show":
      return show(second, history);
    case "delete":
      return remove(second, history);
    case "compare":
      return compare([second, third], history, json);
    case "judge":
      return judgeAgain(second, history, json);
    case "wrong":
      return markWrong(second, words.slice(words.indexOf("wrong") + 2).join(" "), history);
    default:
      return list(words.filter((word) => word !== "--json").join(" "), history, json);
  }
}

function list(query: string, { store }: OwnHistory, json: boolean): Answer {
  const found = searchHistory(store.list(), query);
  if (json) return ok(visibleJson(found));
  if (found.length === 0) return ok(query === "" ? "No check-up has been kept yet.\n" : "No check-up fits.\n");
  const rows = found.map(({ id, startedAt, url, verdict, faultSide }) =>
    printable(`${startedAt.slice(0, 16).replace("T", " ")}  ${id}  ${withoutQuery(url)}: ${verdict} (${faultSide})`),
  );
  return ok(`${rows.join("\n")}\n`);
}

/** What tells one check-up of a site from another; a query may be long, and private. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/u, "");
}

function show(id: string | undefined, { store }: OwnHistory): Answer {
  if (id === undefined) return fail("Say which check-up: history show ID");
  const text = store.get(id);
  return text.ok ? ok(text.value) : fail(`There is no check-up ${id} in the history.`);
}

function remove(id: string | undefined, { store }: OwnHistory): Answer {
  if (id === undefined) return fail("Say which check-up to delete: history delete ID, or history delete --all");
  if (id === "--all") {
    const gone = store.removeAll();
    return gone.ok ? ok(`${gone.value} deleted.\n`) : fail(`The history could not be deleted (${gone.error.code}).`);
  }
  const gone = store.remove(id);
  if (!gone.ok) return fail(`${id} could not be deleted (${gone.error.code}).`);
  return gone.value ? ok(`${id} deleted.\n`) : fail(`There is no check-up ${id} in the history.`);
}

async function compare([a, b]: readonly (string | undefined)[], history: OwnHistory, json: boolean): Promise<Answer> {
  if (a === undefined || b === undefined) return fail("Say which two: history compare A B (ids or files)");
  const [before, after] = [await reportNamed(a, history), await reportNamed(b, history)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const comparison = compareReports(before.value, after.value);
  return ok(json ? visibleJson(comparison) : comparisonText(comparison));
}

/** The same observations under today's rules. */
async function judgeAgain(name: string | undefined, history: OwnHistory, json: boolean): Promise<Answer> {
  if (name === undefined) return fail("Say which check-up: history judge ID (or a file)");
  const report = await reportNamed(name, history);
  if (!report.ok) return report;
  const again = rejudge(report.value);
  return ok(json ? visibleJson(again) : rejudgedText(again));
}

/** Keeps what the person says about a verdict with the check-up it is about, and looks again with today's rules. */
async function markWrong(id: string | undefined, note: string, history: OwnHistory): Promise<Answer> {
  if (id === undefined || note === "") return fail("Say which check-up and what is wrong: history wrong ID WORDS");
  if (!history.store.get(id).ok) return fail(`There is no check-up ${id} in the history.`);
  const report = await reportNamed(id, history);
  if (!report.ok) return report;
  const kept = history.add({ ...report.value, note: note.slice(0, NOTE_LIMIT) });
  if (!kept.ok) return fail(`The note could not be kept (${kept.error.code}).`);
  return ok(`Kept with the check-up; nothing was sent.\n${rejudgedText(rejudge(report.value))}`);
}

/** Longest note the saved form takes, characters. */
const NOTE_LIMIT = 5000;

function rejudgedText({ judgement, rulesBefore, rulesNow, changes, reasons }: Rejudged): string {
  const { code, faultSide, confidence } = judgement.verdict;
  const head = `Today's rules (version ${rulesNow}, then ${rulesBefore}) say: ${code} (${faultSide}, ${confidence}).`;
  if (changes.length === 0) return `${head} Nothing changed.\n`;
  const why = reasons.length === 0 ? "the verdict in the file was not made by these rules" : reasons.join(", ");
  return `${[head, `Why it differs: ${why}.`, ...changes.map(changeLine)].map(printable).join("\n")}\n`;
}

function changeLine(change: VerdictChange): string {
  return "change" in change
    ? `verdict: ${change.what} ${change.code} ${change.change === "new" ? "is new" : "is gone"}`
    : `verdict: ${change.what} was ${change.before}, is ${change.after}`;
}

async function reportNamed(name: string, { store }: OwnHistory): Promise<Result<SavedReport, string>> {
  const t = createTranslator("en", { en: ENGLISH });
  const kept = store.get(name);
  const text = kept.ok ? kept : await readNamedFile(name);
  if (!text.ok) return fail(`There is no check-up ${name} in the history and no such file.`);
  const opened = openReport(text.value);
  return opened.ok ? ok(opened.value.report) : fail(`${name}: ${t(`report.error.${opened.error}`)}`);
}

function comparisonText({ sameTarget, verdict, statuses, facts }: ReportComparison): string {
  const lines = [
    ...(sameTarget ? [] : ["The two are about different addresses."]),
    ...verdict.map(changeLine),
    ...[...statuses, ...facts].map(factLine),
  ];
  return `${lines.length === 0 ? "Nothing differs." : lines.map(printable).join("\n")}\n`;
}

function factLine({ checkId, path, before, after }: FactChange): string {
  return `${checkId}: ${path} was ${before ?? "absent"}, is ${after ?? "absent"}`;
}
