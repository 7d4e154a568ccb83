import { expect, test } from "vitest";
import { tlsCheck } from "../../../../electron/checks/tls.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import { TLS_OUTCOMES, type TlsOutcome } from "../../../../shared/model/facts/tls-facts.ts";
import { connectSeen, contextFor, factsOf, lookupSeen, resultsOf, sayOf, tlsSeen } from "./fakes.ts";

const results = resultsOf({
  "dns-system": { lookup: lookupSeen("www.example.com", ["203.0.113.1", "203.0.113.2"]), control: null },
  tcp: {
    connects: [
      connectSeen("203.0.113.1"),
      connectSeen("203.0.113.2"),
      connectSeen("198.51.100.1"),
      connectSeen("203.0.113.3", "timeout"),
    ],
  },
});

function shaking(...outcomes: readonly TlsOutcome[]): Partial<Probes> {
  let turn = 0;
  return { tlsHandshake: async ({ address }) => tlsSeen(address, outcomes[turn++] ?? "trusted") };
}

test.each([
  ["pass: trusted", { results, probes: shaking() }],
  ["warn: expired", { results, probes: shaking("trusted", "expired") }],
  ["unknown: cancelled", { results, probes: shaking("cancelled", "cancelled", "cancelled") }],
  ["skipped: not-needed", { results, target: "http://www.example.com" }],
  ["skipped: not-needed", { results: resultsOf({ tcp: { connects: [connectSeen("203.0.113.1", "refused")] } }) }],
  ["skipped: not-needed", {}],
])("%s", async (expected, parts) => {
  expect(await sayOf(tlsCheck, parts)).toBe(expected);
});

test.each(TLS_OUTCOMES.filter((outcome) => outcome !== "trusted" && outcome !== "cancelled"))(
  "fails with %s",
  async (how) => {
    expect(await sayOf(tlsCheck, { results, probes: shaking(how, how, how) })).toBe(`fail: ${how}`);
  },
);

test("shakes hands once with every address that took a connection", async () => {
  const facts = factsOf(await tlsCheck.run(contextFor({ results, probes: shaking() })));
  expect(facts.handshakes.map(({ address }) => address)).toEqual(["203.0.113.1", "203.0.113.2", "198.51.100.1"]);
});

test("an address only others know does not decide", async () => {
  expect(await sayOf(tlsCheck, { results, probes: shaking("trusted", "trusted", "wrong-name") })).toBe("pass: trusted");
});

test("sends no name for a literal", async () => {
  const names: (string | null)[] = [];
  const context = contextFor({
    target: "https://192.0.2.7",
    results: resultsOf({ tcp: { connects: [connectSeen("192.0.2.7")] } }),
    probes: {
      tlsHandshake: async ({ address, serverName }) => {
        names.push(serverName);
        return tlsSeen(address);
      },
    },
  });
  await tlsCheck.run(context);
  expect(names).toEqual([null]);
});
