import { spawn, type ChildProcess } from "node:child_process";
import { chown, cp, link, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** "nobody" on every Linux: a user who owns nothing. */
const NOBODY = 65_534;

/** A folder that an ordinary user may use, and how to start programs in it as that user. */
export interface OrdinaryUser {
  readonly folder: string;
  /** Puts a folder's files in, as links where possible: a runtime has 350 MB. Returns the new place. */
  bring(source: string, name: string): Promise<string>;
  /** Starts a program as this user, with its own invisible display. Its whole group ends with `stop`. */
  start(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  /** A file that starts a program as this user on the display of the tests, for a driver that wants one to start. */
  starter(program: string, env: Readonly<Record<string, string>>): Promise<string>;
  remove(): Promise<void>;
}

/** The ordinary user: whoever runs the tests, or nobody when that is root (Chromium's sandbox does not work for root). */
export async function ordinaryUser(): Promise<OrdinaryUser> {
  const root = process.getuid?.() === 0;
  const folder = await mkdtemp(join(tmpdir(), "gg-user-"));
  const home = join(folder, "home");
  await mkdir(home, { mode: 0o700 });
  if (root) await Promise.all([chown(folder, NOBODY, NOBODY), chown(home, NOBODY, NOBODY)]);
  const started: ChildProcess[] = [];
  const nullDevice = (await stat("/dev/null")).mode & 0o022;
  const becoming = (env: Readonly<Record<string, string>>): readonly string[] => {
    const own = { PATH: "/usr/bin:/bin", HOME: home, XDG_RUNTIME_DIR: home, LANG: "C.UTF-8", ...env };
    const words = ["env", "-i", ...Object.entries(own).map(([key, value]) => `${key}=${value}`)];
    return [...(root ? asNobody(nullDevice === 0) : []), ...words];
  };
  return {
    folder,
    async bring(source, name) {
      const target = join(folder, name);
      await linkTree(source, target);
      return target;
    },
    start(program, args, env = {}) {
      const command = [...becoming(env), "xvfb-run", "-a", program, ...args];
      const child = spawn(command[0] ?? "", command.slice(1), {
        cwd: folder,
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
      });
      started.push(child);
      return child;
    },
    async starter(program, env) {
      const display = { DISPLAY: process.env["DISPLAY"] ?? "", XAUTHORITY: await ownKey(folder, root) };
      const line = [...becoming({ ...display, ...env }), program].map(quoted).join(" ");
      const file = join(folder, "start.sh");
      await writeFile(file, `#!/bin/sh\nexec ${line} "$@"\n`, { mode: 0o755 });
      return file;
    },
    async remove() {
      for (const { pid, exitCode } of started) if (pid !== undefined && exitCode === null) endGroup(pid);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Where /dev/null is closed to ordinary users (some containers), a private one is put over it for this process alone. */
function asNobody(nullIsClosed: boolean): string[] {
  const user = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  if (!nullIsClosed) return user;
  const script = 'd=$(mktemp -u) && mknod -m 666 "$d" c 1 3 && mount --bind "$d" /dev/null && rm -f "$d"; exec "$@"';
  return ["unshare", "--mount", "--propagation", "private", "bash", "-c", script, "bash", ...user];
}

/** The key to the tests' display, as a file that this user may read; empty where the display asks for none. */
async function ownKey(folder: string, root: boolean): Promise<string> {
  const key = process.env["XAUTHORITY"] ?? "";
  if (!root || key === "") return key;
  const own = join(folder, "display-key");
  await cp(key, own);
  await chown(own, NOBODY, NOBODY);
  return own;
}

/** A word as the shell takes it literally. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // it ended meanwhile
  }
}

async function linkTree(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) await linkTree(from, to);
    else await link(from, to).catch(async () => cp(from, to, { preserveTimestamps: true, mode: 0 }));
  }
}
