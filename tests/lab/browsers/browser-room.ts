import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Programs that a room needs, with the browsers themselves. */
const NEEDS = ["/usr/bin/unshare", "/usr/sbin/ip", "/usr/bin/xvfb-run", "/usr/bin/chromium", "/usr/bin/firefox-esr"];

/** What is not here and rooms need; empty when all is there. */
export function missingForRooms(): readonly string[] {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return ["root on Linux"];
  return NEEDS.filter((path) => {
    try {
      accessSync(path, constants.X_OK);
      return false;
    } catch {
      return true;
    }
  });
}

/**
 * A network of its own with two addresses for pages, its own list of DNS servers, and flags of Chromium that a person
 * has not: it refuses to run as root with its sandbox. A browser can reach nothing else from here.
 */
const ROOM = [
  "ip link set lo up",
  "ip link add v0 type veth peer name v1",
  "ip link set v0 up",
  "ip link set v1 up",
  "ip addr add 192.0.2.10/24 dev v0",
  "ip addr add 192.0.2.2/32 dev lo",
  "ip addr add 192.0.2.3/32 dev lo",
  'mount --bind "$1/resolv.conf" /etc/resolv.conf',
  'mount --bind "$1/chromium.d" /etc/chromium.d',
  "shift",
  // Not in place of the shell: Xvfb does not tell a parent with the number 1 that it is ready.
  '{ "$@"; exit $?; }',
].join(" && ");

/** A program for a room: bundled once, with the libraries that cannot be left beside it. */
export async function bundleForRooms(source: string): Promise<string> {
  const outfile = join(
    ROOT,
    "node_modules/.cache/browser-lab",
    `${source.replace(/.*\//, "").replace(/\.ts$/, "")}.mjs`,
  );
  await build({
    entryPoints: [join(ROOT, source)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["playwright-core", "systeminformation"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return outfile;
}

/**
 * Runs a bundled program in a room, under a display of its own and a fresh home; gives the JSON of its last line. `more`:
 * further variables of its environment.
 */
export async function runInRoom(
  program: string,
  args: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "gg-room-"));
  try {
    await Promise.all([
      writeFile(join(folder, "resolv.conf"), "nameserver 127.0.0.1\n"),
      mkdir(join(folder, "home")),
      cp("/etc/chromium.d", join(folder, "chromium.d"), { recursive: true }),
    ]);
    const flags = 'CHROMIUM_FLAGS="$CHROMIUM_FLAGS --no-sandbox --disable-gpu --no-first-run --password-store=basic"\n';
    await writeFile(join(folder, "chromium.d", "zz-room"), flags);
    const spaces = ["-m", "-n", "-p", "-f", "--mount-proc", "--kill-child", "--propagation", "private"];
    const inside = ["xvfb-run", "-a", process.execPath, program, ...args];
    const stdout = await new Promise<string>((settle, refuse) => {
      const env = {
        ...process.env,
        HOME: join(folder, "home"),
        GOODGATEWAY_HOME: join(folder, "data"),
        XDG_CONFIG_HOME: "",
        XDG_CACHE_HOME: "",
        ...more,
      };
      execFile(
        "unshare",
        [...spaces, "/bin/sh", "-c", ROOM, "sh", folder, ...inside],
        { timeout: 110_000, killSignal: "SIGKILL", env, maxBuffer: 16 * 1024 * 1024 },
        (error, out, err) =>
          error === null ? settle(out) : refuse(new Error(`${error.message}\n${out}\n${err.slice(-3_000)}`)),
      );
    });
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "null");
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in which the browser may forget by itself before the test counts as failed. */
const TRIES = 3;

/**
 * The same for a Chromium that is to keep an old address. On a busy machine it sometimes drops it by itself, whatever
 * happens beside it; such a run shows nothing and is made again.
 */
export async function runWithOldAddress(...how: Parameters<typeof runInRoom>): Promise<unknown> {
  let seen = await runInRoom(...how);
  for (let left = TRIES - 1; left > 0 && forgot(seen); left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each in a room of its own
    seen = await runInRoom(...how);
  }
  return seen;
}

function forgot(seen: unknown): boolean {
  return (
    typeof seen === "object" && seen !== null && "stillStale" in seen && seen.stillStale === "page at the new address"
  );
}
