import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ElevationDeps } from "../../../../../../electron/platform/elevated/run-elevated.ts";
import { createRunner } from "../../../../../../electron/platform/exec.ts";
import type { MachineDeps } from "../../../../../../electron/platform/machine-deps.ts";
import { systemFiles } from "../../../../../../electron/platform/system-files.ts";

const FIXTURE = resolve(import.meta.dirname, "../../../../../fixtures/platform/repairs/fake-programs.mjs");
const PROGRAMS = [
  "reg",
  "powershell",
  "scutil",
  "networksetup",
  "osascript",
  "launchctl",
  "systemsetup",
  "sntp",
] as const;

/** What the fake programs know. */
export interface SystemState {
  modes?: Readonly<Record<string, string>>;
  [key: string]: unknown;
}

/** A Windows or a Mac made of files, started through the same code as the real programs. */
export class FakeSystem {
  readonly folder = mkdtempSync(join(tmpdir(), "gg-repairs-"));
  readonly deps: MachineDeps;
  readonly elevation: ElevationDeps;

  constructor(os: ElevationDeps["os"], state: SystemState) {
    writeFileSync(join(this.folder, "package.json"), '{"type":"module"}');
    for (const name of PROGRAMS) {
      writeFileSync(join(this.folder, name), `#!${process.execPath}\n${readFileSync(FIXTURE, "utf8")}`);
      chmodSync(join(this.folder, name), 0o755);
    }
    this.set(state);
    mkdirSync(join(this.folder, "root"));
    const table = Object.fromEntries(PROGRAMS.map((name) => [name, [join(this.folder, name)]]));
    const plain = createRunner(table);
    this.deps = {
      // Fake programs are slow starters on a busy machine; one that hangs is given up soon.
      run: (request) => plain({ ...request, timeoutMs: this.hangs ? 1_500 : 60_000 }),
      files: systemFiles(join(this.folder, "root")),
      environment: {},
      homeFolder: "/home/person",
      nodeInterfaces: () => ({}),
      nodeServers: () => [],
    };
    this.elevation = { os, run: this.deps.run, uid: 501 };
  }

  get state(): SystemState {
    return JSON.parse(readFileSync(join(this.folder, "state.json"), "utf8")) as SystemState;
  }

  set(state: SystemState): void {
    writeFileSync(join(this.folder, "state.json"), JSON.stringify(state));
  }

  /** Changes what is known, as the person or another program would. */
  change(over: SystemState): void {
    this.set({ ...this.state, ...over });
  }

  get calls(): readonly { readonly program: string; readonly args: readonly string[]; readonly root: boolean }[] {
    const path = join(this.folder, "calls.log");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line) as FakeSystem["calls"][number]);
  }

  private get hangs(): boolean {
    return Object.values(this.state.modes ?? {}).includes("hang");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The id of the network service number `n`. */
export function serviceId(n: number): string {
  return `0000000${n}-AAAA-4BBB-8CCC-DDDDDDDDDDDD`;
}

/** A Mac whose Wi-Fi has a web proxy that listens nowhere. */
export function macState(name = "Wi-Fi", over: SystemState = {}): SystemState {
  return {
    services: {
      [serviceId(1)]: {
        name,
        proxies: {
          HTTPEnable: "1",
          HTTPProxy: "127.0.0.1",
          HTTPPort: "9",
          HTTPSEnable: "1",
          HTTPSProxy: "127.0.0.1",
          HTTPSPort: "9",
          SOCKSEnable: "0",
        },
      },
      [serviceId(2)]: { name: "Thunderbolt Bridge", proxies: null },
    },
    launchd: {},
    ...over,
  };
}

/** A Windows with a proxy that listens nowhere. */
export function windowsState(over: SystemState = {}): SystemState {
  return {
    user: { flags: 3, server: "127.0.0.1:9", bypass: "<local>;*.corp.example", pacUrl: "" },
    connections: {},
    winhttp: { flags: 1 },
    environment: {},
    timeType: "NTP",
    ...over,
  };
}
