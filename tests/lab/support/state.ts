import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./exec.ts";

/** Where all runs keep what they made: one folder a run. */
export const LAB_FOLDER = "/tmp/goodgateway-lab";

/** A process as it can be told from a later one with the same number. */
interface Known {
  readonly pid: number;
  /** Clock ticks after boot (proc(5), field 22). */
  readonly start: string;
}

/** When a process started, in clock ticks after boot; null when there is none of that number. */
export function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold spaces: count from its end. Field 3 is the first after it.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function alive({ pid, start }: Known): boolean {
  return startOf(pid) === start;
}

/**
 * What one run made outside its folder, written down before it is used: a run that was killed is put right by the next
 * one. Lines: `owner PID START`, `process PID START`, `namespace NAME`.
 */
export class RunState {
  readonly folder: string;
  readonly #file: string;

  readonly id: string;

  constructor(id: string) {
    this.id = id;
    this.folder = join(LAB_FOLDER, id);
    this.#file = join(this.folder, "state");
    mkdirSync(this.folder, { recursive: true, mode: 0o755 });
    writeFileSync(this.#file, `owner ${process.pid} ${startOf(process.pid) ?? ""}\n`);
  }

  namespace(name: string): void {
    appendFileSync(this.#file, `namespace ${name}\n`);
  }

  process(pid: number): void {
    appendFileSync(this.#file, `process ${pid} ${startOf(pid) ?? ""}\n`);
  }

  /** Ends every process of this run and takes its namespaces and files away. */
  async clean(): Promise<void> {
    await cleanFolder(this.folder, readState(this.#file));
  }
}

interface Written {
  readonly owner: Known | null;
  readonly processes: readonly Known[];
  readonly namespaces: readonly string[];
}

function readState(file: string): Written {
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    // killed before the first line: nothing was made yet
  }
  const lines = text.split("\n").map((line) => line.split(" "));
  const known = (kind: string): readonly Known[] =>
    lines.filter(([word]) => word === kind).map(([, pid = "0", start = ""]) => ({ pid: Number(pid), start }));
  return {
    owner: known("owner")[0] ?? null,
    processes: known("process"),
    namespaces: lines.filter(([word]) => word === "namespace").map(([, name = ""]) => name),
  };
}

/** Puts right what earlier runs left behind. Runs whose owner lives are left alone. Says how many were cleaned. */
export async function cleanLeftovers(): Promise<number> {
  mkdirSync(LAB_FOLDER, { recursive: true, mode: 0o755 });
  let cleaned = 0;
  for (const name of readdirSync(LAB_FOLDER)) {
    const folder = join(LAB_FOLDER, name);
    const state = readState(join(folder, "state"));
    if (state.owner !== null && alive(state.owner)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they may share a parent folder
    await cleanFolder(folder, state);
    cleaned += 1;
  }
  return cleaned;
}

async function cleanFolder(folder: string, { processes, namespaces }: Written): Promise<void> {
  for (const one of processes) if (alive(one)) end(one.pid);
  // Servers start children of their own; everything inside a namespace that this run made is this run's.
  await Promise.all(
    namespaces.map(async (name) => {
      const { stdout } = await run("ip", ["netns", "pids", name]);
      for (const pid of stdout.split("\n").map(Number)) if (pid > 1) end(pid);
    }),
  );
  await Promise.all(
    namespaces.map(async (name) => {
      await run("ip", ["netns", "delete", name]);
      rmSync(join("/etc/netns", name), { recursive: true, force: true });
    }),
  );
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // ended meanwhile
  }
}
