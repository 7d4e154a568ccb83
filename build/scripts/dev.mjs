// `npm run dev`: builds at every change and starts the window afresh. The window is served as in the shipped program,
// from its own scheme and under its own content policy, so what works here works there.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { prepare } from "./prepare.mjs";
import { sandboxSwitches } from "./lib/desktop.mjs";
import { at, ROOT } from "./lib/paths.mjs";
import { say } from "./lib/say.mjs";

/** The three builds end one after another; the window starts when nothing was written for this long, ms. */
const SETTLED_MS = 400;

await prepare();
const { getRuntime } = await import("./runtime.mjs");
const runtime = await getRuntime();
const switches = await sandboxSwitches(runtime.dist);
await mkdir(at("out"), { recursive: true });

const builder = spawn(
  process.execPath,
  [
    at("node_modules/electron-vite/bin/electron-vite.js"),
    "build",
    "-c",
    "build/config/electron.vite.config.ts",
    "--logLevel",
    "warn",
  ],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, GG_WATCH: "1" } },
);

/** @type {import("node:child_process").ChildProcess | null} */
let shown = null;
/** @type {NodeJS.Timeout | undefined} */
let timer;

async function restart() {
  const parts = ["out/main/index.js", "out/preload/index.cjs", "out/renderer/index.html"];
  const built = await Promise.allSettled(parts.map((part) => access(at(part))));
  if (built.some(({ status }) => status === "rejected")) return;
  shown?.removeAllListeners("exit");
  shown?.kill();
  shown = spawn(runtime.executable, [...switches, ROOT], { cwd: ROOT, stdio: "inherit" });
  shown.on("exit", () => builder.kill()); // the window was closed: done
}

watch(at("out"), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void restart(), SETTLED_MS);
});
builder.on("exit", (code) => {
  shown?.kill();
  say("stopped");
  process.exit(code ?? 0);
});
