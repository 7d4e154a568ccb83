import { expect, test } from "vitest";
import { dnsMadeUpCheck, madeUpNames } from "../../../../electron/checks/dns-made-up.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import { ok } from "../../../../shared/lib/result.ts";
import type { DnsOutcome } from "../../../../shared/model/facts/dns-facts.ts";
import { contextFor, dnsSeen, factsOf, sayOf } from "./fakes.ts";

const references = { publicResolvers: [{ id: "one", name: "One", udp: ["192.0.2.53"] }] };

function saying(own: DnsOutcome, outside: DnsOutcome): Partial<Probes> {
  return {
    dnsQuery: async (server, question) => {
      const outcome = "address" in server && server.address === "192.0.2.53" ? outside : own;
      return dnsSeen(server, question, { outcome, addresses: outcome === "answer" ? ["10.9.9.9"] : [] });
    },
  };
}

test.each([
  ["pass: honest", { references, probes: saying("nxdomain", "nxdomain") }],
  ["fail: answered", { references, probes: saying("answer", "nxdomain") }],
  ["pass: wildcard", { references, probes: saying("answer", "answer") }],
  ["unknown: no-reply", { references, probes: saying("timeout", "nxdomain") }],
  [
    "skipped: not-needed",
    { references, probes: saying("nxdomain", "nxdomain"), machine: { resolvers: async () => ok([]) } },
  ],
  ["skipped: literal-target", { target: "http://192.0.2.7/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(dnsMadeUpCheck, parts)).toBe(expected);
});

test("private mode asks only the own resolver", async () => {
  const context = contextFor({ references, privateMode: true, probes: saying("nxdomain", "nxdomain") });
  const facts = factsOf(await dnsMadeUpCheck.run(context));
  expect(facts.public).toEqual([]);
  expect(facts.configured).toHaveLength(2);
  expect(context.endpoints).toEqual([]);
});

test("an internal name's domain is not told to anybody outside", async () => {
  const context = contextFor({ references, target: "http://nas.corp", probes: saying("nxdomain", "nxdomain") });
  expect(factsOf(await dnsMadeUpCheck.run(context)).public).toEqual([]);
});

test("the names are new every time, under the host's own domain and under .invalid", () => {
  const names = madeUpNames("www.shop.example");
  expect(names[0]).toMatch(/^gg-[a-z]{12}\.shop\.example$/);
  expect(names[1]).toMatch(/^gg-[a-z]{12}\.invalid$/);
  expect(madeUpNames("www.shop.example")).not.toEqual(names);
  expect(madeUpNames("intranet")).toHaveLength(1);
});
