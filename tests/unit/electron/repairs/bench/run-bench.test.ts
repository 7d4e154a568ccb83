import { describe, expect, it } from "vitest";
import { benchNames, COMMON_NAMES, contestants } from "../../../../../electron/repairs/bench/contestants.ts";
import { runBench } from "../../../../../electron/repairs/bench/run-bench.ts";
import { serverLabel } from "../../../../../electron/probes/probes.ts";
import { BUILT_IN_REFERENCES } from "../../../../../electron/engine/outside-endpoints.ts";
import { dnsSeen, fakeProbes, NO_REFERENCES } from "../../checks/fakes.ts";

const ROUTER = { address: "192.168.1.1", port: 53, interfaceName: "eth0", upstream: false };
const PUBLIC = {
  ...NO_REFERENCES,
  publicResolvers: [
    { id: "alpha", name: "Alpha", udp: ["192.0.2.53", "[2001:db8::53]:53"], doh: "https://192.0.2.53/dns-query" },
    { id: "beta", name: "Beta", udp: ["198.51.100.53"] },
  ],
};

describe("the contestants", () => {
  it("are the present resolver and the public ones, over UDP and DoH", () => {
    expect(contestants([ROUTER], PUBLIC).map(({ id, server }) => `${id} ${serverLabel(server)}`)).toEqual([
      "current 192.168.1.1:53",
      "alpha-udp 192.0.2.53:53",
      "alpha-doh https://192.0.2.53/dns-query",
      "beta-udp 198.51.100.53:53",
    ]);
  });

  it("measure what stands behind a stub, and nobody twice", () => {
    const stub = { ...ROUTER, address: "127.0.0.53" };
    const behind = { ...ROUTER, address: "198.51.100.53", upstream: true };
    const ids = contestants([stub, behind], PUBLIC).map(({ id, server }) => `${id} ${serverLabel(server)}`);
    expect(ids[0]).toBe("current 198.51.100.53:53");
    expect(ids).not.toContain("beta-udp 198.51.100.53:53");
  });

  it("speak the family that the present resolver speaks where they can", () => {
    const six = contestants([{ ...ROUTER, address: "2001:db8::1" }], PUBLIC);
    expect(six.find(({ id }) => id === "alpha-udp")?.server).toMatchObject({ address: "2001:db8::53" });
    expect(contestants([], PUBLIC).some(({ current }) => current)).toBe(false);
  });

  it("are all there for the built-in list", () => {
    expect(contestants([ROUTER], BUILT_IN_REFERENCES)).toHaveLength(7);
  });

  it("are asked the person's own names first, each once", () => {
    expect(benchNames(["Shop.Example.", "github.com", "shop.example"])).toEqual([
      "shop.example",
      "github.com",
      ...COMMON_NAMES.filter((name) => name !== "github.com"),
    ]);
  });
});

describe("a benchmark run", () => {
  it("asks everybody the same names, at most four at a time, and counts no warm-up", async () => {
    const asked = new Map<string, string[]>();
    const under = new Map<string, number>();
    let most = 0;
    const probes = fakeProbes({
      dnsQuery: async (server, question) => {
        const label = serverLabel(server);
        const now = (under.get(label) ?? 0) + 1;
        under.set(label, now);
        most = Math.max(most, now);
        asked.set(label, [...(asked.get(label) ?? []), question.name]);
        await new Promise((resolve) => setTimeout(resolve, 1));
        under.set(label, (under.get(label) ?? 0) - 1);
        if (question.name.endsWith(".invalid")) return dnsSeen(server, question, { outcome: "nxdomain" });
        return dnsSeen(server, question, { addresses: ["192.0.2.1"], ms: label.startsWith("192.168") ? 60 : 20 });
      },
    });
    const names = ["a.example", "b.example", "c.example"];
    const progress: number[] = [];
    const report = await runBench({
      contestants: contestants([ROUTER], { ...PUBLIC, publicResolvers: PUBLIC.publicResolvers.slice(1) }),
      names,
      probes,
      signal: new AbortController().signal,
      seed: 3,
      onProgress: (done) => progress.push(done),
    });
    expect(report?.samples).toBe(24);
    expect(report?.rows.map(({ asked: count, answered, honest }) => [count, answered, honest])).toEqual([
      [24, 24, true],
      [24, 24, true],
    ]);
    // 24 samples, one warm-up for each of 3 names, one made-up name; and the winner's 24 once more.
    expect([...asked.values()].map((list) => list.length)).toEqual([52, 52]);
    expect(most).toBeLessThanOrEqual(4);
    expect(progress).toHaveLength(48);
    expect(progress.at(-1)).toBe(48);
    expect(report?.verdict).toMatchObject({ kind: "switch", to: "beta-udp" });
  });

  it("recommends nobody who was faster only once, and asks nobody else again", async () => {
    const asked = new Map<string, number>();
    const probes = fakeProbes({
      dnsQuery: async (server, question) => {
        const label = serverLabel(server);
        const count = (asked.get(label) ?? 0) + 1;
        asked.set(label, count);
        // One warm-up, 24 samples and the made-up name belong to the first measurement.
        const slow = label.startsWith("192.168") && count <= 25;
        return dnsSeen(server, question, { addresses: ["192.0.2.1"], ms: slow ? 60 : 20 });
      },
    });
    const report = await runBench({
      contestants: contestants([ROUTER], PUBLIC).filter(({ transport }) => transport === "udp"),
      names: ["a.example"],
      probes: {
        ...probes,
        dnsQuery: async (server, question, options) =>
          question.name.endsWith(".invalid")
            ? dnsSeen(server, question, { outcome: "nxdomain" })
            : probes.dnsQuery(server, question, options),
      },
      signal: new AbortController().signal,
      seed: 3,
    });
    expect(report?.verdict).toEqual({ kind: "keep" });
    // Of the two that were as fast as each other, only the first was measured again.
    expect([...asked.values()].toSorted((a, b) => a - b)).toEqual([25, 49, 49]);
  });

  it("counts what is not answered as a failure, and an address for nobody's name as a lie", async () => {
    const probes = fakeProbes({
      dnsQuery: async (server, question) =>
        question.name.endsWith(".invalid")
          ? dnsSeen(server, question, { addresses: ["192.0.2.66"] })
          : dnsSeen(server, question, { outcome: "servfail" }),
    });
    const report = await runBench({
      contestants: contestants([ROUTER], NO_REFERENCES),
      names: ["a.example"],
      probes,
      signal: new AbortController().signal,
    });
    expect(report?.rows[0]).toMatchObject({ asked: 24, answered: 0, honest: false, medianMs: null });
    expect(report?.verdict).toEqual({ kind: "unreliable", best: null });
  });

  it("gives no report when it is stopped", async () => {
    const stop = new AbortController();
    const probes = fakeProbes({
      dnsQuery: async (server, question) => {
        stop.abort();
        return dnsSeen(server, question, { outcome: "cancelled" });
      },
    });
    const request = { contestants: contestants([ROUTER], PUBLIC), names: ["a.example"], probes, signal: stop.signal };
    expect(await runBench(request)).toBeNull();
  });
});
