import { readdir, readFile, readlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Ids of all running processes whose command line has all of these words. */
export async function pidsWith(words: readonly string[]): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return words.every((word) => line.includes(word)) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** Seccomp modes (Linux: proc_pid_status(5)) of these processes. */
export async function seccompOf(pids: readonly string[]): Promise<string[]> {
  return Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      return /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? "unknown";
    }),
  );
}

/** How many TCP ports these processes listen on (Linux: /proc/net/tcp, state 0A, joined with their open sockets). */
export async function listeningPortsOf(pids: readonly string[]): Promise<number> {
  const tables = await Promise.all(
    ["tcp", "tcp6"].map(async (name) => readFile(`/proc/net/${name}`, "utf8").catch(() => "")),
  );
  const rows = tables.flatMap((table) =>
    table
      .split("\n")
      .slice(1)
      .map((row) => row.trim().split(/\s+/)),
  );
  const listening = new Set(rows.filter((row) => row[3] === "0A").map((row) => `socket:[${row[9]}]`));
  const open = await Promise.all(pids.map(openFilesOf));
  return new Set(open.flat().filter((link) => listening.has(link))).size;
}

async function openFilesOf(pid: string): Promise<string[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  return Promise.all(names.map(async (name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => "")));
}

/** Asks again until the answer is there; throws with the last one when it does not come in time. */
export async function until<Value>(
  ask: () => Promise<Value>,
  good: (value: Value) => boolean,
  limitMs = 30_000,
): Promise<Value> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms; the last answer was ${JSON.stringify(value)}`);
    await sleep(200);
  }
}
