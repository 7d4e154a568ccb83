import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Seccomp modes (Linux: proc_pid_status) of all running processes whose command line has all of these words. */
export async function seccompOf(words: readonly string[]): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const modes = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (!words.every((word) => line.includes(word))) return [];
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      return [/^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? "unknown"];
    }),
  );
  return modes.flat();
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
