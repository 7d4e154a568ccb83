import { expect, test } from "vitest";
import { addressCheck } from "../../../../electron/checks/address.ts";
import type { AddressScope, NetInterface } from "../../../../shared/model/facts/local-facts.ts";
import { contextFor, factsOf, resultsOf, sayOf } from "./fakes.ts";

function having(...addresses: readonly (readonly ["v4" | "v6", AddressScope])[]) {
  const card: NetInterface = {
    name: "eth0",
    id: "2",
    kind: "ethernet",
    up: true,
    carrier: true,
    addresses: addresses.map(([family, scope]) => ({ address: "x", prefix: 24, family, scope })),
  };
  return { results: resultsOf({ interfaces: { interfaces: [card] } }) };
}

test.each([
  ["pass: both", having(["v4", "private"], ["v6", "public"])],
  ["pass: v4-only", having(["v4", "shared"], ["v6", "link-local"])],
  ["pass: v6-only", having(["v6", "private"])],
  ["fail: link-local-only", having(["v4", "link-local"], ["v6", "link-local"])],
  ["fail: none", having()],
  ["fail: none", having(["v4", "loopback"])],
  ["unknown: not-known", {}],
  ["skipped: loopback-target", { target: "http://localhost:3000" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(addressCheck, parts)).toBe(expected);
});

test("tells the families apart", async () => {
  const outcome = await addressCheck.run(contextFor(having(["v4", "private"], ["v6", "link-local"])));
  expect(factsOf(outcome)).toEqual({ v4: "routable", v6: "link-local-only" });
});

test("addresses of an interface without a link do not count", async () => {
  const parts = having(["v4", "private"]);
  const cards = parts.results.interfaces?.facts?.interfaces.map((card) => ({ ...card, carrier: false })) ?? [];
  expect(await sayOf(addressCheck, { results: resultsOf({ interfaces: { interfaces: cards } }) })).toBe("fail: none");
});
