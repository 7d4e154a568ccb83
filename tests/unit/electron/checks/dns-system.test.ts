import { expect, test } from "vitest";
import { dnsSystemCheck } from "../../../../electron/checks/dns-system.ts";
import type { SystemLookupObservation } from "../../../../shared/model/facts/dns-facts.ts";
import { contextFor, factsOf, lookupSeen, sayOf } from "./fakes.ts";

function finding(over: Partial<SystemLookupObservation>) {
  return {
    probes: { systemLookup: async (name: string) => lookupSeen(name, over.addresses ?? [], over) },
    references: { stableName: "stable.example" },
  };
}

test.each([
  ["pass: answer", finding({ addresses: ["192.0.2.1"] })],
  ["warn: slow", finding({ addresses: ["192.0.2.1"], ms: 900 })],
  ["fail: not-found", finding({ outcome: "not-found" })],
  ["fail: temporary-failure", finding({ outcome: "temporary-failure" })],
  ["fail: timeout", finding({ outcome: "timeout" })],
  ["unknown: cancelled", finding({ outcome: "cancelled" })],
  ["fail: timeout", finding({ outcome: "cancelled", ms: 2_400 })],
  ["unknown: error", finding({ outcome: "error" })],
  ["skipped: literal-target", { target: "http://192.0.2.7/" }],
  ["skipped: loopback-target", { target: "http://localhost/" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(dnsSystemCheck, parts)).toBe(expected);
});

test("asks for the stable name only when the target failed", async () => {
  const good = await dnsSystemCheck.run(contextFor(finding({ addresses: ["192.0.2.1"] })));
  expect(factsOf(good).control).toBeNull();
  const bad = await dnsSystemCheck.run(contextFor(finding({ outcome: "not-found" })));
  expect(factsOf(bad).control?.name).toBe("stable.example");
});

test("does not invent a control name", async () => {
  const context = contextFor({ ...finding({ outcome: "not-found" }), references: {} });
  expect(factsOf(await dnsSystemCheck.run(context)).control).toBeNull();
});

test("asks for the control while a slow look-up still waits", async () => {
  const asked: string[] = [];
  const controlAsked = new AbortController();
  const context = contextFor({
    references: { stableName: "stable.example" },
    probes: {
      systemLookup: async (name) => {
        asked.push(name);
        if (name === "stable.example") controlAsked.abort();
        // The target's look-up ends only when the control is asked: waiting for one before the other would hang here.
        else await new Promise((resolve) => controlAsked.signal.addEventListener("abort", resolve));
        return lookupSeen(name, [], { outcome: "timeout" });
      },
    },
  });
  const facts = factsOf(await dnsSystemCheck.run(context));
  expect(asked).toEqual(["www.example.com", "stable.example"]);
  expect(facts.control?.outcome).toBe("timeout");
});
