import { expect, test } from "vitest";
import { isEnough } from "../../../../electron/engine/enough.ts";
import { ENGINE_LIMITS, hardStopFor } from "../../../../electron/engine/limits.ts";
import { PLAN } from "../../../../electron/engine/plan.ts";
import { CHECK_IDS, type CheckId } from "../../../../shared/model/check-id.ts";
import type { CheckResults } from "../../../../shared/model/check.ts";
import type { DnsObservation, ResolverObservations } from "../../../../shared/model/facts/dns-facts.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import { dnsSeen, exchangeSeen, resultsOf } from "../checks/fakes.ts";

/** All checks ended except those named; the site answered with these statuses. */
function seen(statuses: readonly number[], open: readonly CheckId[], main: Partial<HttpExchange> = {}): CheckResults {
  const [first = 200, ...rest] = statuses;
  const rested = rest.map((status) => ({
    varied: "none" as const,
    value: "",
    exchange: exchangeSeen({ status }),
    gateway: null,
  }));
  const all = resultsOf({
    ...Object.fromEntries(CHECK_IDS.map((id) => [id, null])),
    http: {
      chain: [exchangeSeen({ status: first, ...main })],
      redirects: "final",
      gateway: null,
      fellBackToHttp: false,
    },
    repeat: { attempts: rested, spacingMs: 450 },
  });
  return Object.fromEntries(Object.entries(all).filter(([id]) => !open.some((one) => one === id)));
}

const later = ENGINE_LIMITS.settledMs;

test.each([
  ["three good answers leave only findings open", seen([200, 200, 200], ["path-quality", "dns-public"]), true],
  ["but not the person's own look-up", seen([200, 200, 200], ["dns-system"]), false],
  ["nor the connections, whose failing addresses are a verdict's business", seen([200, 200, 200], ["tcp"]), false],
  ["nor what the person asked for", seen([200, 200, 200], ["vantage"]), false],
  ["two good answers are not enough", seen([200, 200], ["dns-public"]), false],
  ["a mix waits for the public resolvers", seen([200, 502, 200], ["dns-public"]), false],
  ["a bad answer, repeated, waits for those too", seen([502, 502, 502], ["dns-public"]), false],
  ["but not for line quality", seen([502, 502, 502], ["path-quality"]), true],
  [
    "without an answer it waits for everything",
    seen([200], ["path-quality"], { outcome: "connect-timeout", status: null }),
    false,
  ],
  ["without repeats it waits", seen([200, 200, 200], ["repeat"]), false],
  ["without the request it waits", seen([200, 200, 200], ["http"]), false],
])("%s", (_name, results, expected) => {
  expect(isEnough(CHECK_IDS, results, later)).toBe(expected);
  expect(isEnough(CHECK_IDS, results, later - 1)).toBe(false);
});

/** What the own server and a public one said about the target. */
function answered(own: DnsObservation["outcome"], outside: DnsObservation["outcome"]): CheckResults {
  const server = { transport: "udp", address: "192.0.2.53", port: 53 } as const;
  const about = (outcome: DnsObservation["outcome"]): ResolverObservations => ({
    server: "192.0.2.53:53",
    publicId: null,
    scope: "public",
    target: [dnsSeen(server, { name: "www.example.com", type: "A" }, { outcome })],
    control: null,
  });
  return resultsOf({
    "dns-configured": { resolvers: [about(own)], upstreamsKnown: false },
    "dns-public": { resolvers: [about(outside)] },
  });
}

test.each([
  ["silent, while others answer", "timeout", "answer", true],
  ["answering", "answer", "answer", false],
  ["failing", "servfail", "answer", false],
  ["as silent as everybody", "timeout", "timeout", false],
] as const)("the own look-up is waited for unless the own servers are %s: %s", (_name, own, outside, expected) => {
  const { "dns-system": _open, ...results } = { ...seen([200, 200, 200], []), ...answered(own, outside) };
  expect(isEnough(CHECK_IDS, results, later)).toBe(expected);
  expect(isEnough(CHECK_IDS, results, later - 1)).toBe(false);
});

test("the plan asks every question once, and needs nothing that is not asked", () => {
  const ids = PLAN.map(({ id }) => id);
  expect(ids.toSorted()).toEqual([...CHECK_IDS].toSorted());
  expect(PLAN.flatMap(({ needs }) => needs).every((id) => ids.includes(id))).toBe(true);
  expect(PLAN.every(({ limitMs }) => limitMs <= ENGINE_LIMITS.hardStopMs)).toBe(true);
});

test("needs never go in a circle", () => {
  const done = new Set<CheckId>();
  for (let left = [...PLAN]; left.length > 0;) {
    const free = left.filter(({ needs }) => needs.every((id) => done.has(id)));
    expect(free.length, `a circle among ${left.map(({ id }) => id).join(", ")}`).toBeGreaterThan(0);
    for (const { id } of free) done.add(id);
    left = left.filter(({ id }) => !done.has(id));
  }
});

test.each([
  [undefined, 12_000],
  [Number.NaN, 12_000],
  [3_000, 3_000],
  [1, 500],
  [1e9, 120_000],
])("a time-out of %s means a hard stop after %i ms", (asked, expected) => {
  expect(hardStopFor(asked)).toBe(expected);
});
