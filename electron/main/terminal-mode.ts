import { app } from "electron";
import { runCli } from "../cli/run.ts";
import { processTerminal } from "../cli/terminal.ts";

/**
 * Runs a terminal command inside the desktop program, before anything of a window exists, and ends the program with
 * the command's exit code. Needs no display.
 */
export async function runInTerminal(words: readonly string[]): Promise<void> {
  // On macOS a program with a window kit gets an icon in the Dock; a terminal command must not.
  if (process.platform === "darwin") app.setActivationPolicy("prohibited");
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that stops early (`| head`) is not an error of ours.
    if (error.code === "EPIPE") app.exit(0);
    else throw error;
  });
  app.exit(await runCli(words, processTerminal()));
}
