// `npm start`: runtime, build, window. Dependencies are there already (prestart).
import { ROOT } from "./lib/paths.mjs";
import { hasDisplay, sandboxSwitches } from "./lib/desktop.mjs";
import { run } from "./lib/run.mjs";
import { reasonOf, say } from "./lib/say.mjs";
import { ensureBuild } from "./ensure-build.mjs";
import { getRuntime } from "./runtime.mjs";

/** What the terminal shows where no window can: a fault everybody meets, in the practice network. */
const DEMONSTRATION = "gateway-dead-origin";

/** Chromium's own complaints about missing desktop services (D-Bus, a graphics card) are not for newcomers: fatal ones only. */
const QUIET = ["--log-level=3"];

/** @returns {Promise<number>} the exit code */
async function start() {
  if (!hasDisplay()) return inTerminal();
  const [runtime] = await Promise.all([getRuntime(), ensureBuild()]);
  const switches = await sandboxSwitches(runtime.dist);
  const { code } = await run(runtime.executable, [...switches, ...QUIET, ROOT, ...process.argv.slice(2)]);
  return code;
}

async function inTerminal() {
  await ensureBuild();
  say("there is no display for a window, so here is a check-up of a practice fault in the terminal");
  const { code } = await run(process.execPath, ["out/cli/index.js", "diagnose", "--practice", DEMONSTRATION]);
  say("to check a real address: node out/cli/index.js diagnose https://example.com");
  // A practice fault is meant to be found: 1 ("problem found") is the right end of this demonstration.
  return code === 1 ? 0 : code === 0 ? 1 : code;
}

process.exitCode = await start().catch((error) => {
  say(reasonOf(error));
  return 1;
});
