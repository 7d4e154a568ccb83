import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildSync } from "esbuild";

/** Throw-away machines for tests: see box.sh. */
const ROOT = resolve(import.meta.dirname, "../../..");
const BOX = resolve(ROOT, "tests/lab/dns/box.sh");

/** The name of a machine of this clone: two clones may run their tests at the same time. */
export function boxName(name: string): string {
  return `${name}-${createHash("sha256").update(ROOT).digest("hex").slice(0, 4)}`;
}

/** What is not here and throw-away machines need, with what the caller needs besides; empty when all is there. */
export function missingForBoxes(programs: readonly string[] = []): readonly string[] {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return ["root on Linux"];
  const wanted = ["ip", "unshare", "nsenter", "dnsmasq", "busctl", "dbus-daemon", "apt-get", "pgrep", ...programs];
  return wanted.filter(
    (name) => !["/usr/bin", "/usr/sbin", "/bin", "/sbin"].some((folder) => runs(`${folder}/${name}`)),
  );
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** One file that plain Node runs inside a machine (where starting the TypeScript loader takes longer than the test). */
export function bundleForBoxes(source: string): string {
  const folder = resolve(ROOT, "node_modules/.cache/dns-lab");
  mkdirSync(folder, { recursive: true });
  // Some libraries are CommonJS and ask for Node's own modules by require, which an ES module has not.
  const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };
  const common = { bundle: true, platform: "node", format: "esm", target: "node20", banner } as const;
  const built = buildSync({ ...common, entryPoints: [resolve(ROOT, source)], write: false, logLevel: "error" });
  const contents = built.outputFiles[0]?.contents ?? new Uint8Array();
  // Named by what is in it: never replaced while a machine or another worker reads it.
  const mark = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const outfile = resolve(folder, `${source.replace(/.*\//, "").replace(/\.ts$/, "")}-${mark}.mjs`);
  if (!existsSync(outfile)) {
    writeFileSync(`${outfile}.${process.pid}`, contents);
    renameSync(`${outfile}.${process.pid}`, outfile);
  }
  return outfile;
}

/** One machine. */
export interface Box {
  readonly name: string;
  /** The network namespace of the small internet beside it. */
  readonly internet: string;
  /** The host's folder with its resolvers' logs and process numbers. */
  readonly folder: string;
  /** Runs a program in it. */
  run(...argv: readonly string[]): { readonly code: number | null; readonly stdout: string; readonly stderr: string };
  /** Runs a line of shell in it. */
  sh(script: string): string;
  reboot(): void;
  down(): void;
}

/** Starts a machine under one kind of DNS manager. */
export function startBox(short: string, kind: string): Box {
  const name = boxName(short);
  const box = (...args: readonly string[]) => {
    const ran = spawnSync(BOX, args, { encoding: "utf8", timeout: 240_000 });
    return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
  };
  const up = box("up", name, kind);
  if (up.code !== 0) throw new Error(`the machine ${name} did not start: ${up.stderr}`);
  return {
    name,
    internet: `${name}-net`,
    folder: `/tmp/gg-boxes/${name}/net`,
    run: (...argv) => box("x", name, ...argv),
    sh: (script) => box("x", name, "/bin/sh", "-c", script).stdout,
    reboot: () => {
      const again = box("reboot", name);
      if (again.code !== 0) throw new Error(`the machine ${name} did not start again: ${again.stderr}`);
    },
    down: () => {
      box("down", name);
    },
  };
}

/** What one of the resolvers beside a machine was asked for: its log (`old`, `cloudflare`, `google`). */
export function askedOf(box: Box, server: string): string {
  return readFileSync(`${box.folder}/${server}.log`, "utf8");
}
