import { describe, expect, it } from "vitest";
import { prove } from "../../../../../electron/repairs/comparison/prove.ts";
import { type BatteryPlan, requestBudget, runBattery } from "../../../../../electron/repairs/comparison/run-battery.ts";
import { LOOKUPS_STUCK } from "../../../../../electron/probes/lookup/system-lookup.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import { dnsSeen, exchangeSeen, fakeProbes, lookupSeen, targetOf } from "../../checks/fakes.ts";

const OLD = { transport: "udp", address: "192.168.1.1", port: 53 } as const;
const SECOND = { transport: "udp", address: "192.168.1.2", port: 53 } as const;

interface World {
  /** What the operating system answers now. */
  system: readonly string[];
  /** What each old resolver answers now; null: nothing. */
  old: Record<string, readonly string[] | null>;
  /** The page at each address. */
  pages: Record<string, Partial<HttpExchange>>;
}

function planFor(world: World, over: Partial<BatteryPlan> = {}) {
  const requests: string[] = [];
  const plan: BatteryPlan = {
    target: targetOf("https://www.example.com/"),
    controlServers: [OLD],
    budget: requestBudget(),
    signal: new AbortController().signal,
    probes: fakeProbes({
      systemLookup: async (name) =>
        lookupSeen(name, world.system, world.system.length === 0 ? { outcome: "temporary-failure" } : { ms: 7 }),
      dnsQuery: async (server, question) => {
        const address = server.transport === "doh" ? "" : server.address;
        const answer = question.type === "A" ? world.old[address] : [];
        return dnsSeen(server, question, answer ? { addresses: answer, ms: 9 } : { outcome: "timeout" });
      },
      httpRequest: async ({ addresses }) => {
        const [address = ""] = addresses;
        requests.push(address);
        return exchangeSeen({ address, ...world.pages[address] });
      },
    }),
    ...over,
  };
  return { plan, requests };
}

describe("a battery", () => {
  it("asks for the page once when the old resolver and the system agree", async () => {
    const { plan, requests } = planFor({ system: ["192.0.2.1"], old: { "192.168.1.1": ["192.0.2.1"] }, pages: {} });
    const battery = await runBattery(plan, "always");
    expect(battery.target).toEqual({ level: "works", lookupMs: 7, seen: "http-200", address: "192.0.2.1" });
    expect(battery.control).toEqual({ level: "works", lookupMs: 9, seen: "http-200", address: "192.0.2.1" });
    expect(requests).toEqual(["192.0.2.1"]);
  });

  it("looks at each address when they disagree", async () => {
    const { plan } = planFor({
      system: ["192.0.2.9"],
      old: { "192.168.1.1": ["192.0.2.1"] },
      pages: { "192.0.2.9": { outcome: "connect-timeout" } },
    });
    const { target, control } = await runBattery(plan, "always");
    expect([target.level, target.seen]).toEqual(["fails", "connect-timeout"]);
    expect([control.level, control.seen]).toEqual(["works", "http-200"]);
  });

  it("takes a name that is not found for a failure, without a request", async () => {
    const { plan, requests } = planFor({ system: [], old: { "192.168.1.1": null }, pages: {} });
    const { target, control } = await runBattery(plan, "always");
    expect([target.level, target.seen, control.level, control.seen]).toEqual([
      "fails",
      "temporary-failure",
      "fails",
      "timeout",
    ]);
    expect(requests).toEqual([]);
  });

  it("asks the next old resolver when the first is silent", async () => {
    const { plan } = planFor(
      { system: ["192.0.2.1"], old: { "192.168.1.1": null, "192.168.1.2": ["192.0.2.1"] }, pages: {} },
      { controlServers: [OLD, SECOND] },
    );
    expect((await runBattery(plan, "always")).control.level).toBe("works");
  });

  it("knows no control without an old resolver", async () => {
    const { plan } = planFor({ system: ["192.0.2.1"], old: {}, pages: {} }, { controlServers: [] });
    expect((await runBattery(plan, "always")).control.level).toBe("unknown");
  });

  it.each<[string, Partial<HttpExchange>, string]>([
    ["a bad gateway is a failure", { status: 502 }, "fails"],
    ["a page that is not there is an answer", { status: 404 }, "works"],
    ["an untrusted certificate is a failure", { outcome: "tls-failed" }, "fails"],
    ["a cancelled request is not known", { outcome: "cancelled" }, "unknown"],
  ])("%s", async (_name, page, level) => {
    const { plan } = planFor({
      system: ["192.0.2.1"],
      old: { "192.168.1.1": ["192.0.2.1"] },
      pages: { "192.0.2.1": page },
    });
    expect((await runBattery(plan, "always")).target.level).toBe(level);
  });

  it("does not look any more when the site has been asked often enough", async () => {
    const { plan, requests } = planFor(
      { system: ["192.0.2.1"], old: { "192.168.1.1": ["192.0.2.1"] }, pages: {} },
      { budget: requestBudget(1) },
    );
    await runBattery(plan, "always");
    const { target } = await runBattery(plan, "always");
    expect([target.level, requests.length, plan.budget.sent()]).toEqual(["unknown", 1, 1]);
  });
});

