import { describe, expect, it } from "vitest";
import { ok } from "../../../../../shared/lib/result.ts";
import type { LookCode } from "../../../../../shared/model/watch.ts";
import type { References } from "../../../../../shared/model/references.ts";
import { practiceMachine } from "../../../../../electron/practice/practice-machine.ts";
import type { Probes } from "../../../../../electron/probes/probes.ts";
import { targetOfUrl } from "../../../../../electron/watch/live-place.ts";
import { createNear, type Doubt } from "../../../../../electron/watch/look/near.ts";
import type { Place } from "../../../../../electron/watch/place.ts";
import { NO_REFERENCES } from "../../checks/fakes.ts";
import { loopbackPlace } from "../still-machine.ts";

const EGRESS: References = {
  ...NO_REFERENCES,
  egress: [
    { host: "198.51.100.1", port: 443 },
    { host: "198.51.100.2", port: 443 },
  ],
  stableName: "example.com",
};

interface Network {
  readonly connects: boolean;
  readonly names: boolean;
}

interface Asked {
  readonly place: Place;
  readonly connected: string[];
  readonly looked: string[];
}

function network({ connects, names }: Network, change: Partial<Place> = {}): Asked {
  const connected: string[] = [];
  const looked: string[] = [];
  const probes: Probes = {
    ...loopbackPlace().probes,
    tcpConnect: async (address, port) => {
      connected.push(`${address}:${port}`);
      const outcome = connects ? ("connected" as const) : ("refused" as const);
      return { address, family: "v4", port, outcome, errno: null, ms: 1 };
    },
    systemLookup: async (name) => {
      looked.push(name);
      return names
        ? { name, outcome: "answer", addresses: ["198.51.100.9"], errno: null, ms: 1 }
        : { name, outcome: "temporary-failure", addresses: [], errno: "EAI_AGAIN", ms: 1 };
    },
  };
  return { place: { ...loopbackPlace({ references: EGRESS }), probes, ...change }, connected, looked };
}

function doubt(code: LookCode | null, change: Partial<Doubt> = {}): Doubt {
  const target = targetOfUrl("http://shop.example/");
  return { target, privateMode: false, code, suspected: null, proxy: null, ...change };
}

const still = new AbortController().signal;

describe("the way to a site", () => {
  it("is broken where no reference point can be reached", async () => {
    const { place } = network({ connects: false, names: true });
    expect(await createNear(place, Date.now)(doubt("connect-timeout"), still)).toBe("no-internet");
  });

  it("is fine where they can be: then the failed look counts against the site", async () => {
    const { place, connected, looked } = network({ connects: true, names: true });
    expect(await createNear(place, Date.now)(doubt("connect-timeout"), still)).toBeNull();
    expect(connected.length).toBeGreaterThan(0);
    // Names are asked for only where a name was the trouble.
    expect(looked).toEqual([]);
  });

  it("is broken where a name that surely exists is not found either", async () => {
    const { place, looked } = network({ connects: true, names: false });
    expect(await createNear(place, Date.now)(doubt("dns-failed"), still)).toBe("resolver");
    expect(looked).toContain("example.com");
    const found = network({ connects: true, names: true });
    expect(await createNear(found.place, Date.now)(doubt("dns-failed"), still)).toBeNull();
  });

  it("is the proxy where one is set: nothing else has to be reachable directly", async () => {
    const proxy = { host: "127.0.0.1", port: 3_128 };
    const dead = network({ connects: false, names: true });
    expect(await createNear(dead.place, Date.now)(doubt("proxy-connect-failed", { proxy }), still)).toBe("proxy");
    expect(dead.connected).toEqual(["127.0.0.1:3128"]);
    const alive = network({ connects: true, names: true });
    expect(await createNear(alive.place, Date.now)(doubt("proxy-connect-failed", { proxy }), still)).toBeNull();
  });

  it("is the proxy where its name is not found", async () => {
    const { place } = network({ connects: true, names: false });
    const proxy = { host: "proxy.example", port: 3_128 };
    expect(await createNear(place, Date.now)(doubt("proxy-connect-failed", { proxy }), still)).toBe("proxy");
  });

  it("is broken where this computer has no link, or no way out of its network", async () => {
    const machine = practiceMachine({});
    const unlinked = network(
      { connects: true, names: true },
      { machine: { ...machine, interfaces: async () => ok([]) } },
    );
    expect(await createNear(unlinked.place, Date.now)(doubt("connect-timeout"), still)).toBe("no-link");
    const { place } = network({ connects: true, names: true }, { machine: practiceMachine({ route: "none" }) });
    expect(await createNear(place, Date.now)(doubt("connect-timeout"), still)).toBe("no-route");
  });

  it("is looked at once for many watches that fail at the same time, and anew a while later", async () => {
    const { place, connected } = network({ connects: false, names: true });
    let now = 1_000_000;
    const near = createNear(place, () => now);
    await Promise.all(Array.from({ length: 5 }, () => near(doubt("connect-timeout"), still)));
    const once = connected.length;
    now += 9_000;
    await near(doubt("connect-timeout"), still);
    expect(connected).toHaveLength(2 * once);
  });

  it("is not asked about for a site on this computer", async () => {
    const { place, connected } = network({ connects: false, names: false });
    const target = targetOfUrl("http://127.0.0.1:8080/");
    expect(await createNear(place, Date.now)(doubt("connect-refused", { target }), still)).toBeNull();
    expect(connected).toEqual([]);
  });
});
