import { expect, test } from "vitest";
import { dnsPublicCheck } from "../../../../electron/checks/dns-public.ts";
import type { DnsServer, Probes } from "../../../../electron/probes/probes.ts";
import type { DnsObservation } from "../../../../shared/model/facts/dns-facts.ts";
import type { PublicResolver } from "../../../../shared/model/references.ts";
import { contextFor, dnsSeen, factsOf, sayOf } from "./fakes.ts";

const one: PublicResolver = {
  id: "one",
  name: "One",
  udp: ["192.0.2.53", "[2001:db8::53]:53"],
  doh: "https://192.0.2.53/dns-query",
};
const other: PublicResolver = { id: "other", name: "Other", udp: ["198.51.100.53"] };

function answers(give: (server: DnsServer) => Partial<DnsObservation>, asked: DnsServer[] = []): Partial<Probes> {
  return {
    dnsQuery: async (server, question) => {
      asked.push(server);
      return dnsSeen(server, question, give(server));
    },
  };
}

const both = { references: { publicResolvers: [one, other] } };

test.each([
  ["pass: answer", { ...both, probes: answers(() => ({ addresses: ["192.0.2.1"] })) }],
  ["warn: nxdomain", { ...both, probes: answers(() => ({ outcome: "nxdomain" })) }],
  ["warn: no-data", { ...both, probes: answers(() => ({ outcome: "no-data" })) }],
  ["warn: servfail", { ...both, probes: answers(() => ({ outcome: "servfail" })) }],
  ["fail: no-reply", { ...both, probes: answers(() => ({ outcome: "timeout" })) }],
  ["unknown: no-reply", { ...both, probes: answers(() => ({ outcome: "cancelled" })) }],
  ["skipped: not-configured", {}],
  ["skipped: private-mode", { ...both, privateMode: true }],
  ["skipped: not-needed", { ...both, target: "http://intranet/" }],
  ["skipped: not-needed", { ...both, target: "http://nas.fritz.lan/" }],
  ["skipped: literal-target", { ...both, target: "http://192.0.2.7/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(dnsPublicCheck, parts)).toBe(expected);
});

test("one entry an operator, with its plain answers and its encrypted one", async () => {
  const context = contextFor({ ...both, probes: answers(() => ({ addresses: ["192.0.2.1"] })) });
  const { resolvers } = factsOf(await dnsPublicCheck.run(context));
  expect(resolvers.map(({ publicId, server }) => [publicId, server])).toEqual([
    ["one", "192.0.2.53:53"],
    ["other", "198.51.100.53:53"],
  ]);
  expect(resolvers[0]?.target.map(({ transport, type }) => `${transport} ${type}`)).toEqual([
    "udp A",
    "udp AAAA",
    "doh A",
  ]);
  expect(new Set(context.endpoints)).toEqual(
    new Set(["192.0.2.53:53", "https://192.0.2.53/dns-query", "198.51.100.53:53"]),
  );
});

test("asks over TCP when UDP fails, and only then", async () => {
  const blocked = contextFor({
    ...both,
    probes: answers(({ transport }) => (transport === "udp" ? { outcome: "timeout" } : { addresses: ["192.0.2.1"] })),
  });
  const { resolvers } = factsOf(await dnsPublicCheck.run(blocked));
  expect(resolvers[1]?.target.map(({ transport, outcome }) => `${transport} ${outcome}`)).toEqual([
    "udp timeout",
    "udp timeout",
    "tcp answer",
  ]);
});

test("takes the operator's next address where the first has no way at all", async () => {
  const context = contextFor({
    references: { publicResolvers: [one] },
    probes: answers((server) =>
      "address" in server && server.transport !== "doh" && !server.address.includes(":")
        ? { outcome: "unreachable" }
        : { addresses: ["192.0.2.1"] },
    ),
  });
  const { resolvers } = factsOf(await dnsPublicCheck.run(context));
  expect(resolvers[0]?.server).toBe("[2001:db8::53]:53");
});

test("an operator with nothing but an encrypted address that needs a look-up is left out", async () => {
  const context = contextFor({
    references: { publicResolvers: [{ id: "x", name: "X", udp: [], doh: "https://dns.example/q" }] },
  });
  expect(factsOf(await dnsPublicCheck.run(context)).resolvers).toEqual([]);
});
