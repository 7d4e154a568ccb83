import { expect, test } from "vitest";
import { dnsInterceptionCheck } from "../../../../electron/checks/dns-interception.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import type { DnsObservation } from "../../../../shared/model/facts/dns-facts.ts";
import { contextFor, dnsSeen, factsOf, sayOf } from "./fakes.ts";

const references = {
  interceptProbe: "192.0.2.1",
  location: [{ server: "198.51.100.53", name: "id.server", type: "TXT", class: "CH", form: "[a-z]{3}" }],
  canary: "canary.example",
};

function saying(unroutable: Partial<DnsObservation>, location: Partial<DnsObservation>): Partial<Probes> {
  return {
    dnsQuery: async (server, question) => {
      const over = { "192.0.2.1": unroutable, "198.51.100.53": location }["address" in server ? server.address : ""];
      return dnsSeen(server, question, over ?? { outcome: "nxdomain" });
    },
  };
}

const silence = { outcome: "timeout" } as const;
const airport = { outcome: "answer", records: ["FRA"] } as const;

test.each([
  ["pass: none-seen", { references, probes: saying(silence, airport) }],
  ["pass: none-seen", { references, probes: saying({ outcome: "unreachable" }, airport) }],
  [
    "warn: unroutable-answered",
    { references, probes: saying({ outcome: "answer", addresses: ["10.0.0.1"] }, airport) },
  ],
  ["warn: unroutable-answered", { references, probes: saying({ outcome: "refused" }, airport) }],
  ["warn: foreign-reply", { references, probes: saying(silence, { outcome: "answer", records: ["router.lan"] }) }],
  ["warn: foreign-reply", { references, probes: saying(silence, { outcome: "nxdomain" }) }],
  ["unknown: no-reply", { references, probes: saying({ outcome: "unreachable" }, silence) }],
  ["skipped: not-configured", {}],
  ["skipped: private-mode", { references, privateMode: true }],
  ["skipped: literal-target", { references, target: "http://192.0.2.7/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(dnsInterceptionCheck, parts)).toBe(expected);
});

test("silence is no foreign reply, and the form must fit the whole record", async () => {
  const quiet = factsOf(await dnsInterceptionCheck.run(contextFor({ references, probes: saying(silence, silence) })));
  expect(quiet.location[0]?.standard).toBeNull();
  const longer = { outcome: "answer", records: ["xFRAx"] } as const;
  const facts = factsOf(await dnsInterceptionCheck.run(contextFor({ references, probes: saying(silence, longer) })));
  expect(facts.location[0]?.standard).toBe(false);
});

test("asks the canary of the own resolver and says whom else it asked", async () => {
  const context = contextFor({ references, probes: saying(silence, airport) });
  const facts = factsOf(await dnsInterceptionCheck.run(context));
  expect(facts.canary).toMatchObject({ server: "192.168.1.1:53", name: "canary.example", outcome: "nxdomain" });
  expect(context.endpoints).toEqual(["192.0.2.1:53", "198.51.100.53:53"]);
});

test("entries that cannot be asked are left out", async () => {
  const [entry] = references.location;
  const location =
    entry === undefined
      ? []
      : [
          { ...entry, server: "nowhere" },
          { ...entry, type: "LOC" },
        ];
  const context = contextFor({ references: { ...references, location }, probes: saying(silence, airport) });
  expect(factsOf(await dnsInterceptionCheck.run(context)).location).toEqual([]);
});
