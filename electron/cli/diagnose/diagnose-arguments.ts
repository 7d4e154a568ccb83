import { parseArgs } from "node:util";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { keysOf } from "../../../shared/lib/keys-of.ts";
import { ANSWER_VALUES, type Answers } from "../../../shared/model/answers.ts";

/** What `diagnose` was asked to do. */
export interface DiagnoseArguments {
  /** The address as typed; null with `practice`. */
  readonly input: string | null;
  /** Id of a practice scenario; null for a real check-up. */
  readonly practice: string | null;
  readonly output: "human" | "json" | "events";
  /** Hard stop in ms; null for the built-in one. */
  readonly timeoutMs: number | null;
  /** A references file; null for GOODGATEWAY_REFERENCES or the built-in list. */
  readonly referencesFile: string | null;
  readonly privateMode: boolean;
  readonly askVantage: boolean;
  /** Keep the check-up in the history (unless it is one that is never kept). */
  readonly history: boolean;
  readonly answers: Answers;
}

/** Shortest and longest hard stop that make sense, ms. */
const TIMEOUT_RANGE = { min: 500, max: 120_000 };

/** Parses the words after `diagnose`. The error is one sentence that says what to do. */
export function parseDiagnoseArguments(words: readonly string[]): Result<DiagnoseArguments, string> {
  const parsed = readWords(words);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const answers = parseAnswers(values.answer ?? []);
  if (!answers.ok) return answers;
  const timeout = parseTimeout(values.timeout);
  if (!timeout.ok) return timeout;
  const complaint = contradiction(parsed.value);
  if (complaint !== null) return fail(complaint);
  return ok({
    input: positionals[0] ?? null,
    practice: values.practice ?? null,
    output: values.json === true ? "json" : values.events === true ? "events" : "human",
    timeoutMs: timeout.value,
    referencesFile: values.references ?? null,
    privateMode: values.private === true,
    askVantage: values.elsewhere === true,
    history: values["no-history"] !== true,
    answers: answers.value,
  });
}

function parseTimeout(given: string | undefined): Result<number | null, string> {
  if (given === undefined) return ok(null);
  const ms = /^\d+$/u.test(given) ? Number(given) : Number.NaN;
  return ms >= TIMEOUT_RANGE.min && ms <= TIMEOUT_RANGE.max
    ? ok(ms)
    : fail(`--timeout takes milliseconds from ${TIMEOUT_RANGE.min} to ${TIMEOUT_RANGE.max}, e.g. --timeout 8000.`);
}

/** What cannot be meant together, as a sentence; null when all is well. */
function contradiction({ values, positionals }: Parsed): string | null {
  const [input, ...more] = positionals;
  if (values.json === true && values.events === true)
    return "Choose one of --json and --events: --events already ends with the whole document.";
  if (values.private === true && values.elsewhere === true)
    return "--private contacts nobody but the site, --elsewhere asks others: choose one.";
  if (more.length > 0) return `One address at a time, please: "${more[0]}" was not expected.`;
  if (values.practice !== undefined && input !== undefined) return "Give an address or --practice SCENARIO, not both.";
  if (values.practice === undefined && input === undefined)
    return "Say which address to check, e.g. diagnose https://example.com/";
  return null;
}

type Parsed = ReturnType<typeof parse>;

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      events: { type: "boolean" },
      timeout: { type: "string" },
      references: { type: "string" },
      private: { type: "boolean" },
      elsewhere: { type: "boolean" },
      "no-history": { type: "boolean" },
      practice: { type: "string" },
      answer: { type: "string", multiple: true },
    },
  });
}

function readWords(words: readonly string[]): Result<Parsed, string> {
  try {
    return ok(parse(words));
  } catch (error) {
    // node:util's messages are sentences made for people ("Unknown option '--jsn'...").
    return fail(error instanceof Error ? (error.message.split(/\. |\n/u)[0] ?? "Unknown option") : "Unknown option");
  }
}

function parseAnswers(given: readonly string[]): Result<Answers, string> {
  const answers: Record<string, string> = {};
  for (const pair of given) {
    const [key = "", value = ""] = pair.split("=", 2);
    const known = keysOf(ANSWER_VALUES).find((candidate) => candidate === key);
    if (known === undefined)
      return fail(`--answer does not know "${key}"; it takes ${keysOf(ANSWER_VALUES).join(", ")}.`);
    const allowed: readonly string[] = ANSWER_VALUES[known];
    if (!allowed.includes(value))
      return fail(`--answer ${known} takes ${allowed.join(" or ")}, e.g. ${known}=${allowed[0]}.`);
    if (known in answers) return fail(`--answer ${known} was given twice; once is enough.`);
    answers[known] = value;
  }
  // Every key and value was just held against ANSWER_VALUES.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ok(answers as Answers);
}
