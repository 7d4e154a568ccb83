import { expect, test } from "vitest";
import { repeatCheck } from "../../../../electron/checks/repeat.ts";
import type { HttpRequest, Probes } from "../../../../electron/probes/probes.ts";
import type { HttpExchange, HttpFacts } from "../../../../shared/model/facts/http-facts.ts";
import { contextFor, exchangeSeen, factsOf, lookupSeen, resultsOf, sayOf } from "./fakes.ts";

const url = "https://www.example.com/";

function after(main: Partial<HttpExchange>, over: Partial<HttpFacts> = {}) {
  return resultsOf({
    tcp: { connects: [] },
    "dns-system": { lookup: lookupSeen("www.example.com", ["203.0.113.10"]), control: null },
    http: {
      chain: [exchangeSeen({ url, ...main })],
      redirects: "final",
      gateway: null,
      fellBackToHttp: false,
      ...over,
    },
  });
}

function giving(
  ...statuses: readonly number[]
): Partial<Probes> & { readonly seen: HttpRequest[]; readonly at: number[] } {
  const seen: HttpRequest[] = [];
  const at: number[] = [];
  return {
    seen,
    at,
    httpRequest: async (request) => {
      at.push(performance.now());
      const status = statuses[seen.length] ?? 200;
      seen.push(request);
      return exchangeSeen({ url: request.url, status });
    },
  };
}

test.each([
  ["pass: all-good", { results: after({}), probes: giving(200, 200) }],
  ["warn: recovered", { results: after({ status: 502 }), probes: giving(200, 200, 200) }],
  ["warn: mixed", { results: after({}), probes: giving(200, 502) }],
  ["warn: mixed", { results: after({ status: 502 }), probes: giving(200, 502, 502) }],
  ["fail: all-bad", { results: after({ status: 502 }), probes: giving(502, 502, 502) }],
  ["unknown: asked-to-wait", { results: after({ status: 429 }) }],
  ["unknown: no-time", { results: after({}), timeLeftMs: () => 500 }],
  ["skipped: not-needed", { results: after({}, { redirects: "loop" }) }],
  ["skipped: not-needed", { results: after({}, { redirects: "too-many" }) }],
  ["skipped: not-needed", { results: after({}, { chain: [] }) }],
  ["skipped: not-needed", {}],
])("%s", async (expected, parts) => {
  expect(await sayOf(repeatCheck, parts)).toBe(expected);
});

test("counts the redirects that led to the page, and asks only for the page they led to", async () => {
  const hop = (path: string) => exchangeSeen({ url: `${url}${path}`, status: 302, headers: [["location", url]] });
  const last = exchangeSeen({ url, status: 502 });
  const probes = giving(502, 502, 502, 502, 502, 502);
  const results = after({}, { chain: [hop("a"), hop("b"), hop("c"), hop("d"), last] });
  const { attempts } = factsOf(await repeatCheck.run(contextFor({ results, probes })));
  expect(attempts).toHaveLength(2);
  expect(new Set(probes.seen.map((request) => request.url))).toEqual(new Set([url]));
});

test("is polite: one after the other, spaced, counted", async () => {
  const probes = giving(200, 200);
  const context = contextFor({ results: after({}), probes });
  const { attempts, spacingMs } = factsOf(await repeatCheck.run(context));
  expect(attempts).toHaveLength(2);
  expect(context.requests()).toBe(2);
  // Timers may fire a millisecond early.
  expect((probes.at[1] ?? 0) - (probes.at[0] ?? 0)).toBeGreaterThanOrEqual(spacingMs - 2);
});

test("does not wait for slow addresses, unless the page's own address took no connection", () => {
  const early = (main: Partial<HttpExchange>): boolean | undefined => {
    const { tcp: _later, ...results } = after(main);
    return repeatCheck.early?.when(results, 1_000);
  };
  expect(early({ status: 502 })).toBe(true);
  expect(early({ outcome: "headers-timeout", status: null })).toBe(true);
  expect(early({ outcome: "connect-refused", status: null })).toBe(false);
});

