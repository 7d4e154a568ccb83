import { describe, expect, it } from "vitest";
import type { ConnectOutcome } from "../../../../../shared/model/facts/connect-facts.ts";
import type { NetInterface } from "../../../../../shared/model/facts/local-facts.ts";
import { fail, ok } from "../../../../../shared/lib/result.ts";
import { RESTART_LIMITS } from "../../../../../electron/repairs/restart-network/machine.ts";
import { proofOf } from "../../../../../shared/lib/restart-facts.ts";
import type { RestartState } from "../../../../../shared/model/restart.ts";
import { observeRestart, type ObserveDeps } from "../../../../../electron/repairs/restart-network/observe.ts";
import { outsideAddress } from "../../../../../electron/repairs/restart-network/outside-address.ts";
import { connectSeen, dnsSeen, exchangeSeen, fakeMachine, targetOf } from "../../checks/fakes.ts";

/** Somebody who watches from the beginning, and says nothing. */
const watcher = (onLook: (state: RestartState) => void) => ({ kept: null, pulled: () => false, onLook });

/** What is switched on, changed by the test between looks. */
interface World {
  link: boolean;
  router: boolean;
  modem: boolean;
  names: boolean;
  /** The router answers nothing, and only the neighbour table shows it. */
  quiet: boolean;
}

const ETHERNET: NetInterface = {
  name: "eth0",
  id: "2",
  kind: "ethernet",
  up: true,
  carrier: true,
  addresses: [{ address: "192.168.1.10", prefix: 24, family: "v4", scope: "private" }],
};

function depsOf(world: World, requests: { outside: number; site: number }): ObserveDeps {
  const reach = (good: boolean): ConnectOutcome => (good ? "connected" : "timeout");
  let now = 0;
  return {
    machine: fakeMachine({
      interfaces: async () => ok([{ ...ETHERNET, carrier: world.link }]),
      defaultRoutes: async () =>
        ok([{ family: "v4", gateway: "192.168.1.1", interfaceName: "eth0", metric: 1, tunnel: false }]),
      ping: async ({ address }) => {
        const good = world.router && !world.quiet;
        return { address, sent: 1, received: good ? 1 : 0, medianMs: null, failure: good ? null : "no-reply" };
      },
      neighbour: async (address) =>
        ok({
          address,
          interfaceName: "eth0",
          state: world.router ? "reachable" : world.quiet ? "failed" : "reachable",
        }),
      resolvers: async () => ok([{ address: "192.168.1.1", port: 53, interfaceName: null, upstream: false }]),
    }),
    probes: {
      tcpConnect: async (address, port) => {
        if (address === "192.168.1.1") return connectSeen(address, reach(world.router && !world.quiet), port);
        requests.outside += 1;
        return connectSeen(address, reach(world.router && world.modem), port);
      },
      dnsQuery: async (server, question) =>
        dnsSeen(server, question, world.names ? { addresses: ["203.0.113.1"] } : { outcome: "timeout" }),
      httpRequest: async () => {
        requests.site += 1;
        return exchangeSeen();
      },
    },
    references: { egress: [{ host: "1.1.1.1", port: 443 }], stableName: "example.com", systemResolver: null },
    target: targetOf("www.example.com"),
    // Every look is two seconds after the last, without waiting for them.
    clock: () => (now += 2_000),
    cadence: { nearMs: 0, outsideMs: 10_000 },
  };
}

/** Watches while the world changes after so many looks. */
async function watch(changes: Readonly<Record<number, Partial<World>>>, begin: Partial<World> = {}) {
  const world: World = { link: true, router: true, modem: true, names: true, quiet: false, ...begin };
  const requests = { outside: 0, site: 0 };
  const controller = new AbortController();
  const phases: string[] = [];
  let looks = 0;
  const onChange = (state: RestartState) => {
    if (phases.at(-1) !== state.phase) phases.push(state.phase);
    Object.assign(world, changes[looks] ?? {});
    looks += 1;
    if (looks > 2_000) controller.abort();
  };
  const end = await observeRestart(depsOf(world, requests), watcher(onChange), controller.signal);
  return { end, phases, requests, looks };
}

