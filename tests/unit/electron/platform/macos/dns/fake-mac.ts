import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { macosDns } from "../../../../../../electron/platform/macos/dns/macos-dns.ts";
import type { MacosDnsDeps } from "../../../../../../electron/platform/macos/dns/deps.ts";
import type { DnsBackend } from "../../../../../../electron/platform/dns/dns-backend.ts";
import { systemFiles } from "../../../../../../electron/platform/system-files.ts";
import { FakeDnsSystem } from "../../fake-dns-system.ts";

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

/** One start of a fake program. */
interface FakeStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly root: boolean;
}

/** A Mac made of files: programs on absolute paths, the folder of the guards, the folder of launchd. */
export class FakeMac extends FakeDnsSystem<FakeState, FakeStart> {
  readonly deps: MacosDnsDeps;
  readonly dns: DnsBackend;

  constructor(state: Partial<FakeState> = {}) {
    super("gg-mac-dns-", PROGRAMS, FIXTURE);
    mkdirSync(join(this.folder, "daemons"));
    this.set({ services: [wifi()], primary: serviceId(1), boot: "BOOT-1", ...state });
    this.deps = {
      run: this.runner(PROGRAMS),
      files: systemFiles(join(this.folder, "root")),
      environment: {},
      homeFolder: "/Users/person",
      nodeInterfaces: () => ({}),
      nodeServers: () => [],
      uid: process.getuid?.() ?? 0,
      places: {
        networksetup: this.program("networksetup"),
        scutil: this.program("scutil"),
        dscacheutil: this.program("dscacheutil"),
        killall: this.program("killall"),
        ps: "/bin/ps",
        sysctl: this.program("sysctl"),
        folder: join(this.folder, "guards"),
        daemons: join(this.folder, "daemons"),
      },
    };
    this.dns = macosDns(this.deps);
  }

  /** Sets the servers of a service as the person or DHCP would. */
  edit(id: string, over: Partial<FakeService>): void {
    this.change({ services: this.state.services.map((one) => (one.id === id ? { ...one, ...over } : one)) });
  }

  protected waits(): boolean {
    return true;
  }

  /** Puts a harmless copy of a program somewhere else (a hijack that must not be run). */
  plant(path: string): void {
    copyFileSync(this.program("networksetup"), path);
    chmodSync(path, 0o755);
  }
}
