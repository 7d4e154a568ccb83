// `npm run dev`: builds at every change and starts the window afresh. The window is served as in the shipped program,
// from its own scheme and under its own content policy, so what works here works there.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { prepare } from "./prepare.mjs";
import { sandboxSwitches } from "./lib/desktop.mjs";
import { ROOT } from "./lib/paths.mjs";
import { reasonOf, say } from "./lib/say.mjs";

/** Pause between two looks at the sources, ms: a build takes about a second. */
const LOOK_MS = 500;

await prepare();
const { ensureBuild, fingerprint } = await import("./ensure-build.mjs");
const { getRuntime } = await import("./runtime.mjs");
const runtime = await getRuntime();
const switches = await sandboxSwitches(runtime.dist);

/** @type {import("node:child_process").ChildProcess | null} */
let shown = null;

function show() {
  shown?.removeAllListeners("exit");
  shown?.kill();
  shown = spawn(runtime.executable, [...switches, ROOT], { cwd: ROOT, stdio: "inherit" });
  shown.on("exit", (code) => process.exit(code ?? 0)); // the window was closed: done
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    shown?.removeAllListeners("exit");
    shown?.kill();
    process.exit(0);
  });
}

/** Builds what differs and shows it. Half-written sources do not build: that is said, and the next change awaited. */
async function round() {
  const print = await fingerprint();
  try {
    if ((await ensureBuild()) || shown === null) show();
  } catch (error) {
    say(reasonOf(error));
    while ((await fingerprint()) === print) await sleep(LOOK_MS);
  }
}

for (;;) {
  await round();
  await sleep(LOOK_MS);
}