describe("watching a restart", () => {
  it("tells what goes and comes back, in order, and what proves it", async () => {
    const { end, phases, requests } = await watch({
      3: { link: false, router: false, modem: false, names: false },
      20: { link: true },
      30: { router: true },
      45: { modem: true },
      60: { names: true },
    });
    expect(phases).toEqual(["looking", "waiting-for-gap", "gone", "returning", "back"]);
    expect(proofOf(end)).toMatchObject({ kind: "gap" });
    const order = ["link", "router", "provider", "dns"].map((stage) => end.backAtMs[stage as "link"] ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(end.now.site).toBe("up");
    expect(requests.site).toBe(1);
  });

  it("asks outside at most every ten seconds", async () => {
    const { requests, looks } = await watch({ 50: { router: false }, 60: { router: true } });
    expect(requests.outside).toBeLessThanOrEqual(Math.ceil((looks * 2) / 10) + 1);
  });

  it("sees a router that answers nothing but shows in the neighbour table", async () => {
    const { phases, end } = await watch({ 3: { router: false }, 20: { router: true } }, { quiet: true });
    expect(phases.slice(0, 3)).toEqual(["looking", "waiting-for-gap", "gone"]);
    expect(phases.at(-1)).toBe("back");
    expect(proofOf(end).kind).toBe("gap");
  });

  it("sees the modem alone being restarted", async () => {
    const { end, phases } = await watch({ 3: { modem: false, names: false }, 40: { modem: true, names: true } });
    expect(phases).toEqual(["looking", "waiting-for-gap", "gone", "back"]);
    expect(proofOf(end).kind).toBe("modem-gap");
  });

  it("ends by itself when nothing is switched off", async () => {
    const { end } = await watch({});
    expect([end.phase, proofOf(end).kind]).toEqual(["no-gap", "none"]);
    expect(end.lastMs - end.startedMs).toBeGreaterThanOrEqual(RESTART_LIMITS.gapMs);
  });

  it("ends by itself when the way out stays dead", async () => {
    const { end } = await watch({ 3: { router: false, modem: false }, 20: { router: true } });
    expect(end.phase).toBe("not-back");
  });

  it("ends with the signal, and does not take the stop for a silence", async () => {
    const controller = new AbortController();
    const world: World = { link: true, router: true, modem: true, names: true, quiet: false };
    let looks = 0;
    const end = await observeRestart(
      depsOf(world, { outside: 0, site: 0 }),
      watcher(() => {
        looks += 1;
        if (looks === 4) controller.abort();
      }),
      controller.signal,
    );
    expect([end.phase, end.routerGap]).toEqual(["waiting-for-gap", null]);
  });

  it("does not take what cannot be read for a lost link", async () => {
    const world: World = { link: true, router: true, modem: true, names: true, quiet: false };
    const deps = depsOf(world, { outside: 0, site: 0 });
    const controller = new AbortController();
    const seen: RestartState[] = [];
    await observeRestart(
      { ...deps, machine: { ...deps.machine, interfaces: async () => fail({ code: "timed-out", detail: "" }) } },
      watcher((state) => {
        seen.push(state);
        if (seen.length === 6) controller.abort();
      }),
      controller.signal,
    );
    expect(seen.at(-1)).toMatchObject({ phase: "waiting-for-gap", now: { link: "not-asked", router: "up" } });
  });

  it.each([
    ["a public IPv4 address", ["192.168.1.2", "8.8.4.4", "2a00:1:2:3::5"], "8.8.4.4"],
    ["the first half of a public IPv6 address", ["192.168.1.2", "fe80::1", "2a00:1:2:3:4:5:6:7"], "2a00:1:2:3::/64"],
    ["the same half of a short one", ["2a00:1::9"], "2a00:1:0:0::/64"],
    ["nothing behind address translation", ["192.168.1.2", "fd00::1"], null],
  ])("knows %s of its own", (_name, addresses, outside) => {
    const link: NetInterface = {
      ...ETHERNET,
      addresses: addresses.map((address) => ({
        address,
        prefix: 64,
        family: address.includes(":") ? "v6" : "v4",
        scope: "public",
      })),
    };
    expect(outsideAddress([link])).toBe(outside);
  });

  it("goes on where an earlier watch stopped: the gap of before still counts", async () => {
    const world: World = { link: true, router: true, modem: true, names: true, quiet: false };
    const deps = depsOf(world, { outside: 0, site: 0 });
    const first = new AbortController();
    let kept: RestartState | null = null;
    let looks = 0;
    const early = watcher((state) => {
      kept = state;
      looks += 1;
      if (looks === 3) world.router = false;
      if (looks === 8) first.abort();
    });
    await observeRestart(deps, early, first.signal);
    expect(kept).toMatchObject({ phase: "gone", before: { router: "192.168.1.1", interfaceName: "eth0" } });
    world.router = true;
    const end = await observeRestart(deps, { ...watcher(() => undefined), kept }, new AbortController().signal);
    expect([end.phase, proofOf(end).kind]).toEqual(["back", "gap"]);
  });

  it("notes when the person said that the plug is out, and ends soon where nothing goes away", async () => {
    const world: World = { link: true, router: true, modem: true, names: true, quiet: false };
    let looks = 0;
    const who = { ...watcher(() => void (looks += 1)), pulled: () => looks > 3 };
    const end = await observeRestart(depsOf(world, { outside: 0, site: 0 }), who, new AbortController().signal);
    expect(end.phase).toBe("no-gap");
    expect(end.lastMs - (end.pulledMs ?? 0)).toBeGreaterThanOrEqual(RESTART_LIMITS.pulledMs);
    expect(end.lastMs - end.startedMs).toBeLessThan(RESTART_LIMITS.gapMs);
  });
});