test("counts the time that a request took as part of the space to the next one", async () => {
  const started = performance.now();
  const timings = { ...exchangeSeen().timings, total: 1_000 };
  const probes = giving(200, 200);
  const context = contextFor({ results: after({ timings }), probes });
  const { spacingMs } = factsOf(await repeatCheck.run(context));
  // The first page took longer than the space: the next request follows at once. Loose, for busy machines.
  expect((probes.at[0] ?? 0) - started).toBeLessThan(spacingMs);
  expect((probes.at[1] ?? 0) - (probes.at[0] ?? 0)).toBeGreaterThanOrEqual(spacingMs - 2);
});

test("stops when the site asks for a pause", async () => {
  const probes = giving(502, 429, 200);
  const { attempts } = factsOf(await repeatCheck.run(contextFor({ results: after({ status: 502 }), probes })));
  expect(attempts.map(({ exchange }) => exchange.status)).toEqual([502, 429]);
});

test("names who made each answer", async () => {
  const { attempts } = factsOf(
    await repeatCheck.run(contextFor({ results: after({ status: 502 }), probes: giving(502, 200, 200) })),
  );
  expect(attempts[0]?.gateway).toMatchObject({ signatureId: "status-502" });
  expect(attempts[1]?.gateway).toBeNull();
});

test("asks the host that a redirect led to, at its own addresses", async () => {
  const probes = {
    ...giving(),
    systemLookup: async (name: string) => lookupSeen(name, ["198.51.100.1", "198.51.100.2"]),
  };
  const results = after({ url: "https://other.example/", address: "198.51.100.1" });
  const { attempts } = factsOf(await repeatCheck.run(contextFor({ results, probes })));
  expect(attempts.map(({ varied, value }) => `${varied} ${value}`)).toEqual(["none ", "address 198.51.100.2", "none "]);
  expect(probes.seen[0]).toMatchObject({ url: "https://other.example/", addresses: ["198.51.100.1", "198.51.100.2"] });
});

test("keeps to the address it knows when the redirect's host cannot be looked up", async () => {
  const probes = { ...giving(), systemLookup: async (name: string) => lookupSeen(name, []) };
  const results = after({ url: "https://other.example/", address: "198.51.100.1" });
  await repeatCheck.run(contextFor({ results, probes }));
  expect(probes.seen[0]?.addresses).toEqual(["198.51.100.1"]);
});

test("a proxied redirect to another host is repeated through the proxy", async () => {
  const probes = giving();
  const results = after({ url: "https://other.example/", address: null, proxy: "192.0.2.9:3128" });
  await repeatCheck.run(contextFor({ results, probes }));
  expect(probes.seen.every(({ proxy }) => proxy !== null)).toBe(true);
});

test("what was stopped is no answer", async () => {
  const stop = new AbortController();
  const httpRequest: Probes["httpRequest"] = async () => {
    stop.abort();
    return exchangeSeen({ outcome: "cancelled" });
  };
  const context = contextFor({ results: after({}), probes: { httpRequest }, signal: stop.signal });
  expect(factsOf(await repeatCheck.run(context)).attempts).toEqual([]);
});

test("what failed slowly gets less time again", async () => {
  const limits: (number | undefined)[] = [];
  const httpRequest: Probes["httpRequest"] = async (_request, { timeoutMs }) => {
    limits.push(timeoutMs);
    return exchangeSeen({ outcome: "connect-timeout" });
  };
  await repeatCheck.run(contextFor({ results: after({ outcome: "connect-timeout" }), probes: { httpRequest } }));
  expect(limits).toEqual([2_500]);
});

test("one address that times out does not hold it up for long", () => {
  const when = repeatCheck.early?.when;
  expect(when?.(after({}), 500)).toBe(false);
  expect(when?.(after({}), 1_000)).toBe(true);
  expect(when?.({}, 5_000)).toBe(false);
});

test("does not wait for one slow answer before it asks for the next", async () => {
  let under = 0;
  let most = 0;
  const probes: Partial<Probes> = {
    httpRequest: async (request) => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => void setTimeout(resolve, 1_200));
      under -= 1;
      return exchangeSeen({ url: request.url, status: 504 });
    },
  };
  const slow = exchangeSeen({ url, status: 504 });
  const results = after({ status: 504, timings: { ...slow.timings, total: 3_000 } });
  const { attempts } = factsOf(await repeatCheck.run(contextFor({ results, probes })));
  expect(attempts).toHaveLength(3);
  expect(most).toBeGreaterThan(1);
});
