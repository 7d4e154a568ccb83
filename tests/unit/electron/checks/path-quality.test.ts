import { expect, test } from "vitest";
import { pathQualityCheck } from "../../../../electron/checks/path-quality.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import type { ConnectOutcome } from "../../../../shared/model/facts/connect-facts.ts";
import { connectSeen, contextFor, factsOf, lookupSeen, pingSeen, resultsOf, sayOf } from "./fakes.ts";

const references = {
  egress: [
    { host: "198.51.100.1", port: 443 },
    { host: "name.example", port: 443 },
  ],
};
const results = resultsOf({
  "default-route": {
    routes: [{ family: "v4", gateway: "192.168.1.1", interfaceName: "eth0", metric: 1, tunnel: false }],
  },
  "dns-system": { lookup: lookupSeen("www.example.com", ["203.0.113.1"]), control: null },
});

function connecting(give: (turn: number) => { outcome?: ConnectOutcome; ms?: number }): Partial<Probes> {
  const turns = new Map<string, number>();
  return {
    tcpConnect: async (address, port) => {
      const turn = turns.get(address) ?? 0;
      turns.set(address, turn + 1);
      const { outcome = "connected", ms = 20 } = give(turn);
      return connectSeen(address, outcome, port, ms);
    },
  };
}

test.each([
  ["pass: good", { results, references, probes: connecting(() => ({})) }],
  ["warn: lossy", { results, references, probes: connecting((turn) => (turn === 2 ? { ms: 1_030 } : {})) }],
  ["warn: lossy", { results, references, probes: connecting((turn) => (turn === 2 ? { outcome: "timeout" } : {})) }],
  ["warn: slow", { results: resultsOf({}), references, probes: connecting(() => ({ ms: 700 })) }],
  ["skipped: not-needed", {}],
  ["skipped: loopback-target", { target: "http://127.0.0.1" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(pathQualityCheck, parts)).toBe(expected);
});

test("samples router, references and site; names only whom it contacts outside", async () => {
  const context = contextFor({ results, references, probes: connecting(() => ({})) });
  const { samples } = factsOf(await pathQualityCheck.run(context));
  expect(samples.map(({ role, how, sent, lost }) => [role, how, sent, lost])).toEqual([
    ["router", "ping", 5, 0],
    ["reference", "tcp", 5, 0],
    ["target", "tcp", 5, 0],
  ]);
  expect(context.endpoints).toEqual(["198.51.100.1:443"]);
});

test("private mode leaves the references alone", async () => {
  const context = contextFor({ results, references, privateMode: true, probes: connecting(() => ({})) });
  const { samples } = factsOf(await pathQualityCheck.run(context));
  expect(samples.map(({ role }) => role)).toEqual(["router", "target"]);
});

test("what cannot be reached at all, or cannot be pinged, says nothing about loss", async () => {
  const context = contextFor({
    results,
    references,
    probes: connecting(() => ({ outcome: "timeout" })),
    machine: { ping: async ({ address }) => pingSeen(address, { sent: 0, received: 0, failure: "no-tool" }) },
  });
  expect((await pathQualityCheck.run(context)).status).toBe("skipped");
  const noWay = contextFor({
    results,
    references,
    probes: connecting(() => ({ outcome: "unreachable" })),
    machine: { ping: async ({ address }) => pingSeen(address, { received: 0, medianMs: null, failure: "no-reply" }) },
  });
  const { samples } = factsOf(await pathQualityCheck.run(noWay));
  expect(samples).toMatchObject([{ role: "router", lost: 3 }]);
});

test("starts without the look-up when that is slow", () => {
  expect(pathQualityCheck.early?.when({}, 699)).toBe(false);
  expect(pathQualityCheck.early?.when({}, 700)).toBe(true);
});
