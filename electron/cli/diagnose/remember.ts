import type { Checkup } from "../../../shared/model/checkup.ts";
import type { DiagnoseArguments } from "./diagnose-arguments.ts";
import { printable } from "../terminal/style.ts";
import type { Terminal } from "../terminal/terminal.ts";

/**
 * Keeps a check-up of the terminal in the history, after its answer was written. A disk that refuses is said in one line
 * on stderr and changes no exit code. Practice check-ups, private ones and those that were stopped are not kept.
 */
export async function rememberCheckup(
  checkup: Checkup,
  { practice, privateMode }: Pick<DiagnoseArguments, "practice" | "privateMode">,
  terminal: Terminal,
): Promise<void> {
  const { belongsInHistory, keepCheckup, notKept } = await import("../../report/kept/keep-checkup.ts");
  if (!belongsInHistory(checkup, { practice: practice !== null, privateMode })) return;
  const kept = keepCheckup(checkup, terminal.env);
  if (!kept.ok) terminal.err(`${printable(notKept(kept.error))}\n`);
}
