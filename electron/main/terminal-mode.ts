import { app } from "electron";
import { endOnOutputErrors } from "../cli/terminal/output-errors.ts";
import { runCli } from "../cli/run.ts";
import { processTerminal } from "../cli/terminal/terminal.ts";

/**
 * Runs a terminal command inside the desktop program, before anything of a window exists, and ends the program with
 * the command's exit code. Needs no display.
 */
export async function runInTerminal(words: readonly string[]): Promise<void> {
  // On macOS a program with a window kit gets an icon in the Dock; a terminal command must not.
  if (process.platform === "darwin") app.setActivationPolicy("prohibited");
  endOnOutputErrors(process.stdout, (code) => app.exit(code));
  app.exit(await runCli(words, processTerminal()));
}
