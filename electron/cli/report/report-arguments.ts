import { extname } from "node:path";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { REDACTION_LEVELS, type RedactionLevel } from "../../../shared/lib/redaction/field-kinds.ts";
import { REPORT_FORMATS, REPORT_SUFFIX, type ReportFormat } from "../../../shared/model/report.ts";

/** What `report` was asked to do. */
export interface ReportArguments {
  readonly format: ReportFormat;
  /** Where to write; `-` is stdout. */
  readonly out: string;
  readonly level: RedactionLevel;
  readonly note: string;
  /** Also read the computer's own facts (model, adapters, Wi-Fi); only for a check-up made now. */
  readonly environment: boolean;
  /** The saved report; null when a check-up is to be made. */
  readonly saved: string | null;
  /** The words for `diagnose`, when a check-up is to be made. */
  readonly diagnose: readonly string[];
}

const OWN = { "--format": "format", "--out": "out", "--redact": "redact", "--note": "note" } as const;

/** Parses the words after `report`; what is not its own goes to `diagnose`. The error is one sentence. */
export function parseReportArguments(words: readonly string[]): Result<ReportArguments, string> {
  const given: Partial<Record<"format" | "out" | "redact" | "note", string>> = {};
  const rest: string[] = [];
  let environment = false;
  for (let at = 0; at < words.length; at += 1) {
    const [name, inline] = cut(words[at] ?? "");
    if (name === "--environment") environment = true;
    else if (!isOwn(name)) rest.push(words[at] ?? "");
    else {
      const value = inline ?? words[(at += 1)];
      if (value === undefined) return fail(`${name} wants a value.`);
      given[OWN[name]] = value;
    }
  }
  return checked(given, rest, environment);
}

function checked(
  given: Partial<Record<"format" | "out" | "redact" | "note", string>>,
  rest: readonly string[],
  environment: boolean,
): Result<ReportArguments, string> {
  const { out } = given;
  const level = REDACTION_LEVELS.find((known) => known === (given.redact ?? "standard"));
  if (level === undefined) return fail(`--redact takes ${REDACTION_LEVELS.join(", ")}.`);
  if (out === undefined || out === "")
    return fail("Say where to write the report: --out FILE (or --out - for stdout).");
  const ending = extname(out).slice(1).toLowerCase();
  const format = REPORT_FORMATS.find((known) => known === (given.format ?? ending));
  if (format === undefined) {
    const forms = REPORT_FORMATS.join(", ");
    if (given.format !== undefined) return fail(`--format takes ${forms}.`);
    return fail(`The name "${out}" does not tell the form: add --format with one of ${forms}.`);
  }
  if (format === "pdf" && out === "-") return fail("A PDF goes to a file: --out FILE.pdf");
  const unwanted = rest.find((word) => word === "--json" || word === "--events");
  if (unwanted !== undefined) return fail(`${unwanted} belongs to diagnose; report writes with --format.`);
  const saved = savedAmong(rest);
  if (saved !== null && rest.length > 1)
    return fail(`"${rest.find((word) => word !== saved)}" does not go with a saved report.`);
  if (rest.length === 0) return fail("Say which address to check or which saved report to open.");
  return ok({ format, out, level, note: given.note ?? "", environment, saved, diagnose: rest });
}

/** A word that ends like a saved report and is no web address is a file. */
export function savedAmong(rest: readonly string[]): string | null {
  return (
    rest.find((word) => !/^https?:/iu.test(word) && (word.endsWith(REPORT_SUFFIX) || word.endsWith(".json"))) ?? null
  );
}

function isOwn(name: string): name is keyof typeof OWN {
  return Object.hasOwn(OWN, name);
}

/** `--name=value` in two; anything else as it is. */
function cut(word: string): readonly [string, string | undefined] {
  const at = word.indexOf("=");
  return word.startsWith("--") && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, undefined];
}
