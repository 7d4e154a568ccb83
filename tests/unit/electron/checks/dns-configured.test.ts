import { expect, test } from "vitest";
import { dnsConfiguredCheck } from "../../../../electron/checks/dns-configured.ts";
import type { ConfiguredResolver } from "../../../../electron/platform/machine.ts";
import type { DnsServer, Probes } from "../../../../electron/probes/probes.ts";
import { ok } from "../../../../shared/lib/result.ts";
import type { DnsObservation } from "../../../../shared/model/facts/dns-facts.ts";
import { contextFor, dnsSeen, factsOf, notReadable, sayOf } from "./fakes.ts";

const first: ConfiguredResolver = { address: "192.168.1.1", port: 53, interfaceName: "eth0", upstream: false };
const second: ConfiguredResolver = { ...first, address: "1.1.1.1" };

function answers(...byServer: readonly Partial<DnsObservation>[]): Partial<Probes> {
  const servers: string[] = [];
  return {
    dnsQuery: async (server, question) => {
      const label = "address" in server ? server.address : "";
      if (!servers.includes(label)) servers.push(label);
      return dnsSeen(server, question, byServer[servers.indexOf(label)]);
    },
  };
}

const two = { resolvers: async () => ok([first, second, first]) };
const address = { addresses: ["192.0.2.1"] };

test.each([
  ["pass: answer", { machine: two, probes: answers(address, address) }],
  ["warn: some-answer", { machine: two, probes: answers(address, { outcome: "timeout" }) }],
  ["fail: silent", { machine: two, probes: answers({ outcome: "timeout" }, { outcome: "unreachable" }) }],
  ["fail: nxdomain", { machine: two, probes: answers({ outcome: "nxdomain" }, { outcome: "timeout" }) }],
  ["fail: no-data", { machine: two, probes: answers({ outcome: "no-data" }, { outcome: "servfail" }) }],
  ["fail: refused", { machine: two, probes: answers({ outcome: "servfail" }, { outcome: "refused" }) }],
  ["fail: none-set", { machine: { resolvers: async () => ok([]) } }],
  ["unknown: not-readable", { machine: { resolvers: notReadable("unexpected-output") } }],
  ["skipped: literal-target", { target: "http://192.0.2.7/" }],
  ["skipped: loopback-target", { target: "http://127.0.0.1/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(dnsConfiguredCheck, parts)).toBe(expected);
});

test("asks every resolver once for both families and the control name", async () => {
  const context = contextFor({
    machine: two,
    probes: answers(address, address),
    references: {
      stableName: "stable.example",
      publicResolvers: [{ id: "cloudflare", name: "Cloudflare", udp: ["1.1.1.1"] }],
    },
  });
  const { resolvers, upstreamsKnown } = factsOf(await dnsConfiguredCheck.run(context));
  expect(resolvers.map(({ server }) => server)).toEqual(["192.168.1.1:53", "1.1.1.1:53"]);
  expect(resolvers.map(({ scope, publicId }) => [scope, publicId])).toEqual([
    ["private", null],
    ["public", "cloudflare"],
  ]);
  expect(resolvers[0]?.target.map(({ type, name }) => [type, name])).toEqual([
    ["A", "www.example.com"],
    ["AAAA", "www.example.com"],
  ]);
  expect(resolvers[0]?.control?.name).toBe("stable.example");
  expect(upstreamsKnown).toBe(false);
});

test("says when the servers behind a stub are known, and where each stands", async () => {
  const machine = {
    resolvers: async () =>
      ok([
        { ...first, address: "127.0.0.53" },
        { ...first, address: "100.64.0.1", upstream: true },
        { ...first, address: "fe80::1%eth0", upstream: true },
      ]),
  };
  const facts = factsOf(
    await dnsConfiguredCheck.run(contextFor({ machine, probes: answers(address, address, address) })),
  );
  expect(facts.upstreamsKnown).toBe(true);
  expect(facts.resolvers.map(({ scope }) => scope)).toEqual(["loopback", "shared", "private"]);
});

test("the references' resolver stands in for the machine's", async () => {
  const asked: DnsServer[] = [];
  const context = contextFor({
    references: { systemResolver: ["127.0.0.1:5300", "nonsense"] },
    machine: { resolvers: notReadable("no-tool") },
    probes: {
      dnsQuery: async (server, question) => {
        asked.push(server);
        return dnsSeen(server, question, address);
      },
    },
  });
  await dnsConfiguredCheck.run(context);
  expect(asked).toEqual(Array.from({ length: 2 }, () => ({ transport: "udp", address: "127.0.0.1", port: 5_300 })));
});

test("a name of one's own link is asked of no server outside, not even a configured one", async () => {
  const asked: string[] = [];
  const probes: Partial<Probes> = {
    dnsQuery: async (server, question) => {
      asked.push("address" in server ? server.address : "");
      return dnsSeen(server, question, address);
    },
  };
  await dnsConfiguredCheck.run(contextFor({ target: "http://printer.local/", machine: two, probes }));
  expect(new Set(asked)).toEqual(new Set(["192.168.1.1"]));
  const outside = { resolvers: async () => ok([second]) };
  expect(await sayOf(dnsConfiguredCheck, { target: "http://printer.local/", machine: outside })).toBe(
    "skipped: not-needed",
  );
});
