import { spawn } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { join } from "node:path";
import type { Namespaces, NodeName } from "../net/topology.ts";
import type { RunState } from "../support/state.ts";

interface Running {
  readonly pid: number;
  readonly gone: Promise<void>;
}

/** The programs that run on in one lane. */
export class Processes {
  readonly #running = new Map<string, Running>();

  readonly #ns: Namespaces;
  readonly #folder: string;
  readonly #state: RunState;

  constructor(ns: Namespaces, folder: string, state: RunState) {
    this.#ns = ns;
    this.#folder = folder;
    this.#state = state;
  }

  /** Starts a program inside a machine, or outside of all with `null`. What it says goes to `NAME.log`. */
  start(
    node: NodeName | null,
    name: string,
    command: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): void {
    const log = openSync(join(this.#folder, `${name}.log`), "a");
    const all = node === null ? [...command] : ["ip", "netns", "exec", this.#ns[node], ...command];
    const child = spawn(all[0] ?? "", all.slice(1), {
      stdio: ["ignore", log, log],
      env: { ...process.env, ...env },
      cwd: join(import.meta.dirname, "../../.."),
      detached: true,
    });
    closeSync(log);
    if (child.pid === undefined) throw new Error(`${name} could not be started`);
    this.#state.process(child.pid);
    const gone = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
    this.#running.set(name, { pid: child.pid, gone });
  }

  /** Names of programs that ended by themselves. */
  async dead(): Promise<readonly string[]> {
    const states = await Promise.all(
      [...this.#running].map(async ([name, { gone }]) => {
        const ended = await Promise.race([gone.then(() => true), Promise.resolve(false)]);
        return ended ? [name] : [];
      }),
    );
    return states.flat();
  }

  /** Ends one program and what it started, and waits until it is gone. */
  async stop(name: string): Promise<void> {
    const one = this.#running.get(name);
    if (one === undefined) return;
    this.#running.delete(name);
    signal(one.pid, "SIGTERM");
    // Some servers take their time over a polite word (squid half a minute).
    const patience = setTimeout(() => signal(one.pid, "SIGKILL"), 700);
    await one.gone;
    clearTimeout(patience);
  }

  /** Ends all at once, without ceremony. */
  async stopAll(): Promise<void> {
    const all = [...this.#running.values()];
    this.#running.clear();
    for (const { pid } of all) signal(pid, "SIGKILL");
    await Promise.all(all.map(({ gone }) => gone));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // ended by itself
  }
}
