import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator, type Translator } from "../../../shared/text/translator.ts";
import { parseTarget } from "../../engine/target.ts";
import { livePlace } from "../../watch/live-place.ts";
import { referencesFor } from "../diagnose/start-diagnosis.ts";
import { printable } from "../terminal/style.ts";
import { EXIT, type Terminal } from "../terminal/terminal.ts";
import { parseWatchArguments, type WatchArguments } from "./watch-arguments.ts";
import type { Outcome } from "./watch-end.ts";
import { wait, type Setting, type WatchDeps } from "./watch-wait.ts";

/** `watch`: waits until a site is back. Exit code 0 when it is, 1 when the window ended the watch, 2 usage, 130 Ctrl-C. */
export async function watchCommand(
  words: readonly string[],
  terminal: Terminal,
  deps: WatchDeps = {},
): Promise<number> {
  const t = createTranslator("en", { en: ENGLISH });
  const parsed = parseWatchArguments(words, t("watch.terminal.usage"));
  const setting = parsed.ok ? await settingFor(parsed.value, terminal, deps, t) : parsed;
  if (!parsed.ok || !setting.ok) {
    const problem = parsed.ok ? setting : parsed;
    terminal.err(`${printable(problem.ok ? "" : problem.error)}\n`);
    return EXIT.usage;
  }
  try {
    const ended = await wait({ ...setting.value, args: parsed.value, terminal, t, deps });
    if (!ended.ok) {
      terminal.err(`${t("watch.terminal.not-kept", { code: ended.error })}\n`);
      return EX_IOERR;
    }
    return exitCode(ended.value.outcome);
  } finally {
    await setting.value.close();
  }
}

/** The watch could not be kept (sysexits.h). */
const EX_IOERR = 74;

async function settingFor(
  args: WatchArguments,
  { env }: Terminal,
  deps: WatchDeps,
  t: Translator,
): Promise<Result<Setting, string>> {
  if (args.practice !== null) {
    const { startPracticePlace } = await import("../../practice/practice-place.ts");
    const practice = await startPracticePlace(args.practice);
    return practice.ok ? practice : fail(`There is no practice scenario "${args.practice}"; "practice" lists them.`);
  }
  const target = parseTarget(args.input);
  if (!target.ok) return fail(t(`error.${target.error}`));
  if (deps.place !== undefined) return ok({ target: target.value, place: deps.place, close: nothingToClose });
  const references = await referencesFor(args, env);
  if (!references.ok) return references;
  return ok({ target: target.value, place: await livePlace(references.value), close: nothingToClose });
}

async function nothingToClose(): Promise<void> {}

function exitCode(outcome: Outcome): number {
  if (outcome === "interrupted") return EXIT.interrupted;
  return outcome === "stopped" ? EXIT.problem : EXIT.done;
}
