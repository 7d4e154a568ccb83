import { expect, test } from "vitest";
import { pathMtuCheck } from "../../../../electron/checks/path-mtu.ts";
import type { Machine } from "../../../../electron/platform/machine.ts";
import type { HttpRequest, Probes } from "../../../../electron/probes/probes.ts";
import type { HttpOutcome } from "../../../../shared/model/facts/http-facts.ts";
import type { PingObservation } from "../../../../shared/model/facts/local-facts.ts";
import { contextFor, exchangeSeen, factsOf, lookupSeen, pingSeen, resultsOf, sayOf, tlsSeen } from "./fakes.ts";

function after(outcome: HttpOutcome, tls: "trusted" | "timeout" = "trusted") {
  return resultsOf({
    "dns-system": { lookup: lookupSeen("www.example.com", ["203.0.113.10"]), control: null },
    tls: { handshakes: [tlsSeen("203.0.113.10", tls)] },
    http: { chain: [exchangeSeen({ outcome })], redirects: "final", gateway: null, fellBackToHttp: false },
  });
}

/** A path that passes pings up to a total size and answers larger ones as given. */
function passing(total: number, larger: PingObservation["failure"]): Partial<Machine> {
  return {
    ping: async ({ address, size = 0, count }) =>
      size + 28 <= total
        ? pingSeen(address, { sent: count, received: count })
        : pingSeen(address, { sent: count, received: 0, medianMs: null, failure: larger }),
  };
}

function asking(large: HttpOutcome, small: HttpOutcome): Partial<Probes> & { readonly seen: HttpRequest[] } {
  const seen: HttpRequest[] = [];
  return {
    seen,
    httpRequest: async (request) => {
      seen.push(request);
      return exchangeSeen({ url: request.url, outcome: request.method === "HEAD" ? small : large });
    },
  };
}

const stalled = after("body-timeout");

test.each([
  [
    "fail: vanish",
    { results: stalled, machine: passing(1_400, "no-reply"), probes: asking("body-timeout", "response") },
  ],
  [
    "warn: large-stall",
    { results: stalled, machine: passing(0, "no-reply"), probes: asking("body-timeout", "response") },
  ],
  [
    "warn: large-stall",
    { results: stalled, machine: passing(1_400, "too-big"), probes: asking("body-timeout", "response") },
  ],
  ["pass: pass", { results: stalled, machine: passing(1_500, null), probes: asking("response", "response") }],
  [
    "unknown: not-measured",
    { results: stalled, machine: passing(0, "no-tool"), probes: asking("response", "response") },
  ],
  ["fail: vanish", { results: after("tls-failed", "timeout"), machine: passing(1_400, "no-reply") }],
  ["skipped: not-needed", { results: after("response") }],
  ["skipped: not-needed", {}],
  ["skipped: loopback-target", { results: stalled, target: "http://127.0.0.1" }],
])("%s", async (expected, parts) => {
  expect(await sayOf(pathMtuCheck, parts)).toBe(expected);
});

test("finds the sizes between which packets vanish", async () => {
  const context = contextFor({
    results: stalled,
    machine: passing(1_400, "no-reply"),
    probes: asking("body-timeout", "response"),
  });
  expect(factsOf(await pathMtuCheck.run(context))).toEqual({
    largestPassing: 1_400,
    smallestVanishing: 1_420,
    errorReturned: false,
    largeStalled: 2,
    smallPassed: 1,
  });
  expect(context.requests()).toBe(2);
});

test("a returned error is noted: then the path works as it should", async () => {
  const context = contextFor({
    results: stalled,
    machine: passing(1_400, "too-big"),
    probes: asking("response", "response"),
  });
  expect(factsOf(await pathMtuCheck.run(context))).toMatchObject({ errorReturned: true, smallestVanishing: null });
});

test("asks for the small and the large answer at the address that stalled", async () => {
  const probes = asking("body-timeout", "response");
  await pathMtuCheck.run(contextFor({ results: stalled, machine: passing(1_500, null), probes }));
  expect(probes.seen.map(({ method, addresses }) => [method, addresses])).toEqual([
    ["HEAD", ["203.0.113.10"]],
    ["GET", ["203.0.113.10"]],
  ]);
});

test("starts as soon as the request is seen to have stalled", () => {
  expect(pathMtuCheck.early?.when(stalled, 0)).toBe(true);
  expect(pathMtuCheck.early?.when(after("response"), 0)).toBe(false);
});

test("a small answer that gets stuck is no large one", async () => {
  const results = resultsOf({
    "dns-system": { lookup: lookupSeen("www.example.com", ["203.0.113.10"]), control: null },
    tls: { handshakes: [tlsSeen("203.0.113.10", "trusted")] },
    http: {
      chain: [exchangeSeen({ outcome: "body-timeout", status: 200, headers: [["content-length", "1000"]] })],
      redirects: "final",
      gateway: null,
      fellBackToHttp: false,
    },
  });
  const probes = asking("body-timeout", "response");
  const context = contextFor({ results, machine: passing(0, "no-tool"), probes });
  expect(factsOf(await pathMtuCheck.run(context))).toMatchObject({ largeStalled: 0, smallPassed: 0 });
});
