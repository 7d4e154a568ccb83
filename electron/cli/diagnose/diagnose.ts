import { documentSchema, type CheckupDocument } from "../../../shared/contract/document.ts";
import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import type { CheckupEvent } from "../../../shared/model/checkup.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator, type Translator } from "../../../shared/text/translator.ts";
import { makeDocument } from "../../report/document.ts";
import { thisOrigin } from "../../report/this-origin.ts";
import { rememberCheckup } from "./remember.ts";
import { parseDiagnoseArguments, type DiagnoseArguments } from "./diagnose-arguments.ts";
import { renderHuman } from "./human.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { showProgress } from "./progress.ts";
import { startDiagnosis } from "./start-diagnosis.ts";
import { printable, styleFor } from "../terminal/style.ts";
import { EXIT, type Terminal } from "../terminal/terminal.ts";

/** `diagnose`: one check-up. Exit code 0 healthy, 1 problem, 2 usage, 3 inconclusive. */
export async function diagnoseCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseDiagnoseArguments(words);
  if (!parsed.ok) {
    terminal.err(`${printable(parsed.error)}\n`);
    return EXIT.usage;
  }
  return diagnose(parsed.value, terminal);
}

async function diagnose(args: DiagnoseArguments, terminal: Terminal): Promise<number> {
  const t = createTranslator("en", { en: ENGLISH });
  const progress = showProgress(terminal, t, args.output);
  const listeners: ((event: CheckupEvent) => void)[] = [progress.event];
  const written: Promise<void>[] = [];
  if (args.output === "events")
    listeners.push((event) => {
      const line = eventLine(event, t);
      if (line !== null) written.push(terminal.out(`${line}\n`));
    });
  const interrupt = onInterrupt();
  const started = await startDiagnosis(
    args,
    terminal.env,
    (event) => {
      for (const listener of listeners) listener(event);
    },
    t,
  );
  if (!started.ok) {
    interrupt.forget();
    progress.end();
    terminal.err(`${printable(started.error)}\n`);
    return EXIT.usage;
  }
  interrupt.calls(() => started.value.cancel());
  const checkup = await started.value.done;
  progress.end();
  const document = makeDocument(checkup, thisOrigin(APP_VERSION), t);
  await Promise.all(written);
  await terminal.out(print(document, { args, terminal, t }));
  if (args.history) await rememberCheckup(checkup, args, terminal);
  return interrupt.forget() ? EXIT.interrupted : exitCode(document);
}

interface Printing {
  readonly args: DiagnoseArguments;
  readonly terminal: Terminal;
  readonly t: Translator;
}

function print(document: CheckupDocument, { args, terminal, t }: Printing): string {
  if (args.output === "human") return renderHuman(document, t, styleFor(terminal), terminal.columns);
  // What leaves must be what the schema promises; a mismatch is our bug and is heard.
  const checked = documentSchema.parse(document);
  return `${args.output === "json" ? JSON.stringify(checked, null, 2) : JSON.stringify(checked)}\n`;
}

/** One line of `--events`; null for events that scripts do not get (the whole document comes last by itself). */
function eventLine(event: CheckupEvent, t: Translator): string | null {
  switch (event.kind) {
    case "started":
      return JSON.stringify({ event: "started", id: event.id, planned: event.planned });
    case "check-started":
      return JSON.stringify({ event: "check-started", id: event.id, checkId: event.checkId, atMs: event.atMs });
    case "check-ended": {
      const { result } = event;
      const { id: checkId, status, startedMs, durationMs } = result;
      return JSON.stringify({
        event: "check-ended",
        id: event.id,
        checkId,
        status,
        startedMs,
        durationMs,
        summary: t.message(result.summary),
      });
    }
    case "path":
      return JSON.stringify({ event: "path", id: event.id, path: event.path });
    case "ended":
      return null;
  }
}

function exitCode({ verdict }: CheckupDocument): number {
  if (verdict.code === "healthy") return EXIT.done;
  return verdict.code === "inconclusive" ? EXIT.inconclusive : EXIT.problem;
}
