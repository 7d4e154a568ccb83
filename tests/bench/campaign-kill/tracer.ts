import { spawn, spawnSync } from "node:child_process";
import { createReadStream, readdirSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";

/**
 * System calls after which something outside the process is different: files, folders, links, rights, what is on the
 * disk, and messages to services. `openat` counts only where it creates or empties a file. Left out: calls that the
 * kernel restarts for ever while a signal waits (copy_file_range, sendfile); those right after them are here.
 */
const CALLS = [
  ["creat", "write", "writev", "pwrite64", "pwritev", "ftruncate", "truncate"],
  ["rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat"],
  ["mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "lchown"],
  ["utimensat", "setxattr", "fsetxattr", "lsetxattr", "fsync", "fdatasync", "sync", "syncfs", "sendmsg", "sendto"],
]
  .flat()
  .join(",");

/** What is killed: everything that was started (a power cut for processes), or the program alone. */
export type KillWhom = "everything" | "program";

/** How a traced run ended. */
export interface TracedRun {
  /** Calls that touched state until the end or the kill. */
  readonly points: number;
  /** The last one, as strace wrote it. */
  readonly last: string;
  readonly killed: boolean;
  readonly stdout: string;
}

/**
 * Runs a program with all its descendants, each stopped after every call that touches state; after number `killAt` in
 * the order of all of them together, SIGKILL, before any of them can make another call. Null: counts only. `opens`:
 * also after files were created or emptied (slow: every file that is opened at all stops the program).
 */
export async function traced(
  argv: readonly string[],
  killAt: number | null,
  whom: KillWhom,
  opens: boolean,
): Promise<TracedRun> {
  const calls = opens ? `openat,${CALLS}` : CALLS;
  const already = new Set(processes());
  const fifo = `/tmp/trace-${process.pid}`;
  rmSync(fifo, { force: true });
  spawnSync("mkfifo", [fifo]);
  // Not with --seccomp-bpf: the stop would not be delivered.
  const options = ["-f", "-qq", "-y", "-s", "600", "-e", `trace=${calls}`, "-e", `inject=${calls}:signal=STOP`];
  const child = spawn("strace", [...options, "-o", fifo, ...argv], { stdio: ["ignore", "pipe", "ignore"] });
  let stdout = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  const seen = new Map<number, string>();
  const waiting = new Set<number>();
  let program: number | null = null;
  let points = 0;
  let last = "";
  let killed = false;

  const onLine = (line: string): void => {
    const [, who = "", text = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const pid = Number(who);
    if (who === "" || killed) return;
    program ??= pid;
    if (text.startsWith("--- SIGSTOP {")) {
      waiting.add(pid);
    } else if (text.startsWith("--- stopped by SIGSTOP")) {
      if (!waiting.delete(pid)) return;
      const call = seen.get(pid) ?? "";
      if (touches(call)) {
        points += 1;
        last = `${pid === program ? "program" : "other"} ${call}`;
        if (points === killAt) {
          killed = true;
          end(child.pid ?? 0, whom === "everything" ? () => processes().filter((one) => !already.has(one)) : [program]);
          return;
        }
      }
      signal(pid, "SIGCONT");
    } else if (!text.startsWith("---") && !text.startsWith("+++")) {
      waiting.delete(pid);
      seen.set(pid, text.startsWith("<...") ? `${(seen.get(pid) ?? "").replace(/ <unfinished.*/, "")} ${text}` : text);
    }
  };
  const lines = createInterface({ input: createReadStream(fifo) });
  lines.on("line", onLine);
  await new Promise((resolve) => child.once("close", resolve));
  if (killed) await letGo(already);
  return { points, last, killed, stdout };
}

/** First those who must die, while everything stands still; then the tracer, which lets the others go on. */
function end(tracer: number, victims: readonly number[] | (() => readonly number[])): void {
  if (typeof victims !== "function") {
    for (const pid of victims) signal(pid, "SIGKILL");
    signal(tracer, "SIGKILL");
    return;
  }
  // Again until none is left: one of those that ran may have started another meanwhile.
  for (let left = victims(); left.length > 0; left = victims()) for (const pid of left) signal(pid, "SIGKILL");
}

/** Those that live on must not stay stopped: a stop that was on its way may arrive after the tracer has gone. */
async function letGo(already: ReadonlySet<number>): Promise<void> {
  for (let look = 0; look < 10; look += 1) {
    for (const pid of processes()) if (!already.has(pid)) signal(pid, "SIGCONT");
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Every process of this machine that is not dead already (a throw-away machine: nobody else's are among them). */
function processes(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && isAlive(name))
    .map(Number);
}

function isAlive(pid: string): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** Messages to NetworkManager and systemd-resolved that ask for a change; all others only read. */
const CHANGING = /Checkpoint|Reapply|Update|SetLink|RevertLink|FlushCaches/;

/** Did this call change anything that others can see? Pipes among our own processes and event counters are not. */
function touches(call: string): boolean {
  if (/ = -1 /.test(call)) return false;
  if (call.startsWith("send")) return CHANGING.test(call);
  if (call.startsWith("openat(")) return /O_CREAT|O_TRUNC/.test(call) && !/"\/dev\/(?:null|tty)"/.test(call);
  return !/^\w+\(\d+<(?:pipe:|socket:|UNIX|anon_inode|\/dev\/(?:null|pts))/.test(call);
}
