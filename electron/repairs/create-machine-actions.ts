import { release } from "node:os";
import { createDnsBackend } from "../platform/dns/create-dns-backend.ts";
import { runProgram } from "../platform/exec.ts";
import { realDeps } from "../platform/machine-deps.ts";
import { menuSystem } from "../platform/menu-system.ts";
import { findProgram, knownOs, programsOf } from "../platform/programs.ts";
import { proxyKeepers } from "../platform/proxy/places/all-keepers.ts";
import { environmentLines } from "../platform/proxy/places/environment-files.ts";
import { createMachine } from "../platform/this-machine.ts";
import { readVpns } from "../platform/vpn/read-vpns.ts";
import { createProbes } from "../probes/create-probes.ts";
import type { RepairAction } from "./action.ts";
import { openActionJournal } from "./action-journal.ts";
import type { OwnDnsChange } from "./actions/portal-login.ts";
import { createDnsDesk } from "./dns/create-desk.ts";
import type { DnsDesk } from "./dns/desk.ts";
import { undoDns } from "./dns/undo.ts";
import { machineActions } from "./machine-actions.ts";

/** What whoever shows the repairs brings along. */
export interface MachineActionOptions {
  /** The folder of all data. */
  readonly dataFolder: string;
  readonly appVersion: string;
  /** Opens a web page in the person's own browser; false when that did not work. */
  readonly openExternal: (url: string) => Promise<boolean>;
  /** Ids of the browsers that are installed; absent: nobody looked. */
  readonly browsers?: () => Promise<readonly string[]>;
  /** A page with plain http (a connectivity check), for networks with a sign-in page; absent: only what a check-up saw. */
  readonly plainPage?: string;
}

/** The repairs of the machine we run on. */
export async function createMachineActions(options: MachineActionOptions): Promise<readonly RepairAction[]> {
  const { dataFolder, appVersion, openExternal, browsers, plainPage } = options;
  const os = knownOs(process.platform);
  const deps = realDeps();
  const machine = await createMachine(os, deps);
  const backend = createDnsBackend(os, deps);
  const table = programsOf(os);
  const probes = createProbes({});
  const elevation = os === null ? null : { os, run: runProgram, uid: process.geteuid?.() ?? -1 };
  return machineActions({
    machine,
    system: menuSystem(process.platform, release(), process.env),
    elevation,
    proxies: {
      keepers: elevation === null ? [] : proxyKeepers(deps, elevation),
      probes,
      environment: process.env,
      environmentLines: () => (os === "linux" || os === "macos" ? environmentLines(deps) : Promise.resolve([])),
    },
    journal: openActionJournal(dataFolder),
    dataFolder,
    now: () => new Date(),
    has: (program) => findProgram(table, program).found,
    vpns: (signal) => readVpns({ run: runProgram, machine }, signal),
    browsers: browsers ?? (() => Promise.resolve([])),
    openExternal,
    dns: ownDnsChange(backend === null ? null : createDnsDesk(backend, dataFolder, appVersion)),
    plainPage: plainPage ?? null,
    exists: async (name, signal) => (await probes.systemLookup(name, { signal })).addresses.length > 0,
  });
}

/** A switch of the DNS servers by this program, as its journal tells; null: there is no back end. */
export function ownDnsChange(desk: DnsDesk | null): OwnDnsChange {
  const stands = (): boolean => desk?.journal.list().changes.some(({ state }) => state !== "undone") ?? false;
  return {
    stands,
    async release(signal) {
      if (desk === null || !stands()) return true;
      const undone = await undoDns(desk, null, signal);
      return undone.ok || undone.error.code === "nothing-to-undo" || undone.error.code === "already-undone";
    },
  };
}
