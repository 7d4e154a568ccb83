import { join, resolve } from "node:path";
import type { DnsBackend } from "../../../../../../electron/platform/dns/dns-backend.ts";
import { systemFiles } from "../../../../../../electron/platform/system-files.ts";
import type { WindowsDnsDeps } from "../../../../../../electron/platform/windows/dns/deps.ts";
import { windowsDns } from "../../../../../../electron/platform/windows/dns/windows-dns.ts";
import { FakeDnsSystem } from "../../fake-dns-system.ts";

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
export class FakeWindows extends FakeDnsSystem<FakeState, Readonly<Record<string, unknown>>> {
  readonly deps: WindowsDnsDeps;
  readonly dns: DnsBackend;

  constructor(state: Partial<FakeState> = {}) {
    super("gg-windows-dns-", PROGRAMS, FIXTURE);
    this.set({ adapters: [ethernet()], boot: "77", ...state });
    this.deps = {
      run: this.runner(PROGRAMS),
      files: systemFiles(join(this.folder, "root")),
      environment: {},
      homeFolder: "C:\\Users\\person",
      nodeInterfaces: () => ({}),
      nodeServers: () => [],
      guardFolder: join(this.folder, "guards"),
    };
    this.dns = windowsDns(this.deps);
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

  /** Its guard writes other words once it has ended. */
  protected waits(word: string): boolean {
    return word === "armed" || word === "applied";
  }
}
