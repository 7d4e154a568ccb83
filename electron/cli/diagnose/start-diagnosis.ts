import { homedir } from "node:os";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { Checkup, CheckupEvent } from "../../../shared/model/checkup.ts";
import type { References } from "../../../shared/model/references.ts";
import { startLiveCheckup } from "../../engine/live-checkup.ts";
import { dataFolder } from "../../storage/data-folder.ts";
import { chosenReferences } from "../../engine/chosen-references.ts";
import { parseReferences, type ReferencesFault } from "../../engine/references.ts";
import { parseTarget } from "../../engine/target.ts";
import { startPractice } from "../../practice/start-practice.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import type { DiagnoseArguments } from "./diagnose-arguments.ts";
import { readNamedFile } from "../terminal/read-file.ts";

/** A check-up under way. */
export interface RunningDiagnosis {
  readonly done: Promise<Checkup>;
  cancel(): void;
}

/** Starts what the arguments ask for: a real check-up or a practice scenario. The error is one sentence. */
export async function startDiagnosis(
  args: DiagnoseArguments,
  env: Readonly<Record<string, string | undefined>>,
  onEvent: (event: CheckupEvent) => void,
  t: Translator,
): Promise<Result<RunningDiagnosis, string>> {
  const { answers, practice, privateMode, askVantage, timeoutMs } = args;
  if (practice !== null) {
    const started = await startPractice({ scenarioId: practice, answers, onEvent, timeoutMs });
    return started.ok ? started : fail(`There is no practice scenario "${practice}"; "practice" lists them.`);
  }
  const target = parseTarget(args.input ?? "");
  if (!target.ok) return fail(t(`error.${target.error}`));
  const references = await referencesFor(args, env);
  if (!references.ok) return references;
  return ok(
    startLiveCheckup({
      target: target.value,
      references: references.value,
      privateMode,
      askVantage,
      answers,
      timeoutMs,
      onEvent,
    }),
  );
}

const FAULT_WORDS: Readonly<Record<ReferencesFault["code"], (where: string) => string>> = {
  "not-json": () => "it is not JSON",
  "not-an-object": () => "it does not hold one object",
  "bad-entry": (where) => `its entry ${where} is not of the right form`,
  "unknown-key": (where) => `it has an entry ${where} that nobody knows`,
};

/** The references that a command works with: the file it names, else the one of the environment, else the built-in list. */
export async function referencesFor(
  args: Pick<DiagnoseArguments, "referencesFile">,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<References, string>> {
  const file = args.referencesFile ?? env["GOODGATEWAY_REFERENCES"] ?? "";
  if (file === "") {
    const chosen = chosenReferences(dataFolder({ platform: process.platform, env, home: homedir() }));
    if (chosen.ok) return chosen;
    const fault = FAULT_WORDS[chosen.error.code](chosen.error.where);
    return fail(`The endpoints set in settings.json cannot be used: ${fault}.`);
  }
  const text = await readNamedFile(file);
  if (!text.ok) return text;
  const parsed = parseReferences(text.value);
  if (!parsed.ok)
    return fail(`The references file ${file} cannot be used: ${FAULT_WORDS[parsed.error.code](parsed.error.where)}.`);
  return parsed;
}
