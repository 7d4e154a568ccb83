import { runCli } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// A reader that stops early (`| head`) is not an error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
const code = await runCli(process.argv.slice(2), processTerminal());
// Look-ups of the operating system cannot be cancelled and would keep the process alive after the answer is out.
process.exit(code);
