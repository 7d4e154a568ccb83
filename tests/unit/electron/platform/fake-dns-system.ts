import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DnsBackend } from "../../../../electron/platform/dns/dns-backend.ts";
import { createRunner, type RunProgram } from "../../../../electron/platform/exec.ts";
import type { DnsChange } from "../../../../shared/model/dns-change.ts";
import { plannedChange, type PlannedOptions } from "./planned-change.ts";

/** What the fake programs of any system know; `modes` make them misbehave. */
export interface FakeSystemState {
  readonly boot: string;
  readonly modes?: Readonly<Record<string, string | number>>;
}

/** A system made of files: programs on absolute paths that share one state, and the folder of the guards. */
export abstract class FakeDnsSystem<State extends FakeSystemState, Call> {
  readonly folder: string;
  abstract readonly dns: DnsBackend;

  constructor(prefix: string, programs: readonly string[], fixture: string) {
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    mkdirSync(this.program(""), { recursive: true });
    writeFileSync(this.program("package.json"), '{"type":"module"}');
    const body = `#!${process.execPath}\n${readFileSync(fixture, "utf8")}`;
    for (const name of programs) writeFileSync(this.program(name), body, { mode: 0o755 });
  }

  /** Where a fake program lies. */
  program(name: string): string {
    return join(this.folder, "bin", name);
  }

  /** Starts the fakes. They are slow starters on a busy machine; what hangs is told apart by `modes`. */
  protected runner(programs: readonly string[]): RunProgram {
    const run = createRunner(Object.fromEntries(programs.map((name) => [name, [this.program(name)]])));
    return (request) => run({ ...request, timeoutMs: this.hangs ? request.timeoutMs : request.timeoutMs + 30_000 });
  }

  private get hangs(): boolean {
    return Object.values(this.state.modes ?? {}).includes("hang");
  }

  set(state: State): void {
    writeFileSync(this.program("state.json"), JSON.stringify(state));
  }

  /** Written by `set` and the fake programs only. */
  get state(): State {
    return JSON.parse(readFileSync(this.program("state.json"), "utf8")) as State;
  }

  change(over: Partial<State>): void {
    this.set({ ...this.state, ...over });
  }

  /** What the fake programs wrote down of their starts, in order. */
  get calls(): readonly Call[] {
    const path = this.program("calls.log");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Call);
  }

  guardFile(id: string, name: string): string {
    return join(this.folder, "guards", id, name);
  }

  /** A change ready to be applied. */
  planned(servers: readonly string[], options: PlannedOptions = {}): Promise<DnsChange> {
    return plannedChange(this.dns, this.state.boot, servers, options);
  }

  /** Ends guards that a test left behind, then removes everything. */
  remove(changes: readonly DnsChange[] = []): void {
    for (const { id } of changes) this.killGuard(id);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends the guard of a change, if it still waits. */
  killGuard(id: string): void {
    const path = this.guardFile(id, "state");
    const [word = "", pid = ""] = existsSync(path) ? readFileSync(path, "utf8").split(" ") : [];
    if (!this.waits(word) || !/^\d+$/.test(pid)) return;
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended by itself, as it should.
    }
  }

  /** Whether a guard's state means that its process is still there. */
  protected abstract waits(word: string): boolean;
}
