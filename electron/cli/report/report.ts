import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type { TextFormat } from "../../../shared/model/report.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator, type Translator } from "../../../shared/text/translator.ts";
import { openReport } from "../../report/kept/open-report.ts";
import { makeReport } from "../../report/make-report.ts";
import { redactReport } from "../../report/redact-report.ts";
import { renderReport } from "../../report/render.ts";
import { saveReport } from "../../report/kept/save-report.ts";
import { thisOrigin } from "../../report/this-origin.ts";
import { rememberCheckup } from "../diagnose/remember.ts";
import { readNamedFile } from "../terminal/read-file.ts";
import { parseReportArguments, type ReportArguments } from "./report-arguments.ts";
import { printable } from "../terminal/style.ts";
import { EXIT, type Terminal } from "../terminal/terminal.ts";

/** Exit code when the report could not be written (EX_CANTCREAT of sysexits.h): none of a check-up's own codes. */
const NOT_WRITTEN = 73;

/**
 * `report URL|SAVED.json --format F --out FILE`: writes a report, 0 when it is written, whatever the verdict; 2 usage
 * or a file that is no report, 73 when it could not be written. A saved report, by its file or by its id in the history,
 * is opened without any network.
 */
export async function reportCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const t = createTranslator("en", { en: ENGLISH });
  const parsed = parseReportArguments(words);
  const source = parsed.ok ? await sourceOf(parsed.value, terminal, t) : parsed;
  if (!parsed.ok || !source.ok) {
    terminal.err(`${printable(source.ok ? "" : source.error)}\n`);
    return EXIT.usage;
  }
  const noted = parsed.value.note === "" ? source.value : { ...source.value, note: parsed.value.note };
  return write(redactReport(noted, { level: parsed.value.level }), parsed.value, { terminal, t });
}

interface Face {
  readonly terminal: Terminal;
  readonly t: Translator;
}

async function write(report: SavedReport, args: ReportArguments, { terminal, t }: Face): Promise<number> {
  if (args.format === "pdf") return writePdf(report, args, { terminal, t });
  const { bytes } = renderReport(report, args.format, t);
  if (args.out === "-") {
    await terminal.out(bytes.toString("utf8"));
    return EXIT.done;
  }
  return save(args.out, bytes, terminal);
}

async function writePdf(report: SavedReport, { out }: ReportArguments, { terminal, t }: Face): Promise<number> {
  const format: TextFormat = "html";
  const { pdfOf } = await import("../pdf-runtime.ts");
  const made = await pdfOf(renderReport(report, format, t).bytes, terminal.env);
  if (!made.ok) {
    terminal.err(`${printable(made.error)}\n`);
    return NOT_WRITTEN;
  }
  return save(out, made.value, terminal);
}

function save(out: string, bytes: Buffer, terminal: Terminal): number {
  // A folder is never made for a person's file: a slip of the pen would go unnoticed.
  const folder = dirname(resolve(out));
  if (!existsSync(folder)) {
    terminal.err(`There is no folder ${printable(folder)}.\n`);
    return NOT_WRITTEN;
  }
  const saved = saveReport(resolve(out), bytes);
  if (!saved.ok) {
    terminal.err(`${printable(out)} could not be written (${saved.error.detail || saved.error.code}).\n`);
    return NOT_WRITTEN;
  }
  terminal.err(`${printable(saved.value.path)}: ${saved.value.bytes} bytes, sha256 ${saved.value.sha256}\n`);
  return EXIT.done;
}

/** The report that the words name: a saved one, or of a check-up made now. The error is one sentence. */
export async function sourceOf(
  args: Pick<ReportArguments, "saved" | "diagnose" | "environment">,
  terminal: Terminal,
  t: Translator,
): Promise<Result<SavedReport, string>> {
  if (args.saved !== null) return savedSource(args.saved, t);
  const kept = await keptSource(args.diagnose, terminal);
  if (kept !== null) return openedSource(kept, t);
  const checkup = await checkupNow(args.diagnose, terminal, t);
  if (!checkup.ok) return checkup;
  const { observations } = checkup.value;
  const environment = args.environment
    ? await (await import("../../report/environment/read-environment.ts")).readEnvironment(observations)
    : null;
  return ok(makeReport(checkup.value, thisOrigin(APP_VERSION), { environment }));
}

async function savedSource(path: string, t: Translator): Promise<Result<SavedReport, string>> {
  const text = await readNamedFile(path);
  if (!text.ok) return text;
  return openedSource(text.value, t);
}

function openedSource(text: string, t: Translator): Result<SavedReport, string> {
  const opened = openReport(text);
  return opened.ok ? ok(opened.value.report) : fail(t(`report.error.${opened.error}`));
}

/** The text of the check-up in the history that the one word names; null when it names none. */
async function keptSource(words: readonly string[], { env }: Terminal): Promise<string | null> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) return null;
  const { ownHistory } = await import("../../report/kept/own-history.ts");
  const kept = ownHistory(env).store.get(id);
  return kept.ok ? kept.value : null;
}

/** A check-up as `diagnose` would make it, with its progress on stderr. */
async function checkupNow(
  words: readonly string[],
  terminal: Terminal,
  t: Translator,
): Promise<Result<Checkup, string>> {
  const [{ parseDiagnoseArguments }, { startDiagnosis }, { showProgress }] = await Promise.all([
    import("../diagnose/diagnose-arguments.ts"),
    import("../diagnose/start-diagnosis.ts"),
    import("../diagnose/progress.ts"),
  ]);
  const args = parseDiagnoseArguments(words);
  if (!args.ok) return args;
  const progress = showProgress(terminal, t, args.value.output);
  const started = await startDiagnosis(args.value, terminal.env, progress.event, t);
  const stop = (): void => {
    if (started.ok) started.value.cancel();
  };
  process.once("SIGINT", stop);
  const checkup = started.ok ? ok(await started.value.done) : started;
  process.off("SIGINT", stop);
  progress.end();
  if (checkup.ok && args.value.history) await rememberCheckup(checkup.value, args.value, terminal);
  return checkup;
}
