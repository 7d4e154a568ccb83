import { expect, test } from "vitest";
import { clockCheck } from "../../../../electron/checks/clock.ts";
import type { HttpRequest } from "../../../../electron/probes/probes.ts";
import type { TlsOutcome } from "../../../../shared/model/facts/tls-facts.ts";
import { answering, contextFor, exchangeSeen, factsOf, lookupSeen, resultsOf, sayOf, tlsSeen } from "./fakes.ts";

const one = "http://198.51.100.1/";
const two = "http://198.51.100.2/";
const references = {
  connectivityChecks: [
    { url: one, status: 204 },
    { url: two, status: 204 },
  ],
};

/** A Date header as somebody sends whose clock is right while ours is `aheadMs` fast. */
function dated(aheadMs: number, age?: number) {
  const headers: [string, string][] = [["date", new Date(Date.now() - aheadMs).toUTCString()]];
  return { headers: age === undefined ? headers : [...headers, ["age", String(age)] as [string, string]] };
}

function after(how: TlsOutcome, siteAheadMs: number | null) {
  const site = siteAheadMs === null ? { outcome: "tls-failed" as const } : dated(siteAheadMs);
  return resultsOf({
    tls: { handshakes: [tlsSeen("203.0.113.1", how)] },
    http: { chain: [exchangeSeen(site)], redirects: "final", gateway: null, fellBackToHttp: false },
  });
}

const YEAR = 365 * 86_400_000;

function others(aheadMs: number) {
  return { references, probes: { httpRequest: answering({ [one]: dated(aheadMs), [two]: dated(aheadMs) }) } };
}

test.each([
  ["pass: right", { results: after("trusted", 0) }],
  ["fail: ahead", { results: after("expired", null), ...others(YEAR) }],
  ["fail: behind", { results: after("not-yet-valid", null), ...others(-YEAR) }],
  ["pass: right", { results: after("expired", null), ...others(0) }],
  ["fail: ahead", { results: after("trusted", YEAR), ...others(YEAR) }],
  ["warn: ahead", { results: after("trusted", YEAR), privateMode: true }],
  ["unknown: no-source", { results: after("expired", null) }],
  ["unknown: no-source", { results: after("expired", null), references, privateMode: true }],
  ["skipped: not-needed", { results: after("trusted", null) }],
  ["skipped: not-needed", {}],
])("%s", async (expected, parts) => {
  expect(await sayOf(clockCheck, parts)).toBe(expected);
});

test("asks nobody else while nothing looks wrong", async () => {
  const context = contextFor({ results: after("trusted", 1_000), ...others(0) });
  await clockCheck.run(context);
  expect(context.endpoints).toEqual([]);
});

test("one wrong site does not outvote two references", async () => {
  const context = contextFor({ results: after("trusted", YEAR), ...others(0) });
  const outcome = await clockCheck.run(context);
  expect(outcome.status).toBe("pass");
  expect(Math.abs(factsOf(outcome).medianOffsetMs ?? YEAR)).toBeLessThan(60_000);
});

test("an answer from a cache is as old as it says", async () => {
  const results = resultsOf({
    http: { chain: [exchangeSeen(dated(3_600_000, 3_600))], redirects: "final", gateway: null, fellBackToHttp: false },
  });
  const facts = factsOf(await clockCheck.run(contextFor({ results })));
  expect(Math.abs(facts.medianOffsetMs ?? YEAR)).toBeLessThan(60_000);
});

test("asks with HEAD, and does without those whose name or date is missing", async () => {
  const seen: HttpRequest[] = [];
  const named = {
    connectivityChecks: [{ url: "http://gone.example/", status: 204 }, ...references.connectivityChecks],
  };
  const context = contextFor({
    results: after("expired", null),
    references: named,
    probes: {
      httpRequest: answering({ [one]: dated(0), [two]: { headers: [["date", "yesterday"]] } }, seen),
      systemLookup: async (name) => lookupSeen(name, []),
    },
  });
  const facts = factsOf(await clockCheck.run(context));
  expect(facts.offsets.map(({ source }) => source)).toEqual(["198.51.100.1"]);
  expect(seen.every(({ method }) => method === "HEAD")).toBe(true);
});
