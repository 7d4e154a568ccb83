// `npm run package`: the program in dist/, for this system. Other arguments go to the packager (`--linux deb`, ...).
import { rm } from "node:fs/promises";
import { prepare } from "./prepare.mjs";
import { at } from "./lib/paths.mjs";
import { runTool } from "./lib/run.mjs";
import { reasonOf, say } from "./lib/say.mjs";

/** @returns {Promise<number>} the exit code */
async function pack() {
  await prepare();
  const { ensureBuild } = await import("./ensure-build.mjs");
  const { getRuntime } = await import("./runtime.mjs");
  const given = process.argv.slice(2);
  // A release is made of the pinned Electron or not at all: --release refuses anybody else's copy.
  const release = given.includes("--release");
  const [runtime] = await Promise.all([getRuntime({ standInAllowed: !release }), ensureBuild()]);
  if (release && runtime.kind !== "pinned") throw new Error("a release needs the pinned Electron itself");
  await rm(at("dist"), { recursive: true, force: true });
  const rest = given.filter((word) => word !== "--release");
  const args = [
    "--config",
    "build/config/electron-builder.mjs",
    "--publish",
    "never",
    ...(rest.length > 0 ? rest : ["--dir"]),
  ];
  const { code } = await runTool("electron-builder/cli.js", args, {
    output: "to-stderr",
    env: { GG_ELECTRON_DIST: runtime.dist, GG_ELECTRON_VERSION: runtime.version },
  });
  return code === 0 ? show() : code;
}

/** What was made, read back: its fuses and its sizes, each beside what is wanted. 1 when something is not so. */
async function show() {
  const { findPackaged, fuseRows, sizeRows, table } = await import("./lib/packaged.mjs");
  const packaged = await findPackaged();
  if (packaged === null) return 0;
  const [fuses, sizes] = [await fuseRows(packaged), await sizeRows(packaged)];
  process.stdout.write(`\n${table(["fuse", "wanted", "is", "why"], fuses)}\n`);
  process.stdout.write(`\n${table(["size", "is", "bar"], sizes)}\n\n`);
  return [...fuses, ...sizes].some(({ ok }) => ok === false) ? 1 : 0;
}

process.exitCode = await pack().catch((error) => {
  say(reasonOf(error));
  return 1;
});
