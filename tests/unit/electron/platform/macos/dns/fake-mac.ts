import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { macosDns } from "../../../../../../electron/platform/macos/dns/macos-dns.ts";
import type { MacosDnsDeps } from "../../../../../../electron/platform/macos/dns/deps.ts";
import type { DnsBackend } from "../../../../../../electron/platform/dns/dns-backend.ts";
import { createRunner } from "../../../../../../electron/platform/exec.ts";
import { systemFiles } from "../../../../../../electron/platform/system-files.ts";
import type { DnsChange } from "../../../../../../shared/model/dns-change.ts";
import { plannedChange, type PlannedOptions } from "../../planned-change.ts";

/** One network service of the fake Mac. */
export interface FakeService {
  readonly id: string;
  readonly name: string;
  readonly device: string;
  readonly port: string;
  readonly enabled: boolean;
  readonly dns: readonly string[] | null;
  readonly search?: readonly string[];
  readonly given: readonly string[];
  readonly router: string;
  readonly v6: boolean;
  readonly type?: string;
}

/** Everything the fake programs know; `modes` make them misbehave. */
export interface FakeState {
  readonly services: readonly FakeService[];
  readonly primary: string | null;
  readonly boot: string;
  readonly wayOut?: string;
  readonly profile?: readonly string[];
  readonly standardUser?: boolean;
  readonly modes?: Readonly<Record<string, string>>;
  /** With the mode `killed`: when the elevated run is killed. */
  readonly killAfterMs?: number;
  readonly refusals?: Readonly<Record<string, string>>;
}

/** The id of the service number `n` (1 to 9). */
export function serviceId(n: number): string {
  return `0000000${n}-AAAA-4BBB-8CCC-DDDDDDDDDDDD`;
}

/** Wi-Fi on en0 with servers from the router. */
export function wifi(over: Partial<FakeService> = {}): FakeService {
  return {
    id: serviceId(1),
    name: "Wi-Fi",
    device: "en0",
    port: "Wi-Fi",
    enabled: true,
    dns: null,
    given: ["192.168.178.1", "fd00::1"],
    router: "192.168.178.1",
    v6: true,
    ...over,
  };
}

const FIXTURE = resolve(import.meta.dirname, "../../../../../fixtures/platform/macos/dns/fake-mac.mjs");
const PROGRAMS = ["scutil", "networksetup", "osascript", "dscacheutil", "killall", "sysctl"] as const;

/** A Mac made of files: programs on absolute paths, the folder of the guards, the folder of launchd. */
export class FakeMac {
  readonly folder = mkdtempSync(join(tmpdir(), "gg-mac-dns-"));
  readonly deps: MacosDnsDeps;
  readonly dns: DnsBackend;

  constructor(state: Partial<FakeState> = {}) {
    const path = (name: string) => join(this.folder, "bin", name);
    mkdirSync(path(""), { recursive: true });
    mkdirSync(join(this.folder, "daemons"));
    const body = readFileSync(FIXTURE, "utf8");
    writeFileSync(path("package.json"), '{"type":"module"}');
    for (const name of PROGRAMS) {
      writeFileSync(path(name), `#!${process.execPath}\n${body}`);
      chmodSync(path(name), 0o755);
    }
    this.set({ services: [wifi()], primary: serviceId(1), boot: "BOOT-1", ...state });
    const run = createRunner(Object.fromEntries(PROGRAMS.map((name) => [name, [path(name)]])));
    this.deps = {
      // Fake programs are slow starters on a busy machine; what hangs is told apart by `modes`.
      run: (request) => run({ ...request, timeoutMs: this.hangs ? request.timeoutMs : request.timeoutMs + 30_000 }),
      files: systemFiles(join(this.folder, "root")),
      environment: {},
      homeFolder: "/Users/person",
      nodeInterfaces: () => ({}),
      nodeServers: () => [],
      uid: process.getuid?.() ?? 0,
      places: {
        networksetup: path("networksetup"),
        scutil: path("scutil"),
        dscacheutil: path("dscacheutil"),
        killall: path("killall"),
        ps: "/bin/ps",
        sysctl: path("sysctl"),
        folder: join(this.folder, "guards"),
        daemons: join(this.folder, "daemons"),
      },
    };
    this.dns = macosDns(this.deps);
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

  /** Sets the servers of a service as the person or DHCP would. */
  edit(id: string, over: Partial<FakeService>): void {
    this.change({ services: this.state.services.map((one) => (one.id === id ? { ...one, ...over } : one)) });
  }

  get calls(): readonly { readonly program: string; readonly args: readonly string[]; readonly root: boolean }[] {
    const path = join(this.folder, "bin/calls.log");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    // Written by the fake programs only.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return lines.map((line) => JSON.parse(line) as FakeMac["calls"][number]);
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
    for (const change of changes) {
      const [, pid = ""] = existsSync(this.guardFile(change.id, "state"))
        ? readFileSync(this.guardFile(change.id, "state"), "utf8").split(" ")
        : [];
      try {
        if (/^\d+$/.test(pid)) process.kill(Number(pid), "SIGKILL");
      } catch {
        // It has ended by itself, as it should.
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Puts a harmless copy of a program somewhere else (a hijack that must not be run). */
  plant(path: string): void {
    copyFileSync(join(this.folder, "bin/networksetup"), path);
    chmodSync(path, 0o755);
  }
}
