// `npm run bench`: how fast and how right (tests/bench). Windows are measured too: without a display, on an invisible one.
import { onDisplay } from "./lib/desktop.mjs";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { reasonOf, say } from "./lib/say.mjs";
import { prepare } from "./prepare.mjs";

try {
  await prepare();
  const { ensureBuild } = await import("./ensure-build.mjs");
  await ensureBuild();
  const words = [at("node_modules/tsx/dist/cli.mjs"), at("tests/bench/run.ts"), ...process.argv.slice(2)];
  const started = await onDisplay(process.execPath, words);
  if (started === null) throw new Error("there is no display and no xvfb-run: the window cannot be measured");
  process.exitCode = (await run(started.program, started.args)).code;
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 1;
}
