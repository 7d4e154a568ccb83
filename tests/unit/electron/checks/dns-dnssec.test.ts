import { expect, test } from "vitest";
import { dnsDnssecCheck } from "../../../../electron/checks/dns-dnssec.ts";
import type { DnsQuestion, DnsServer, Probes } from "../../../../electron/probes/probes.ts";
import type { DnsObservation, DnsOutcome, ResolverObservations } from "../../../../shared/model/facts/dns-facts.ts";
import { contextFor, dnsSeen, factsOf, resultsOf, sayOf } from "./fakes.ts";

const question: DnsQuestion = { name: "www.example.com", type: "A" };

function resolver(address: string, outcome: DnsOutcome): ResolverObservations {
  const server: DnsServer = { transport: "udp", address, port: 53 };
  return {
    server: `${address}:53`,
    publicId: null,
    scope: "private",
    target: [dnsSeen(server, question, { outcome })],
    control: null,
  };
}

function after(...resolvers: readonly ResolverObservations[]) {
  return { results: resultsOf({ "dns-configured": { resolvers, upstreamsKnown: false }, "dns-public": null }) };
}

function saying(unchecked: Partial<DnsObservation>, asked: DnsQuestion[] = []): Partial<Probes> {
  return {
    dnsQuery: async (server, one) => {
      asked.push(one);
      return dnsSeen(server, one, one.checkingDisabled === true ? unchecked : { outcome: "servfail" });
    },
  };
}

const failing = after(resolver("192.0.2.1", "servfail"), resolver("192.0.2.2", "answer"));

test.each([
  ["fail: bogus", { ...failing, probes: saying({ addresses: ["192.0.2.80"] }) }],
  ["pass: not-the-cause", { ...failing, probes: saying({ outcome: "servfail" }) }],
  ["unknown: no-reply", { ...failing, probes: saying({ outcome: "timeout" }) }],
  ["skipped: not-needed", after(resolver("192.0.2.2", "timeout"))],
  ["skipped: not-needed", {}],
  ["skipped: literal-target", { target: "http://192.0.2.7/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(dnsDnssecCheck, parts)).toBe(expected);
});

test("asks only who failed, with checking off, and the reference names with checking on", async () => {
  const asked: DnsQuestion[] = [];
  const references = { dnssec: { good: "good.example", bad: "bad.example" } };
  const context = contextFor({ ...failing, references, probes: saying({ outcome: "servfail" }, asked) });
  const facts = factsOf(await dnsDnssecCheck.run(context));
  expect(facts.withoutChecking.map(({ server }) => server)).toEqual(["192.0.2.1:53"]);
  expect(asked.map(({ name, checkingDisabled }) => [name, checkingDisabled])).toEqual([
    ["www.example.com", true],
    ["good.example", false],
    ["bad.example", false],
  ]);
});
