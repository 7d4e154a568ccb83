import { expect, test } from "vitest";
import { routerCheck } from "../../../../electron/checks/router.ts";
import type { Machine } from "../../../../electron/platform/machine.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import { ok } from "../../../../shared/lib/result.ts";
import type { ConnectOutcome } from "../../../../shared/model/facts/connect-facts.ts";
import type { DefaultRoute } from "../../../../shared/model/facts/local-facts.ts";
import { connectSeen, contextFor, factsOf, notReadable, pingSeen, resultsOf, sayOf } from "./fakes.ts";

const route: DefaultRoute = { family: "v4", gateway: "192.168.1.1", interfaceName: "eth0", metric: 1, tunnel: false };
const routed = resultsOf({ "default-route": { routes: [route, route] } });

const silentPing: Machine["ping"] = async ({ address }) =>
  pingSeen(address, { received: 0, medianMs: null, failure: "no-reply" });

function neighbour(state: "reachable" | "stale" | "failed" | "absent"): Partial<Machine> {
  return { ping: silentPing, neighbour: async (address) => ok({ address, interfaceName: "eth0", state }) };
}

function knocking(outcome: ConnectOutcome): Partial<Probes> {
  return { tcpConnect: async (address, port) => connectSeen(address, outcome, port) };
}

test.each([
  ["pass: alive", { results: routed, probes: knocking("timeout") }],
  ["pass: alive", { results: routed, machine: neighbour("reachable"), probes: knocking("timeout") }],
  ["pass: alive", { results: routed, machine: neighbour("stale"), probes: knocking("refused") }],
  ["fail: silent", { results: routed, machine: neighbour("failed"), probes: knocking("timeout") }],
  ["fail: silent", { results: routed, machine: neighbour("absent"), probes: knocking("timeout") }],
  ["unknown: unclear", { results: routed, machine: neighbour("stale"), probes: knocking("timeout") }],
  [
    "unknown: unclear",
    {
      results: routed,
      machine: { ping: silentPing, neighbour: notReadable("no-tool") },
      probes: knocking("timeout"),
    },
  ],
  ["skipped: not-needed", { results: resultsOf({ "default-route": { routes: [{ ...route, gateway: null }] } }) }],
  ["skipped: not-needed", { results: resultsOf({ "default-route": null }) }],
  ["skipped: loopback-target", { target: "http://127.0.0.1", results: routed }],
])("%s", async (expected, parts) => {
  expect(await sayOf(routerCheck, parts)).toBe(expected);
});

test("each router is looked at once", async () => {
  const outcome = await routerCheck.run(contextFor({ results: routed, probes: knocking("timeout") }));
  expect(factsOf(outcome).routers).toHaveLength(1);
});

test("the references' router stands in for the machine's", async () => {
  const context = contextFor({ references: { router: "127.0.0.9" }, results: routed, probes: knocking("connected") });
  expect(factsOf(await routerCheck.run(context)).routers.map(({ address }) => address)).toEqual(["127.0.0.9"]);
});

test("a row that settles nothing is read again after the packets that renew it", async () => {
  const states = ["stale", "reachable"] as const;
  let turn = 0;
  const context = contextFor({
    results: routed,
    machine: {
      ping: silentPing,
      neighbour: async (address) => ok({ address, interfaceName: "eth0", state: states[turn++] ?? "failed" }),
    },
    probes: knocking("timeout"),
  });
  expect(factsOf(await routerCheck.run(context)).routers[0]?.neighbour).toBe("reachable");
});

test("a sign of life ends the wait for the rest", async () => {
  const context = contextFor({
    results: routed,
    machine: {
      neighbour: (address, signal) =>
        new Promise((resolve) => {
          const state = "failed";
          signal.addEventListener("abort", () => resolve(ok({ address, interfaceName: "eth0", state })));
        }),
    },
    probes: {
      tcpConnect: (address, port, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => resolve(connectSeen(address, "cancelled", port)));
        }),
    },
  });
  // Neither the neighbour nor the connects end by themselves: without the ping's answer this would hang.
  expect((await routerCheck.run(context)).status).toBe("pass");
});
