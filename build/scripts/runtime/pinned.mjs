import { spawn } from "node:child_process";
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { at, cacheFolder } from "../lib/paths.mjs";

/** A download that brings nothing for this long (ms) is given up. */
const SILENT_MS = 8_000;
/** The longest a download that does bring something may take, ms. */
const TOTAL_MS = 10 * 60_000;
/** After a failed try we do not try again for this long, ms. */
const PAUSE_MS = 24 * 60 * 60_000;

/** The version package.json pins. */
export async function pinnedVersion() {
  /** @type {{ devDependencies: Record<string, string> }} */
  const { devDependencies } = JSON.parse(await readFile(at("package.json"), "utf8"));
  return devDependencies["electron"] ?? "";
}

/** The pinned Electron when its binary lies in node_modules; else null. */
export async function pinnedPresent() {
  const folder = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  try {
    const [name, version] = await Promise.all([
      readFile(join(folder, "path.txt"), "utf8"),
      readFile(join(folder, "dist", "version"), "utf8"),
    ]);
    const executable = join(folder, "dist", name);
    await access(executable);
    const found = version.trim().replace(/^v/, "");
    return found === (await pinnedVersion()) ? { dist: join(folder, "dist"), executable, version: found } : null;
  } catch {
    return null; // not downloaded yet, or only half
  }
}

/** True when a download failed so recently that another try would only cost time. */
export async function downloadFailedLately() {
  const since = await stat(stampFile()).then(
    (info) => Date.now() - info.mtimeMs,
    () => Infinity,
  );
  return since < PAUSE_MS;
}

/**
 * Lets Electron's own installer download and verify it, as long as bytes arrive. True when it worked; a failure is
 * remembered for a day.
 */
export async function downloadPinned() {
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), "download-"));
  try {
    const good = await installWatched(work);
    if (good) await rm(stampFile(), { force: true });
    else await writeFile(stampFile(), "");
    return good;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work its temporary files go here, so that their growth can be seen */
async function installWatched(work) {
  const installer = createRequire(import.meta.url).resolve("electron/install.js");
  const child = spawn(process.execPath, [installer], {
    env: { ...process.env, TMPDIR: work, TMP: work, TEMP: work },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
  const started = Date.now();
  let size = 0;
  let grewAt = started;
  const watch = async () => {
    const now = await sizeOf(work);
    if (now > size) grewAt = Date.now();
    size = now;
    if (Date.now() - grewAt > SILENT_MS || Date.now() - started > TOTAL_MS) child.kill("SIGKILL");
  };
  const timer = setInterval(() => void watch(), 500);
  const good = await ended;
  clearInterval(timer);
  return good && (await pinnedPresent()) !== null;
}

/** @param {string} folder @returns {Promise<number>} bytes, or 0 when it is gone */
async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (s) => s.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}

function stampFile() {
  return join(cacheFolder(), "download-failed");
}
