import { describe, expect, test } from "vitest";
import { httpCheck } from "../../../../electron/checks/http.ts";
import type { HttpRequest, Probes } from "../../../../electron/probes/probes.ts";
import { HTTP_OUTCOMES, type HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import type { ProxySetting } from "../../../../shared/model/facts/local-facts.ts";
import {
  answering,
  connectSeen,
  contextFor,
  exchangeSeen,
  factsOf,
  lookupSeen,
  resultsOf,
  sayOf,
  tlsSeen,
} from "./fakes.ts";

const url = "https://www.example.com/";
const resolved = { "dns-system": { lookup: lookupSeen("www.example.com", ["93.184.215.1"]), control: null } } as const;
const results = resultsOf(resolved);

function giving(over: Partial<HttpExchange>) {
  return { results, probes: { httpRequest: answering({ [url]: over }) } };
}

const nginx502 = {
  status: 502,
  statusText: "Bad Gateway",
  headers: [["server", "nginx/1.24.0"]],
  bodySample:
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n",
} as const;

test.each([
  ["pass: good", giving({ status: 200 })],
  ["fail: status-by", giving(nginx502)],
  ["warn: status", giving({ status: 418, statusText: "I'm a teapot" })],
  ["unknown: cancelled", giving({ outcome: "cancelled" })],
  ["skipped: not-needed", {}],
])("%s", async (expected, parts) => {
  expect(await sayOf(httpCheck, parts)).toBe(expected);
});

test.each(HTTP_OUTCOMES.filter((one) => one !== "response" && one !== "cancelled"))("fails with %s", async (how) => {
  expect(await sayOf(httpCheck, giving({ outcome: how }))).toBe(`fail: ${how}`);
});

test("names who made the answer, and nobody for a good one", async () => {
  const bad = factsOf(await httpCheck.run(contextFor(giving(nginx502))));
  expect(bad.gateway).toMatchObject({ kind: "backend-unusable" });
  expect(factsOf(await httpCheck.run(contextFor(giving({})))).gateway).toBeNull();
});

function to(location: string, status = 302): Partial<HttpExchange> {
  return { status, headers: [["location", location]] };
}

/** Leads on to the next number for ever. */
const counting: Probes["httpRequest"] = async (request) => {
  const next = String(Number(new URL(request.url).searchParams.get("n")) + 1);
  return exchangeSeen({ url: request.url, address: request.addresses[0] ?? null, ...to(`${url}?n=${next}`) });
};

describe("redirects", () => {
  test("are followed and counted, other hosts looked up", async () => {
    const seen: HttpRequest[] = [];
    const other = "https://other.example/";
    const context = contextFor({
      results,
      probes: {
        httpRequest: answering({ [url]: to(other), [other]: {} }, seen),
        systemLookup: async (name) => lookupSeen(name, ["93.184.215.7"]),
      },
    });
    const facts = factsOf(await httpCheck.run(context));
    expect(facts).toMatchObject({ redirects: "final", fellBackToHttp: false });
    expect(facts.chain).toHaveLength(2);
    expect(seen.map(({ addresses }) => addresses)).toEqual([["93.184.215.1"], ["93.184.215.7"]]);
    expect(context.requests()).toBe(2);
  });

  test.each([
    ["fail: loop", to(url)],
    ["fail: bad-location", to("mailto:a@b.example")],
  ])("%s", async (expected, answer) => {
    expect(await sayOf(httpCheck, giving(answer))).toBe(expected);
  });

  test("end after ten", async () => {
    const context = contextFor({ results, probes: { httpRequest: counting } });
    const outcome = await httpCheck.run(context);
    expect(factsOf(outcome)).toMatchObject({ redirects: "too-many" });
    expect(context.requests()).toBe(11);
  });

  test("never lead from outside to inside", async () => {
    const inside = resultsOf({
      "dns-system": { lookup: lookupSeen("www.example.com", ["93.184.215.14"]), control: null },
    });
    const probes = { httpRequest: answering({ [url]: to("http://192.168.1.1/") }) };
    expect(await sayOf(httpCheck, { results: inside, probes })).toBe("fail: to-private");
  });
});

describe("an address without a scheme", () => {
  const target = "www.example.com";
  const plain = "http://www.example.com/";

  test.each([
    ["refused", { outcome: "connect-refused" }],
    ["no TLS at all", { outcome: "tls-failed", tls: tlsSeen("203.0.113.1", "not-tls") }],
    ["hung up", { outcome: "empty-reply" }],
  ] as const)("falls back to http: %s", async (_name, over) => {
    const context = contextFor({ target, results, probes: { httpRequest: answering({ [url]: over, [plain]: {} }) } });
    const outcome = await httpCheck.run(context);
    expect(outcome.status).toBe("pass");
    expect(factsOf(outcome)).toMatchObject({ fellBackToHttp: true, redirects: "final" });
    expect(factsOf(outcome).chain.map((one) => one.url)).toEqual([url, plain]);
  });

  test("does not hide a bad certificate behind http", async () => {
    const tls = tlsSeen("203.0.113.1", "expired");
    const probes = { httpRequest: answering({ [url]: { outcome: "tls-failed", tls } }) };
    const outcome = await httpCheck.run(contextFor({ target, results, probes }));
    expect(factsOf(outcome)).toMatchObject({ fellBackToHttp: false });
    expect(outcome.status).toBe("fail");
  });

  test("keeps the https failure when http gives nothing either", async () => {
    const probes = {
      httpRequest: answering({ [url]: { outcome: "connect-refused" }, [plain]: { outcome: "connect-timeout" } }),
    };
    const facts = factsOf(await httpCheck.run(contextFor({ target, results, probes })));
    expect(facts.chain.map(({ outcome }) => outcome)).toEqual(["connect-refused"]);
    expect(facts.fellBackToHttp).toBe(true);
  });

  test("keeps an own port", async () => {
    const port = {
      "https://www.example.com:8443/": { outcome: "tls-failed" },
      "http://www.example.com:8443/": {},
    } as const;
    const context = contextFor({ target: "www.example.com:8443", results, probes: { httpRequest: answering(port) } });
    expect(factsOf(await httpCheck.run(context)).chain).toHaveLength(2);
  });

  test("a typed scheme is never changed", async () => {
    expect(await sayOf(httpCheck, giving({ outcome: "connect-refused" }))).toBe("fail: connect-refused");
  });
});

describe("a proxy", () => {
  const setting: ProxySetting = {
    source: "environment",
    kind: "manual",
    host: "proxy.example",
    port: 3_128,
    scheme: "all",
    pacUrl: null,
    bypass: [],
    where: "HTTPS_PROXY",
  };

  function through(over: Partial<ProxySetting>, connected: boolean) {
    const applies = { ...setting, ...over };
    const connect = connectSeen("192.0.2.9", connected ? "connected" : "timeout", 3_128);
    return resultsOf({ ...resolved, proxy: { settings: [applies], applies, connect, pac: null } });
  }

  test("is used when it applies, and gets the name instead of addresses", async () => {
    const seen: HttpRequest[] = [];
    await httpCheck.run(
      contextFor({ results: through({}, true), probes: { httpRequest: answering({ [url]: {} }, seen) } }),
    );
    expect(seen[0]?.proxy).toEqual({ host: "proxy.example", port: 3_128 });
  });

  test("that is dead gets little time", async () => {
    const limits: (number | undefined)[] = [];
    const httpRequest = answering({ [url]: { outcome: "proxy-connect-failed" } });
    const context = contextFor({
      results: through({}, false),
      probes: {
        httpRequest: (request, options) => {
          limits.push(options.timeoutMs);
          return httpRequest(request, options);
        },
      },
    });
    await httpCheck.run(context);
    expect(limits).toEqual([1_500]);
  });

  test.each([{ scheme: "socks" }, { kind: "pac", host: null, port: null, pacUrl: "http://wpad/wpad.dat" }] as const)(
    "whose way is not known is not guessed: %j",
    async (over) => {
      const seen: HttpRequest[] = [];
      const probes = { httpRequest: answering({ [url]: {} }, seen) };
      await httpCheck.run(contextFor({ results: through(over, true), probes }));
      expect(seen[0]).toMatchObject({ proxy: null, addresses: ["93.184.215.1"] });
    },
  );
});

test("never asks for longer than the check-up has left", async () => {
  const limits: (number | undefined)[] = [];
  const httpRequest = answering({ [url]: {} });
  const context = contextFor({
    results,
    timeLeftMs: () => 2_000,
    probes: {
      httpRequest: (request, options) => {
        limits.push(options.timeoutMs);
        return httpRequest(request, options);
      },
    },
  });
  await httpCheck.run(context);
  expect(limits).toEqual([1_700]);
});

test("a proxy that applies makes the look-up unimportant", () => {
  const applies = { kind: "manual", scheme: "all", host: "proxy.example", port: 3_128 } as ProxySetting;
  const proxy = { settings: [applies], applies, connect: null, pac: null };
  expect(httpCheck.early?.when(resultsOf({ proxy }), 50)).toBe(true);
  expect(httpCheck.early?.when(resultsOf({ proxy: { ...proxy, applies: null } }), 50)).toBe(false);
});

test("waits for the proxy settings however late it is", () => {
  expect(httpCheck.early?.when(results, 5_000)).toBe(false);
  const proxy = { settings: [], applies: null, connect: null, pac: null };
  expect(httpCheck.early?.when(resultsOf({ ...resolved, proxy }), 5_000)).toBe(true);
});

test("starts with the system's own answer, whoever else has not answered yet", () => {
  const proxy = { settings: [], applies: null, connect: null, pac: null };
  const { "dns-system": system } = resolved;
  expect(httpCheck.early?.when(resultsOf({ "dns-system": system, proxy }), 10)).toBe(true);
  expect(
    httpCheck.early?.when(
      resultsOf({ "dns-system": { ...system, lookup: { ...system.lookup, addresses: [] } }, proxy }),
      10,
    ),
  ).toBe(false);
});
