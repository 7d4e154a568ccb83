import { fail, ok } from "../../../../../shared/lib/result.ts";
import type { DnsChange, ProcessMark } from "../../../../../shared/model/dns-change.ts";
import type { DnsManager, DnsSnapshot, DnsSettings } from "../../../../../shared/model/dns-settings.ts";
import { standingOf } from "../../../../../electron/repairs/dns/compare.ts";
import type { DnsBackend, DnsFailure, DnsGuardReport } from "../../../../../electron/platform/dns/dns-backend.ts";

/** A machine in memory that keeps the port's contract, and fails where it is told to. */
export interface FakeMachine {
  settings: Record<string, string | null>;
  guard: DnsGuardReport;
  bootId: string;
  manager: DnsManager;
  /** Which network it is attached to; null: not known. */
  network: string | null;
  own: ProcessMark;
  running: Set<number>;
  /** What was called, in order. */
  calls: string[];
  /** Set to make the step fail once. */
  fails: Partial<Record<"apply" | "commit" | "restore" | "snapshot", DnsFailure>>;
  /** The switch says that it worked and changes nothing. */
  withoutEffect: boolean;
  /** Called in the middle of a switch, after the snapshot. */
  meanwhile: () => void;
}

const IDLE: DnsGuardReport = { state: "none", alive: false, secondsLeft: null };
const FAMILY = { origin: "automatic", configured: [], inUse: ["192.0.2.53"] } as const;

export function fakeMachine(): FakeMachine {
  return {
    settings: { device: "automatic", profile: null },
    guard: IDLE,
    bootId: "boot-1",
    manager: "network-manager",
    network: "home",
    own: { pid: 100, startTime: "1" },
    running: new Set([100]),
    calls: [],
    fails: {},
    withoutEffect: false,
    meanwhile: () => undefined,
  };
}

export function fakeBackend(machine: FakeMachine): DnsBackend {
  const called = (name: "apply" | "commit" | "restore" | "snapshot"): DnsFailure | null => {
    machine.calls.push(name);
    const failure = machine.fails[name];
    delete machine.fails[name];
    return failure ?? null;
  };
  const write = (settings: DnsSettings): void => {
    if (!machine.withoutEffect) Object.assign(machine.settings, settings);
  };
  return {
    os: "linux",
    host: {
      own: async () => machine.own,
      bootId: async () => machine.bootId,
      isRunning: async ({ pid }) => machine.running.has(pid),
    },
    read: async () =>
      ok({
        manager: machine.manager,
        readOnly: null,
        links: [
          {
            id: "2",
            name: "wired",
            interfaceName: "eth0",
            defaultRoute: true,
            networkKey: machine.network,
            v4: FAMILY,
            v6: FAMILY,
            searchDomains: [],
            encryption: null,
          },
        ],
        globalServers: [],
        overrides: [],
        file: null,
      }),
    snapshot: async () => {
      const failure = called("snapshot");
      const snapshot: DnsSnapshot = {
        manager: machine.manager,
        linkId: "2",
        linkName: "wired",
        networkKey: machine.network,
        v4: FAMILY,
        v6: FAMILY,
        settings: { ...machine.settings },
        native: {},
      };
      return failure === null ? ok(snapshot) : fail(failure);
    },
    plan: ({ servers }) =>
      ok({
        servers,
        settings: { device: servers.join(",") },
        kept: { profile: servers.join(",") },
        commands: [{ argv: ["/usr/bin/nmcli"], elevated: true, purpose: "switch" }],
        needsAdmin: true,
        afterPowerCut: "volatile",
        lasts: "permanent",
        objects: [],
      }),
    settingsNow: async () => ok({ ...machine.settings }),
    apply: async (change) => {
      const failure = called("apply");
      if (failure?.changed === "nothing") return fail(failure);
      machine.guard = { state: "applied", alive: true, secondsLeft: 60 };
      write(change.plan.settings);
      machine.meanwhile();
      return failure === null ? ok({ process: { pid: 200, startTime: "2" }, native: {} }) : fail(failure);
    },
    commit: async (change) => {
      const failure = called("commit");
      if (failure !== null) return fail(failure);
      write(change.plan.kept);
      machine.guard = { state: "committed", alive: false, secondsLeft: null };
      return ok(undefined);
    },
    restore: async (change, elevate) => {
      const failure = called("restore");
      if (failure !== null && !(failure.code === "not-authorized" && elevate)) return fail(failure);
      return ok(restored(machine, change));
    },
    extend: async () => ok(undefined),
    guardReport: async () => machine.guard,
    flush: async () => ok({ caches: [] }),
  };
}

function restored(machine: FakeMachine, change: DnsChange): "restored" | "nothing-to-do" | "theirs" {
  const after = { ...change.plan.settings, ...change.plan.kept };
  const before = change.snapshot.settings;
  const standing = standingOf(before, after, machine.settings);
  for (const [name, ours] of Object.entries(after)) {
    if (machine.settings[name] === ours) machine.settings[name] = before[name] ?? null;
  }
  machine.guard = { state: standing === "theirs" ? "theirs" : "restored", alive: false, secondsLeft: null };
  if (standing === "theirs") return "theirs";
  return standing === "before" ? "nothing-to-do" : "restored";
}
