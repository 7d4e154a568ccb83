// `npm run --silent cli -- COMMAND`: builds when needed and is otherwise invisible: stdout is the command's own.
import { prepare } from "./prepare.mjs";
import { reasonOf, say } from "./lib/say.mjs";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";

try {
  await prepare();
  const { ensureBuild } = await import("./ensure-build.mjs");
  await ensureBuild();
  const { code } = await run(process.execPath, [at("out/cli/index.js"), ...process.argv.slice(2)], {
    // Paths in the arguments are meant from where the command was typed.
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
  });
  process.exitCode = code;
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 70; // EX_SOFTWARE (sysexits.h): none of the command's own codes
}
