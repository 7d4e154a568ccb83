// `npm run package`: the program in dist/, for this system. `--installers`: on Linux the deb, rpm and tar.gz too, made
// with the system's own tools. Other arguments go to the packager (`--linux deb`, ...).
import { rm } from "node:fs/promises";
import { prepare } from "./prepare.mjs";
import { packingTools } from "./installers/tools.mjs";
import { at } from "./lib/paths.mjs";
import { runTool } from "./lib/run.mjs";
import { reasonOf, say } from "./lib/say.mjs";

/** The runtime that is here, its fuses and its signing are one system's. */
const SYSTEMS = /** @type {const} */ ({ "--linux": "linux", "--mac": "darwin", "--win": "win32" });

/** @returns {Promise<number>} the exit code */
async function pack() {
  await prepare();
  const { ensureBuild } = await import("./ensure-build.mjs");
  const { getRuntime } = await import("./runtime.mjs");
  const given = process.argv.slice(2);
  // A release is made of the pinned Electron or not at all: --release refuses anybody else's copy.
  const release = given.includes("--release");
  const foreign = Object.entries(SYSTEMS).find(([word, system]) => given.includes(word) && system !== process.platform);
  if (foreign !== undefined) throw new Error(`${foreign[0]}: each system's packages are made on that system`);
  const runtime = await getRuntime({ standInAllowed: !release });
  if (release && runtime.kind !== "pinned") throw new Error("a release needs the pinned Electron itself");
  await ensureBuild();
  await rm(at("dist"), { recursive: true, force: true });
  const { code } = await runTool("electron-builder/cli.js", wordsFor(given), {
    output: "to-stderr",
    env: { ...(await packingTools(release)), ...runtimeFor(runtime, given.length > 0) },
  });
  return code === 0 ? show(runtime) : code;
}

/**
 * What the packager is told.
 * @param {readonly string[]} given
 */
function wordsFor(given) {
  const rest = given
    .filter((word) => word !== "--release")
    .flatMap((word) => (word === "--installers" ? ["--linux", "deb", "rpm", "tar.gz"] : [word]));
  const own = ["--config", "build/config/electron-builder.mjs", "--publish", "never"];
  return [...own, ...(rest.length > 0 ? rest : ["--dir"])];
}

/**
 * Which Electron is packaged. The folder that is here holds one processor's: installers are for several, so of the pinned
 * version the packager fetches each and holds it against the hashes that came with Electron's package.
 * @param {import("./runtime.mjs").Runtime} runtime
 * @param {boolean} installers
 */
function runtimeFor({ kind, dist, version }, installers) {
  return {
    GG_ELECTRON_DIST: installers && kind === "pinned" ? undefined : dist,
    GG_ELECTRON_VERSION: version,
    // What is not made of the pinned Electron says so in its names and in its folder.
    GG_NOT_FOR_RELEASE: kind === "pinned" ? undefined : `Electron ${version} (${kind})`,
  };
}

/**
 * What was made, read back: its fuses and its sizes, each beside what is wanted. 1 when something is not so.
 * @param {import("./runtime.mjs").Runtime} runtime
 */
async function show({ kind, version }) {
  const { findPackaged, fuseRows, sizeRows, table } = await import("./lib/packaged.mjs");
  if (kind !== "pinned")
    say(`made of Electron ${version} (${kind}), not of the pinned one: to try out and to test, not to give to others`);
  const packaged = await findPackaged();
  if (packaged === null) return 0;
  const [fuses, sizes] = [await fuseRows(packaged), await sizeRows(packaged)];
  process.stdout.write(`\n${table(["fuse", "wanted", "is", "why"], fuses)}\n`);
  process.stdout.write(`\n${table(["size", "is", "bar"], sizes)}\n\n`);
  if ([...fuses, ...sizes].some(({ ok }) => ok === false)) return 1;
  process.stdout.write(`Made: ${packaged.program}\n`);
  return 0;
}

process.exitCode = await pack().catch((error) => {
  say(reasonOf(error));
  return 1;
});
