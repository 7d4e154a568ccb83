import { expect, test } from "vitest";
import { referencesCheck } from "../../../../electron/checks/references.ts";
import type { Probes } from "../../../../electron/probes/probes.ts";
import { connectSeen, contextFor, factsOf, lookupSeen, sayOf } from "./fakes.ts";

const egress = [
  { host: "1.1.1.1", port: 443 },
  { host: "2606:4700:4700::1111", port: 443 },
];

function reaching(v4: boolean, v6: boolean): Partial<Probes> {
  return {
    tcpConnect: async (address, port) =>
      connectSeen(address, (address.includes(":") ? v6 : v4) ? "connected" : "timeout", port),
  };
}

test.each([
  ["pass: reached", { references: { egress }, probes: reaching(true, true) }],
  ["warn: v6-fails", { references: { egress }, probes: reaching(true, false) }],
  ["warn: v4-fails", { references: { egress }, probes: reaching(false, true) }],
  ["fail: none-reached", { references: { egress }, probes: reaching(false, false) }],
  ["skipped: not-configured", {}],
  ["skipped: private-mode", { references: { egress }, privateMode: true }],
  ["skipped: loopback-target", { references: { egress }, target: "http://127.0.0.1" }],
  [
    "unknown: no-addresses",
    {
      references: { egress: [{ host: "one.example", port: 443 }] },
      probes: { systemLookup: async (name: string) => lookupSeen(name, []) },
    },
  ],
])("%s", async (expected, parts) => {
  expect(await sayOf(referencesCheck, parts)).toBe(expected);
});

test("a family without an entry is not checked, never failed", async () => {
  const context = contextFor({ references: { egress: egress.slice(0, 1) }, probes: reaching(true, false) });
  expect(factsOf(await referencesCheck.run(context))).toMatchObject({ v4: "works", v6: "not-checked" });
});

test("names every place it contacts", async () => {
  const context = contextFor({ references: { egress }, probes: reaching(true, true) });
  await referencesCheck.run(context);
  expect(context.endpoints).toEqual(["1.1.1.1:443", "[2606:4700:4700::1111]:443"]);
});

test("a name is tried in both families", async () => {
  const context = contextFor({
    references: { egress: [{ host: "one.example", port: 443 }] },
    probes: {
      ...reaching(true, true),
      systemLookup: async (name) => lookupSeen(name, ["192.0.2.1", "192.0.2.2", "2001:db8::1"]),
    },
  });
  const { connects } = factsOf(await referencesCheck.run(context));
  expect(connects.map(({ address }) => address)).toEqual(["192.0.2.1", "2001:db8::1"]);
});