describe("a look-up that cannot start, because others hang in the system", () => {
  const hung = (asked: string[], until: number) =>
    planFor(
      { system: ["192.0.2.1"], old: {}, pages: {} },
      {
        probes: fakeProbes({
          systemLookup: async (name) => {
            asked.push(name);
            const stuck = asked.length <= until;
            return lookupSeen(
              name,
              stuck ? [] : ["192.0.2.1"],
              stuck ? { outcome: "timeout", errno: LOOKUPS_STUCK } : {},
            );
          },
          dnsQuery: async (server, question) => dnsSeen(server, question, { outcome: "timeout" }),
          httpRequest: async ({ addresses: [address = ""] }) => exchangeSeen({ address }),
        }),
      },
    ).plan;

  it("is the fault itself before anything was changed", async () => {
    const asked: string[] = [];
    expect((await runBattery(hung(asked, 1), "always")).target).toMatchObject({ level: "fails", seen: "timeout" });
    expect(asked).toHaveLength(1);
  });

  it("is waited for after a repair that may end it", async () => {
    const asked: string[] = [];
    expect((await runBattery(hung(asked, 2), "only-if-works")).target.level).toBe("works");
    expect(asked).toHaveLength(3);
  });

  it("is no news after a repair that leaves the silent servers as they are", async () => {
    const asked: string[] = [];
    const plan = { ...hung(asked, 2), hanging: "silence" as const };
    expect((await runBattery(plan, "only-if-works")).target).toMatchObject({ level: "fails", seen: "timeout" });
    expect(asked).toHaveLength(1);
  });
});

describe("a proof", () => {
  it("claims a fix after two good rounds with the old way still broken", async () => {
    const world: World = {
      system: ["192.0.2.9"],
      old: { "192.168.1.1": ["192.0.2.9"] },
      pages: { "192.0.2.9": { status: 502 } },
    };
    const { plan, requests } = planFor(world);
    const before = await runBattery(plan, "always");
    world.system = ["192.0.2.1"];
    const comparison = await prove(plan, before, 1);
    expect([comparison.outcome, comparison.worksNow, comparison.after.length]).toEqual(["fixed", true, 2]);
    expect(requests.length).toBeLessThanOrEqual(6);
  });

  it("leaves a site in peace that still fails", async () => {
    const { plan, requests } = planFor({
      system: ["192.0.2.9"],
      old: { "192.168.1.1": ["192.0.2.9"] },
      pages: { "192.0.2.9": { status: 502 } },
    });
    const before = await runBattery(plan, "always");
    const comparison = await prove(plan, before, 1);
    expect([comparison.outcome, requests.length]).toEqual(["unchanged", 2]);
  });

  it("gives no credit when the old way works again too", async () => {
    const world: World = { system: [], old: { "192.168.1.1": null }, pages: {} };
    const { plan } = planFor(world);
    const before = await runBattery(plan, "always");
    world.system = ["192.0.2.1"];
    world.old = { "192.168.1.1": ["192.0.2.1"] };
    expect((await prove(plan, before, 1)).outcome).toBe("recovered-by-itself");
  });
});
