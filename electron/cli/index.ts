import { askOnceOrTwice } from "../probes/lookup/resolver-tries.ts";
import { endOnOutputErrors } from "./terminal/output-errors.ts";
import { runCli } from "./run.ts";
import { processTerminal } from "./terminal/terminal.ts";

askOnceOrTwice(process.env);
endOnOutputErrors(process.stdout, (code) => process.exit(code));
const code = await runCli(process.argv.slice(2), processTerminal());
// Look-ups of the operating system cannot be cancelled and would keep the process alive after the answer is out.
process.exit(code);
