import type { DnsBackend, DnsFailure, DnsFlushReport } from "../../../../../electron/platform/dns/dns-backend.ts";
import type { Machine } from "../../../../../electron/platform/machine.ts";
import { type Probes, serverLabel } from "../../../../../electron/probes/probes.ts";
import type { DnsDesk } from "../../../../../electron/repairs/dns/desk.ts";
import type { DnsRepairDeps } from "../../../../../electron/repairs/dns/switch-dns.ts";
import { fail, ok } from "../../../../../shared/lib/result.ts";
import type { DnsChange } from "../../../../../shared/model/dns-change.ts";
import type { DnsFamily, DnsStatus } from "../../../../../shared/model/dns-settings.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import type { TlsOutcome } from "../../../../../shared/model/facts/tls-facts.ts";
import type { References } from "../../../../../shared/model/references.ts";
import {
  connectSeen,
  dnsSeen,
  exchangeSeen,
  fakeMachine,
  fakeProbes,
  lookupSeen,
  NO_REFERENCES,
  tlsSeen,
} from "../../checks/fakes.ts";

/** A small machine in memory: one link, its servers, what each server answers, and a guard. */
export interface World {
  /** What the machine asks now. */
  servers: readonly string[];
  /** The system's own memory of names; wins over the servers until it is flushed. */
  cache: Record<string, readonly string[]>;
  /** Answers by server, then name; a server without an entry is dead. */
  zones: Record<string, Record<string, readonly string[]>>;
  /** Pages by address; absent: a fine one. */
  pages: Record<string, Partial<HttpExchange>>;
  tls: Record<string, TlsOutcome>;
  lookupMs: number;
  status: Partial<DnsStatus>;
  guard: "none" | "applied" | "committed" | "restored" | "theirs";
  changes: DnsChange[];
  damaged: number;
  flush: DnsFlushReport | DnsFailure;
  failApply: DnsFailure | null;
  failCommit: DnsFailure | null;
  failRead: boolean;
  /** Called right after a switch: somebody else at work. */
  afterApply: () => void;
  lockFree: boolean;
  ownerAlive: boolean;
  requests: string[];
  events: string[];
}

export const SITE = "www.example.com";
export const HOME = "192.168.1.1";

export function newWorld(over: Partial<World> = {}): World {
  const good = { [SITE]: ["203.0.113.10"], "stable.example": ["203.0.113.80"] };
  return {
    servers: [HOME],
    cache: {},
    zones: { [HOME]: good, "1.1.1.1": good, "8.8.8.8": good, "9.9.9.9": good },
    pages: {},
    tls: {},
    lookupMs: 8,
    status: {},
    guard: "none",
    changes: [],
    damaged: 0,
    flush: { caches: [{ cache: "systemd-resolved", outcome: "flushed", proved: true }] },
    failApply: null,
    failCommit: null,
    failRead: false,
    afterApply: () => undefined,
    lockFree: true,
    ownerAlive: true,
    requests: [],
    events: [],
    ...over,
  };
}

function statusOf(world: World): DnsStatus {
  const family = (inUse: readonly string[]): DnsFamily =>
    inUse.length === 0
      ? { origin: "absent", configured: [], inUse: [] }
      : { origin: "automatic", configured: [], inUse };
  return {
    manager: "network-manager",
    readOnly: null,
    links: [
      {
        id: "2",
        name: "Wired",
        interfaceName: "eth0",
        defaultRoute: true,
        networkKey: null,
        v4: family(world.servers.filter((server) => !server.includes(":"))),
        v6: family(world.servers.filter((server) => server.includes(":"))),
        searchDomains: [],
        encryption: null,
      },
    ],
    globalServers: [],
    overrides: [],
    file: null,
    ...world.status,
  };
}

