import { expect, test } from "vitest";
import { tcpCheck } from "../../../../electron/checks/tcp.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import type { ConnectOutcome } from "../../../../shared/model/facts/connect-facts.ts";
import { connectSeen, contextFor, dnsSeen, factsOf, lookupSeen, resultsOf, sayOf } from "./fakes.ts";

function resolving(system: readonly string[], outside: readonly string[] = []) {
  const server = { transport: "udp", address: "192.0.2.53", port: 53 } as const;
  return resultsOf({
    "dns-system": { lookup: lookupSeen("www.example.com", system), control: null },
    "dns-public": {
      resolvers: [
        {
          server: "192.0.2.53:53",
          publicId: "one",
          scope: "public",
          target: [dnsSeen(server, { name: "www.example.com", type: "A" }, { addresses: outside })],
          control: null,
        },
      ],
    },
  });
}

function connecting(...outcomes: readonly ConnectOutcome[]): Partial<Probes> {
  let turn = 0;
  return { tcpConnect: async (address, port) => connectSeen(address, outcomes[turn++] ?? "connected", port) };
}

const two = resolving(["203.0.113.1", "203.0.113.2"]);

test.each([
  ["pass: all", { results: two, probes: connecting("connected", "connected") }],
  ["warn: some", { results: two, probes: connecting("connected", "timeout") }],
  ["fail: refused", { results: two, probes: connecting("refused", "refused") }],
  ["fail: timeout", { results: two, probes: connecting("timeout", "timeout") }],
  ["fail: prohibited", { results: two, probes: connecting("prohibited", "prohibited") }],
  ["fail: mixed", { results: two, probes: connecting("refused", "timeout") }],
  ["unknown: cancelled", { results: two, probes: connecting("cancelled", "cancelled") }],
  ["skipped: not-needed", { results: resolving([]) }],
])("%s", async (expected, parts) => {
  expect(await sayOf(tcpCheck, parts)).toBe(expected);
});

test("tries everybody's addresses once, and judges by those a browser here would use", async () => {
  const context = contextFor({
    results: resolving(["203.0.113.1"], ["203.0.113.1", "198.51.100.1"]),
    probes: connecting("refused", "connected"),
  });
  const outcome = await tcpCheck.run(context);
  expect(factsOf(outcome).connects.map(({ address }) => address)).toEqual(["203.0.113.1", "198.51.100.1"]);
  expect(outcome.status).toBe("fail");
});

test("falls back to the public answer when this machine has none", async () => {
  const context = contextFor({ results: resolving([], ["198.51.100.1"]), probes: connecting("connected") });
  expect((await tcpCheck.run(context)).status).toBe("pass");
});

test("a literal and a loopback name need no look-up", async () => {
  for (const [target, addresses] of [
    ["http://192.0.2.7:8080", ["192.0.2.7"]],
    ["http://[2001:db8::7]:8080", ["2001:db8::7"]],
    ["http://localhost:8080", ["127.0.0.1", "::1"]],
  ] as const) {
    const facts = factsOf(await tcpCheck.run(contextFor({ target, probes: connecting() })));
    expect(facts.connects.map(({ address, port }) => [address, port])).toEqual(addresses.map((one) => [one, 8_080]));
  }
});

test("every address of a large site is tried, forty of each family at most", async () => {
  const many = Array.from({ length: 50 }, (_, index) => [`203.0.113.${index}`, `2001:db8::${index}`]).flat();
  const facts = factsOf(await tcpCheck.run(contextFor({ results: resolving(many), probes: connecting() })));
  expect(facts.connects.filter(({ family }) => family === "v4")).toHaveLength(40);
  expect(facts.connects.filter(({ family }) => family === "v6")).toHaveLength(40);
});

test("a dead resolver holds it up for a moment only", () => {
  const when = tcpCheck.early?.when;
  expect(when?.(resolving(["203.0.113.1"]), 100)).toBe(false);
  expect(when?.(resolving(["203.0.113.1"]), 800)).toBe(true);
  expect(when?.(resolving([], ["203.0.113.1"]), 800)).toBe(false);
  expect(when?.(resolving([], ["203.0.113.1"]), 1_600)).toBe(true);
  expect(when?.(resolving([]), 5_000)).toBe(false);
});
