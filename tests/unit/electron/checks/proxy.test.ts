import { expect, test } from "vitest";
import { proxyCheck } from "../../../../electron/checks/proxy.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import { ok } from "../../../../shared/lib/result.ts";
import type { ConnectOutcome } from "../../../../shared/model/facts/connect-facts.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import type { ProxySetting } from "../../../../shared/model/facts/local-facts.ts";
import { answering, connectSeen, contextFor, factsOf, lookupSeen, notReadable, sayOf } from "./fakes.ts";

const manual: ProxySetting = {
  source: "environment",
  kind: "manual",
  host: "192.0.2.9",
  port: 3_128,
  scheme: "all",
  pacUrl: null,
  bypass: [],
  where: "HTTPS_PROXY",
};
const pacUrl = "http://192.0.2.8/proxy.pac";
const pac: ProxySetting = { ...manual, source: "gnome", kind: "pac", host: null, port: null, pacUrl };

function set(...settings: readonly ProxySetting[]) {
  return { proxies: async () => ok(settings) };
}

function connecting(outcome: ConnectOutcome, page: Partial<HttpExchange> = {}): Partial<Probes> {
  return {
    tcpConnect: async (address, port) => connectSeen(address, outcome, port),
    httpRequest: answering({ [pacUrl]: page }),
  };
}

const program = { bodySample: "function FindProxyForURL(url, host) { return 'DIRECT'; }" };

test.each([
  ["pass: none", {}],
  ["pass: not-for-this", { machine: set({ ...manual, bypass: ["www.example.com"] }) }],
  ["pass: not-for-this", { machine: set({ ...manual, kind: "auto-detect" as const, host: null, port: null }) }],
  ["pass: alive", { machine: set(manual), probes: connecting("connected") }],
  ["fail: dead", { machine: set(manual), probes: connecting("refused") }],
  ["unknown: not-tried", { machine: set(manual), probes: connecting("cancelled") }],
  ["warn: pac", { machine: set(pac), probes: connecting("connected", program) }],
  ["fail: pac-unreachable", { machine: set(pac), probes: connecting("timeout") }],
  ["fail: pac-unreachable", { machine: set(pac), probes: connecting("connected", { outcome: "reset" }) }],
  ["fail: pac-invalid", { machine: set(pac), probes: connecting("connected", { bodySample: "<html>" }) }],
  ["fail: pac-invalid", { machine: set(pac), probes: connecting("connected", { ...program, status: 404 }) }],
  ["warn: pac", { machine: set({ ...pac, pacUrl: "file:///etc/proxy.pac" }) }],
  ["unknown: not-readable", { machine: { proxies: notReadable("unexpected-output") } }],
])("%s", async (expected, parts) => {
  expect(await sayOf(proxyCheck, parts)).toBe(expected);
});

test("a proxy whose name cannot be found is dead, with the name kept", async () => {
  const context = contextFor({
    machine: set({ ...manual, host: "gone.example" }),
    probes: { systemLookup: async (name) => lookupSeen(name, []) },
  });
  const outcome = await proxyCheck.run(context);
  expect(outcome.status).toBe("fail");
  expect(factsOf(outcome).connect).toMatchObject({ address: "gone.example", outcome: "error", errno: "ENOTFOUND" });
});

test("a configuration that cannot be read for lack of a web address is not checked, not broken", async () => {
  const context = contextFor({ machine: set({ ...pac, pacUrl: null }) });
  expect(factsOf(await proxyCheck.run(context))).toMatchObject({ pac: null, connect: null });
});