export function backendOf(world: World): DnsBackend {
  const current = (): string => world.servers.join(" ");
  return {
    os: "linux",
    host: {
      own: async () => ({ pid: 1, startTime: "1" }),
      bootId: async () => "boot",
      isRunning: async () => world.ownerAlive,
    },
    read: async () => (world.failRead ? fail({ code: "timed-out", detail: "" }) : ok(statusOf(world))),
    snapshot: async (linkId) => {
      if (linkId !== null && linkId !== "2") return fail({ code: "no-link", detail: linkId, changed: "nothing" });
      const { v4, v6 } = statusOf(world).links[0] ?? { v4: null, v6: null };
      if (v4 === null) return fail({ code: "no-link", detail: "", changed: "nothing" });
      const settings = { servers: current() };
      return ok({
        manager: "network-manager",
        linkId: "2",
        linkName: "Wired",
        networkKey: null,
        v4,
        v6,
        settings,
        native: {},
      });
    },
    plan: ({ servers }) =>
      ok({
        servers,
        settings: { servers: servers.join(" ") },
        kept: {},
        commands: [
          {
            argv: ["/usr/bin/nmcli", "device", "modify", "eth0", `a b${"x".repeat(300)}`],
            elevated: true,
            purpose: "switch",
          },
        ],
        needsAdmin: true,
        afterPowerCut: "volatile",
        lasts: "until-restart",
        objects: [],
      }),
    settingsNow: async () => ok({ servers: current() }),
    apply: async ({ plan }) => {
      if (world.failApply !== null) return fail(world.failApply);
      world.servers = plan.servers;
      world.guard = "applied";
      world.cache = {};
      world.events.push("apply");
      world.afterApply();
      return ok({ process: null, native: {} });
    },
    commit: async () => {
      if (world.failCommit !== null) return fail(world.failCommit);
      world.guard = "committed";
      world.events.push("commit");
      return ok(undefined);
    },
    restore: async ({ plan, snapshot }) => {
      world.events.push("restore");
      const before = snapshot.settings["servers"] ?? "";
      if (current() === before) return ok("nothing-to-do");
      if (current() !== plan.settings["servers"]) return ok("theirs");
      world.servers = before.split(" ");
      world.guard = "restored";
      return ok("restored");
    },
    extend: async (_change, seconds) => {
      world.events.push(`extend ${seconds}`);
      return ok(undefined);
    },
    guardReport: async () => ({
      state: world.guard,
      alive: world.guard === "applied",
      secondsLeft: world.guard === "applied" ? 42 : null,
    }),
    flush: async (elevate) => {
      world.events.push(elevate ? "flush elevated" : "flush");
      world.cache = {};
      return "code" in world.flush ? fail(world.flush) : ok(world.flush);
    },
  };
}

export function deskOf(world: World): DnsDesk {
  let number = 0;
  return {
    backend: backendOf(world),
    journal: {
      list: () => ({ changes: world.changes.toReversed(), damaged: world.damaged }),
      write: (change) => {
        const at = world.changes.findIndex(({ id }) => id === change.id);
        if (at === -1) world.changes.push(change);
        else world.changes[at] = change;
        return ok(undefined);
      },
    },
    lock: async () => (world.lockFree ? { release: async () => undefined } : null),
    appVersion: "1.2.3",
    now: () => new Date("2026-03-04T05:06:07Z"),
    randomHex: (bytes) => (number += 1).toString(16).padStart(bytes * 2, "0"),
  };
}

function probesOf(world: World): Probes {
  return fakeProbes({
    systemLookup: async (name) => {
      const [server = ""] = world.servers;
      const addresses = world.cache[name] ?? world.zones[server]?.[name] ?? [];
      return lookupSeen(
        name,
        addresses,
        addresses.length > 0 ? { ms: world.lookupMs } : { outcome: "temporary-failure" },
      );
    },
    dnsQuery: async (server, question) => {
      const zone = server.transport === "doh" ? undefined : world.zones[server.address];
      if (zone === undefined) return dnsSeen(server, question, { outcome: "timeout" });
      const addresses = zone[question.name];
      if (question.type !== "A" || addresses === undefined) return dnsSeen(server, question, { outcome: "no-data" });
      return dnsSeen(server, question, { addresses, ms: 5 });
    },
    tcpConnect: async (address, port) => connectSeen(address, "connected", port),
    tlsHandshake: async ({ address }) => tlsSeen(address, world.tls[address] ?? "trusted"),
    httpRequest: async (request) => {
      const [address = ""] = request.addresses;
      world.requests.push(`${address} ${serverLabel({ transport: "udp", address, port: 0 })}`);
      return exchangeSeen({ url: request.url, address, ...world.pages[address] });
    },
  });
}

export function depsOf(
  world: World,
  references: Partial<References> = {},
  machine: Partial<Machine> = {},
): DnsRepairDeps {
  return {
    desk: deskOf(world),
    machine: fakeMachine(machine),
    probes: probesOf(world),
    references: { ...NO_REFERENCES, stableName: "stable.example", ...references },
  };
}
