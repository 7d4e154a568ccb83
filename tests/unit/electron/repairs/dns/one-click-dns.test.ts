import { describe, expect, it } from "vitest";
import {
  oneClickDns,
  type OneClickDeps,
  type OneClickFace,
} from "../../../../../electron/repairs/dns/one-click-dns.ts";
import type { OneClickEnd, OneClickStep } from "../../../../../shared/model/dns-repair.ts";
import { targetOf } from "../../checks/fakes.ts";
import { depsOf, HOME, newWorld, SITE, type World } from "./switch-world.ts";

const NEVER = new AbortController().signal;
const OLD = "203.0.113.99";
const NEW = "203.0.113.10";
const stale = { [SITE]: [OLD], "stable.example": ["203.0.113.80"] };

async function fix(
  world: World,
  over: {
    readonly deps?: Partial<OneClickDeps>;
    readonly face?: Partial<OneClickFace>;
    readonly url?: string;
    readonly anyway?: boolean;
    readonly signal?: AbortSignal;
  } = {},
) {
  const steps: OneClickStep[] = [];
  const deps: OneClickDeps = { ...depsOf(world), hostCache: null, betweenRoundsMs: 1, ...over.deps };
  const face: OneClickFace = {
    onStep: (step) => steps.push(step),
    onConditions: () => undefined,
    agree: async () => true,
    keep: async () => true,
    ...over.face,
  };
  const request = {
    target: targetOf(over.url ?? `https://${SITE}/`),
    anyway: over.anyway ?? false,
    deadlineSeconds: 60,
  };
  const result = await oneClickDns(deps, request, face, over.signal ?? NEVER);
  return { ...result, steps };
}

