import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DnsBackend } from "../../../../../../electron/platform/dns/dns-backend.ts";
import { createRunner } from "../../../../../../electron/platform/exec.ts";
import { systemFiles } from "../../../../../../electron/platform/system-files.ts";
import type { WindowsDnsDeps } from "../../../../../../electron/platform/windows/dns/deps.ts";
import { windowsDns } from "../../../../../../electron/platform/windows/dns/windows-dns.ts";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { plannedChange, type PlannedOptions } from "../../planned-change.ts";

/** One adapter of the fake Windows; a value that is missing in `values` is absent in the registry. */
export interface FakeAdapter {
  readonly name: string;
  readonly guid: string;
  readonly index: number;
  readonly v6: boolean;
  readonly dhcp4: readonly string[];
  readonly dhcp6: readonly string[];
  readonly router: string | null;
  readonly network?: string;
  readonly description?: string;
  readonly familyNames?: boolean;
  readonly values: Readonly<Record<string, string>>;
}

/** Everything the fake programs know; `modes` make them misbehave. */
export interface FakeState {
  readonly adapters: readonly FakeAdapter[];
  readonly boot: string;
  readonly machine?: Readonly<Record<string, string | readonly string[]>>;
  readonly modes?: Readonly<Record<string, string | number>>;
  readonly noise?: string;
  readonly brokenV6?: boolean;
  readonly staleUntil?: number;
  readonly stale?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ipconfig?: { readonly text: string; readonly exit: number };
  readonly tasks?: readonly string[];
  readonly volatile?: readonly string[];
}

/** The GUID of the adapter number `n` (1 to 9), as Windows writes it. */
export function guid(n: number): string {
  return `{0000000${n}-AAAA-4BBB-8CCC-DDDDDDDDDDDD}`;
}

/** Ethernet with servers from the router. */
export function ethernet(over: Partial<FakeAdapter> = {}): FakeAdapter {
  return {
    name: "Ethernet",
    guid: guid(1),
    index: 7,
    v6: true,
    dhcp4: ["192.168.178.1"],
    dhcp6: ["fd00::1"],
    router: "192.168.178.1",
    network: "FRITZ!Box 7590",
    values: { "v4/NameServer": "", "v6/NameServer": "" },
    ...over,
  };
}

const FIXTURE = resolve(import.meta.dirname, "../../../../../fixtures/platform/windows/dns/fake-windows.mjs");
const PROGRAMS = ["powershell", "ipconfig"] as const;

/** A Windows made of files: programs on absolute paths, registry values in a file, the folder of the guards. */
export class FakeWindows {
  readonly folder = mkdtempSync(join(tmpdir(), "gg-windows-dns-"));
  readonly deps: WindowsDnsDeps;
  readonly dns: DnsBackend;

  constructor(state: Partial<FakeState> = {}) {
    const path = (name: string) => join(this.folder, "bin", name);
    mkdirSync(path(""), { recursive: true });
    writeFileSync(path("package.json"), '{"type":"module"}');
    for (const name of PROGRAMS) {
      writeFileSync(path(name), `#!${process.execPath}\n${readFileSync(FIXTURE, "utf8")}`, { mode: 0o755 });
    }
    this.set({ adapters: [ethernet()], boot: "77", ...state });
    const run = createRunner(Object.fromEntries(PROGRAMS.map((name) => [name, [path(name)]])));
    this.deps = {
      // Fake programs are slow starters on a busy machine; what hangs is told apart by `modes`.
      run: (request) => run({ ...request, timeoutMs: this.hangs ? request.timeoutMs : request.timeoutMs + 30_000 }),
      files: systemFiles(join(this.folder, "root")),
      environment: {},
      homeFolder: "C:\\Users\\person",
      nodeInterfaces: () => ({}),
      nodeServers: () => [],
      guardFolder: join(this.folder, "guards"),
    };
    this.dns = windowsDns(this.deps);
  }

  set(state: FakeState): void {
    writeFileSync(join(this.folder, "bin/state.json"), JSON.stringify(state));
  }

  private get hangs(): boolean {
    return Object.values(this.state.modes ?? {}).includes("hang");
  }

  get state(): FakeState {
    // The fake's own file, written by `set` and the fake programs only.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(readFileSync(join(this.folder, "bin/state.json"), "utf8")) as FakeState;
  }

  change(over: Partial<FakeState>): void {
    this.set({ ...this.state, ...over });
  }

  /** Writes registry values as the person, DHCP or a policy would. */
  edit(id: string, values: Readonly<Record<string, string>>): void {
    const adapters = this.state.adapters.map((one) => (one.guid === id ? { ...one, values } : one));
    this.change({ adapters });
  }

  /** The registry's values of the adapter number `n`. */
  values(n: number): Readonly<Record<string, string>> {
    return this.state.adapters.find((one) => one.guid === guid(n))?.values ?? {};
  }

  get calls(): readonly Readonly<Record<string, unknown>>[] {
    const path = join(this.folder, "bin/calls.log");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n");
    // Written by the fake programs only.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>);
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

  killGuard(id: string): void {
    const path = this.guardFile(id, "state");
    const [word = "", pid = ""] = existsSync(path) ? readFileSync(path, "utf8").split(" ") : [];
    if (!/^(?:armed|applied)$/.test(word)) return;
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}
