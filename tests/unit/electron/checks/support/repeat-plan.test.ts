import { describe, expect, test } from "vitest";
import { MOST_REPEATS, planRepeats, type RepeatBasis } from "../../../../../electron/checks/support/repeat-plan.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import { connectSeen, exchangeSeen, resultsOf } from "../fakes.ts";

const url = "https://www.example.com/shop?item=1";

/** Connecting has ended; other hosts' addresses are not in it. */
const ended = resultsOf({ tcp: { connects: [] } });

function plan(main: Partial<HttpExchange>, basis: Partial<RepeatBasis> = {}): readonly string[] {
  const planned = planRepeats({
    main: exchangeSeen({ url, ...main }),
    inUse: ["203.0.113.10"],
    outside: ["203.0.113.10"],
    results: ended,
    ...basis,
  });
  return planned.map(({ varied, value }) => (value === "" ? varied : `${varied} ${value}`));
}

const bad = { status: 502 } as const;

describe("after a good answer", () => {
  test("the same twice more makes three", () => {
    expect(plan({})).toEqual(["none", "none"]);
  });

  test("every other address and the other family get their turn, within the limit", () => {
    const inUse = ["203.0.113.10", "203.0.113.11", "2001:db8::10", "203.0.113.12"];
    expect(plan({}, { inUse })).toEqual(["none", "family v6", "address 203.0.113.11", "address 203.0.113.12", "none"]);
    const many = Array.from({ length: 20 }, (_, index) => `203.0.113.${index + 10}`);
    expect(plan({}, { inUse: many })).toHaveLength(MOST_REPEATS);
  });
});

describe("after a bad answer", () => {
  test("path and cache are varied", () => {
    expect(plan(bad)).toEqual(["none", "path /", "cache bypassed", "none"]);
  });

  test("the root path is not asked for again as another path", () => {
    expect(plan({ ...bad, url: "https://www.example.com/" })).toEqual(["none", "cache bypassed", "none"]);
  });

  test("a public resolver's address comes first when it is another", () => {
    expect(plan(bad, { outside: ["198.51.100.1"] })[1]).toBe("resolver 198.51.100.1");
    // Several addresses of the same set are no other answer.
    expect(plan(bad, { outside: ["203.0.113.10", "203.0.113.99"] })).not.toContain("resolver 203.0.113.99");
  });

  test("a proxy is gone round, and only there are addresses used", () => {
    const planned = planRepeats({
      main: exchangeSeen({ url, ...bad, proxy: "192.0.2.9:3128", address: null }),
      inUse: ["203.0.113.10", "203.0.113.11"],
      outside: [],
      results: ended,
    });
    expect(planned.map(({ varied }) => varied)).toEqual(["none", "proxy", "path", "cache", "none"]);
    expect(planned[0]?.request).toMatchObject({ proxy: { host: "192.0.2.9", port: 3_128 }, addresses: [] });
    expect(planned[1]?.request).toMatchObject({ proxy: null, addresses: ["203.0.113.10", "203.0.113.11"] });
  });

  test("never more than six, the same again first and last", () => {
    const inUse = ["203.0.113.10", "203.0.113.11", "2001:db8::10", "203.0.113.12", "203.0.113.13"];
    const all = plan(bad, { inUse, outside: ["198.51.100.1"] });
    expect(all).toHaveLength(MOST_REPEATS);
    expect(all[0]).toBe("none");
    expect(all.at(-1)).toBe("none");
  });

  test("redirects on the way count, and the same is asked twice all the same", () => {
    const inUse = ["203.0.113.10", "203.0.113.11", "2001:db8::10", "203.0.113.12", "203.0.113.13"];
    expect(plan(bad, { inUse, hops: 2 })).toHaveLength(MOST_REPEATS - 2);
    expect(plan(bad, { inUse, hops: 10 })).toEqual(["none", "none"]);
  });

  test("an address that takes no connection is not asked again", () => {
    const results = resultsOf({ tcp: { connects: [connectSeen("203.0.113.11", "timeout")] } });
    expect(plan(bad, { inUse: ["203.0.113.10", "203.0.113.11"], results })).not.toContain("address 203.0.113.11");
  });

  test("while connecting has not ended, no address is singled out: a dead one would cost seconds", () => {
    const inUse = ["203.0.113.10", "203.0.113.11", "2001:db8::10"];
    expect(plan({}, { inUse, results: {} })).toEqual(["none", "none"]);
  });

  test("a family that leads nowhere is not tried", () => {
    const inUse = ["203.0.113.10", "2001:db8::10"];
    const noWay = { connects: [], v4: "works", v6: "fails" } as const;
    expect(plan({}, { inUse, results: resultsOf({ tcp: { connects: [] }, references: noWay }) })).toEqual([
      "none",
      "none",
    ]);
    const dead = resultsOf({ tcp: { connects: [connectSeen("2001:db8::99", "timeout")] } });
    expect(plan({}, { inUse, results: dead })).toEqual(["none", "none"]);
    expect(plan({}, { inUse, results: ended })).toEqual(["none", "family v6", "none"]);
  });

  test("one thing is varied at a time", () => {
    const [, path, cache] = planRepeats({
      main: exchangeSeen({ url, ...bad }),
      inUse: ["203.0.113.10"],
      outside: [],
      results: ended,
    });
    expect(path?.request).toEqual({
      method: "GET",
      url: "https://www.example.com/",
      addresses: ["203.0.113.10"],
      proxy: null,
    });
    expect(cache?.request).toEqual({ method: "GET", url, addresses: ["203.0.113.10"], proxy: null, bypassCache: true });
  });
});

test("refused pages and failed connections are not asked for by other paths", () => {
  expect(plan({ status: 404 })).toEqual(["none", "none"]);
  expect(plan({ outcome: "connect-refused", address: null })).toEqual(["none", "none"]);
  expect(plan({ outcome: "tls-failed" }, { outside: ["198.51.100.1"] })).toEqual([
    "none",
    "resolver 198.51.100.1",
    "none",
  ]);
});

test("what failed slowly is repeated once, and gone round where there is a way", () => {
  expect(plan({ outcome: "headers-timeout" })).toEqual(["none"]);
  expect(plan({ outcome: "body-timeout", status: 200 })).toEqual(["none"]);
  const resolver = { outside: ["198.51.100.1"] };
  expect(plan({ outcome: "connect-timeout", address: null }, resolver)).toEqual(["resolver 198.51.100.1", "none"]);
  expect(plan({ outcome: "headers-timeout", proxy: "192.0.2.9:3128", address: null })).toEqual([
    "proxy direct",
    "none",
  ]);
});

test.each([
  ["429", { status: 429 }],
  ["503 with seconds", { status: 503, headers: [["retry-after", "30"]] }],
  ["503 with a date to come", { status: 503, headers: [["retry-after", new Date(Date.now() + 60_000).toUTCString()]] }],
  ["a request that was stopped", { outcome: "cancelled" }],
] as const)("nothing is repeated after %s", (_name, main) => {
  expect(plan(main as Partial<HttpExchange>)).toEqual([]);
});

test.each([
  ["zero seconds", "0"],
  ["a date gone by", "Wed, 21 Oct 2015 07:28:00 GMT"],
  ["nonsense", "soon"],
])("503 with %s does not ask to wait", (_name, value) => {
  expect(plan({ status: 503, headers: [["retry-after", value]] }).length).toBeGreaterThan(1);
});