describe("the one-click fix", () => {
  it("does nothing where nothing is broken", async () => {
    const world = newWorld();
    const { end, steps } = await fix(world);
    expect([end.kind, steps, world.events]).toEqual(["not-needed", ["look"], []]);
  });

  it("stops at the flush when that was enough, and asks nobody anything", async () => {
    const world = newWorld({ cache: { [SITE]: [OLD] }, pages: { [OLD]: { outcome: "connect-timeout" } } });
    const { end, trace, steps } = await fix(world, { face: { agree: () => expect.unreachable() } });
    expect(end).toEqual({ kind: "mended", by: "flush" });
    expect(trace.comparison?.outcome).toBe("fixed");
    expect(trace.flush).toMatchObject({ outcome: "flushed", proved: true });
    expect([steps, world.servers]).toEqual([["look", "flush"], [HOME]]);
  });

  it("switches away from a dead resolver to the quicker service that helps, and keeps what was proved", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    const { end, trace, steps } = await fix(world);
    expect(end).toMatchObject({ kind: "mended", by: "switch", candidate: "cloudflare" });
    expect(trace.comparison?.outcome).toBe("fixed");
    expect(trace.candidates.map(({ id, helps }) => [id, helps])).toEqual([
      ["cloudflare", true],
      ["google", true],
    ]);
    expect(steps).toEqual(["look", "flush", "conditions", "candidates", "switch", "keep"]);
    expect(world.servers[0]).toBe("1.1.1.1");
    expect(world.events).toEqual(["flush", "apply", "extend 60", "commit"]);
    expect(world.changes.map(({ state }) => state)).toEqual(["committed"]);
  });

  it("switches away from an old address, with at most six requests to the site", async () => {
    const world = newWorld({ pages: { [OLD]: { status: 502 } } });
    world.zones[HOME] = stale;
    const { end } = await fix(world);
    expect(end).toMatchObject({ kind: "mended", by: "switch" });
    expect(world.requests.length).toBeLessThanOrEqual(6);
  });

  it("takes the service that helps when the other does not", async () => {
    const world = newWorld({ pages: { [OLD]: { status: 502 } } });
    world.zones[HOME] = stale;
    world.zones["1.1.1.1"] = stale;
    expect((await fix(world)).end).toMatchObject({ kind: "mended", candidate: "google" });
  });

  it.each<[string, (world: World) => void]>([
    [
      "everybody gives the same failing address",
      (world) => {
        world.pages[NEW] = { status: 502 };
      },
    ],
    [
      "nobody knows the name",
      (world) => {
        for (const zone of Object.keys(world.zones)) world.zones[zone] = {};
      },
    ],
    [
      "somebody else's certificate stands at the other address",
      (world) => {
        world.zones[HOME] = stale;
        world.pages[OLD] = { status: 502 };
        world.tls[NEW] = "wrong-name";
      },
    ],
    [
      "the other services are no quicker",
      (world) => {
        world.lookupMs = 900;
        for (const zone of ["1.1.1.1", "8.8.8.8"]) delete world.zones[zone];
      },
    ],
  ])("does not switch, or ask, when %s", async (_name, change) => {
    const world = newWorld();
    change(world);
    const { end } = await fix(world, { face: { agree: () => expect.unreachable() } });
    expect([end.kind, world.servers, world.changes]).toEqual(["would-not-help", [HOME], []]);
  });

  it("switches back when the old way recovered by itself meanwhile", async () => {
    const world = newWorld();
    const alive = world.zones[HOME] ?? {};
    delete world.zones[HOME];
    world.afterApply = () => {
      world.zones[HOME] = alive;
    };
    const { end, trace } = await fix(world);
    expect([end.kind, trace.comparison?.outcome]).toEqual(["recovered", "recovered-by-itself"]);
    expect([world.servers, world.changes.map(({ state }) => state)]).toEqual([[HOME], ["undone"]]);
  });

  it("rolls back what did not help", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    world.afterApply = () => {
      world.pages[NEW] = { status: 503 };
    };
    expect((await fix(world)).end).toEqual({ kind: "rolled-back", because: "worse", restored: "restored" });
    expect(world.servers).toEqual([HOME]);
  });

  it("puts everything back when the person does not keep it", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    const { end } = await fix(world, { face: { keep: async () => false } });
    expect(end).toEqual({ kind: "rolled-back", because: "declined", restored: "restored" });
    expect(world.servers).toEqual([HOME]);
  });

  it("leaves everything when the person does not agree", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    const { end } = await fix(world, { face: { agree: async () => false } });
    expect([end.kind, world.servers, world.changes]).toEqual(["declined", [HOME], []]);
  });

  it("tells what the guard made of a change that could not be kept", async () => {
    const world = newWorld({ failCommit: { code: "guard-gone", detail: "", changed: "maybe" } });
    delete world.zones[HOME];
    expect((await fix(world)).end).toEqual({ kind: "rolled-back", because: "guard-gone", restored: "restored" });
    expect(world.servers).toEqual([HOME]);
  });

  it("is held back by a VPN, unless the person insists", async () => {
    const vpn = { overrides: [{ kind: "vpn" as const, detail: "tun0" }] };
    const world = newWorld({ status: vpn });
    delete world.zones[HOME];
    const { end } = await fix(world);
    expect(end.kind === "held-back" && end.conditions.map(({ code }) => code)).toEqual(["vpn-up"]);
    expect(world.changes).toEqual([]);
    expect((await fix(world, { anyway: true })).end.kind).toBe("mended");
  });

  it.each<[string, Partial<World>, OneClickEnd["kind"]]>([
    ["cannot read the settings", { failRead: true }, "failed"],
    ["may not change them", { status: { readOnly: "wsl" } }, "failed"],
    [
      "is refused by the person at the prompt",
      { failApply: { code: "cancelled", detail: "", changed: "nothing" } },
      "failed",
    ],
    ["finds another change open", { lockFree: false }, "failed"],
  ])("changes nothing when it %s", async (_name, over, kind) => {
    const world = newWorld(over);
    delete world.zones[HOME];
    expect((await fix(world)).end.kind).toBe(kind);
    expect(world.servers).toEqual([HOME]);
  });

  it("has no part in an address without a name", async () => {
    expect((await fix(newWorld(), { url: "http://192.0.2.1/" })).end.kind).toBe("no-name");
  });

  it("acts on nothing when it is stopped", async () => {
    const world = newWorld();
    delete world.zones[HOME];
    expect((await fix(world, { signal: AbortSignal.abort() })).end.kind).toBe("unclear");
    expect(world.events).toEqual([]);
  });

  it("mends names that are found too slowly", async () => {
    const world = newWorld({ lookupMs: 4_000 });
    world.afterApply = () => {
      world.lookupMs = 20;
    };
    const { end, trace } = await fix(world);
    expect([end.kind, trace.comparison?.outcome]).toEqual(["mended", "improved"]);
  });

  it("clears our own browser's memory between flush and switch, and looks again only at a new address", async () => {
    const world = newWorld({ pages: { [OLD]: { status: 502 } } });
    world.zones[HOME] = stale;
    const good = world.zones["1.1.1.1"] ?? {};
    const hostCache = {
      clear: async () => {
        world.zones[HOME] = good;
        return true;
      },
    };
    const { end, trace, steps } = await fix(world, { deps: { hostCache } });
    expect(steps).toEqual(["look", "flush", "host-cache"]);
    expect(trace.hostCacheCleared).toBe(true);
    // The resolver itself gives the new address now: the control says so, and nobody takes the credit.
    expect(end.kind).toBe("recovered");
    const other = newWorld({ pages: { [OLD]: { status: 502 } } });
    other.zones[HOME] = stale;
    const second = await fix(other, { deps: { hostCache: { clear: async () => false } } });
    expect([second.trace.hostCacheCleared, second.end.kind]).toEqual([false, "mended"]);
    expect(other.requests.length).toBeLessThanOrEqual(6);
  });
});
