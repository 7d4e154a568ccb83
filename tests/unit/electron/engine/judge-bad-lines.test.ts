import { describe, expect, test } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import type { DnsObservation } from "../../../../shared/model/facts/dns-facts.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import {
  connect,
  dns,
  failing,
  gateway,
  http,
  lookup,
  observe,
  OLD_V4,
  ONLINE,
  publicResolvers,
  references,
  repeats,
  resolver,
  SITE_V4,
  tls,
} from "./build-observations.ts";
import { lossy, plain, squid, timesOut } from "./judge-cases-support.ts";

const silent: Partial<DnsObservation> = { outcome: "timeout", rcode: null, addresses: [] };

/** What public resolvers said over one transport each, true for an answer. */
function publicOver(answers: Readonly<Partial<Record<"udp" | "tcp" | "doh", readonly boolean[]>>>) {
  const target = Object.entries(answers).flatMap(([transport, list]) =>
    list.map((answered) =>
      dns({
        ...(answered ? {} : silent),
        transport: transport === "doh" ? "doh" : transport === "tcp" ? "tcp" : "udp",
      }),
    ),
  );
  return { resolvers: [{ ...resolver(), scope: "public" as const, publicId: "one", target, control: null }] };
}

const lookupFails = {
  "dns-system": lookup({ outcome: "timeout", addresses: [] }),
  "dns-configured": { resolvers: [resolver(silent)], upstreamsKnown: false },
  tcp: { connects: [] },
  tls: { handshakes: [] },
};

describe("a line that loses most packets", () => {
  const connects = [connect("1.1.1.1", "timeout"), connect("8.8.8.8", "timeout")];

  test("is not taken for a dead resolver when one of many attempts came through", () => {
    const verdict = judge(
      observe({
        ...ONLINE,
        ...lookupFails,
        references: { ...references("fails"), connects },
        "dns-public": publicOver({ udp: [false, false, false], tcp: [true, false], doh: [false] }),
      }),
    ).verdict;
    expect(verdict.code).toBe("lossy-path");
  });

  test("is told from a port that is shut: there a whole kind fails and another one works", () => {
    const verdict = judge(
      observe({
        ...ONLINE,
        ...lookupFails,
        "dns-public": publicOver({ udp: [false, false, false], tcp: [false, false], doh: [true] }),
      }),
    ).verdict;
    expect(verdict.code).toBe("dns-port-blocked");
  });

  test("is no excuse for a resolver that never answers while the others always do", () => {
    const verdict = judge(
      observe({ ...ONLINE, ...lookupFails, "dns-public": publicOver({ udp: [true, true, true], doh: [true] }) }),
    ).verdict;
    expect(verdict.code).toBe("resolver-unreachable");
  });
});

describe("a Squid's page that says the site's server cannot be used", () => {
  const page = gateway({ ...squid, kind: "backend-unusable" });
  const seen = (more: Parameters<typeof observe>[0]) =>
    judge(observe({ ...ONLINE, ...failing({ status: 503 }, page), ...more }, { target: plain })).verdict;

  test("is the site's when no proxy is set and other plain pages come through", () => {
    const { code, faultSide } = seen({});
    expect([code, faultSide]).toEqual(["gateway-error", "site-origin"]);
  });

  test("stays the proxy's when it is not known whether one stands in between", () => {
    const { "captive-portal": _, ...rest } = ONLINE;
    const verdict = judge(observe({ ...rest, ...failing({ status: 503 }, page) }, { target: plain })).verdict;
    expect(verdict.code).toBe("proxy-error");
  });
});

test("a dead address is not the site's fault while another resolver's address takes connections and was not tried", () => {
  const verdict = judge(
    timesOut({
      "dns-system": lookup({ addresses: [OLD_V4] }),
      "dns-configured": { resolvers: [resolver({ addresses: [OLD_V4] })], upstreamsKnown: false },
      "dns-public": publicResolvers({ addresses: [SITE_V4] }),
      tcp: { connects: [connect(OLD_V4, "timeout"), connect(SITE_V4)] },
      http: http({ outcome: "connect-timeout", address: null }),
    }),
  ).verdict;
  expect(["inconclusive", "resolver-stale"]).toContain(verdict.code);
});

describe("packets that were seen to get lost", () => {
  const lossySamples = {
    "path-quality": {
      samples: [
        { address: "1.1.1.1", role: "reference", how: "tcp", sent: 5, lost: 0, medianMs: 300, spreadMs: 2 },
        { address: SITE_V4, role: "target", how: "tcp", sent: 5, lost: 2, medianMs: 300, spreadMs: 2 },
      ],
    },
  } as const;
  const stalled = { outcome: "body-timeout", status: 200 } as const;

  test("explain a request that stalled between two good ones: nobody is blamed", () => {
    const verdict = judge(observe({ ...ONLINE, ...lossySamples, http: http(), repeat: repeats(stalled, {}) })).verdict;
    expect(["inconclusive", "lossy-path"]).toContain(verdict.code);
  });

  test("explain a handshake that stalled at one of two addresses, but not one that was refused there", () => {
    const given = (outcome: "timeout" | "reset") =>
      judge(
        observe({
          ...ONLINE,
          ...lossySamples,
          "dns-system": lookup({ addresses: [SITE_V4, OLD_V4] }),
          "dns-configured": { resolvers: [resolver({ addresses: [SITE_V4, OLD_V4] })], upstreamsKnown: false },
          "dns-public": publicResolvers({ addresses: [SITE_V4, OLD_V4] }),
          tcp: { connects: [connect(SITE_V4), connect(OLD_V4)] },
          tls: { handshakes: [tls({ address: SITE_V4 }), tls({ address: OLD_V4, outcome })] },
          http: http(),
          repeat: repeats({}, {}),
        }),
      ).verdict.code;
    expect(given("timeout")).not.toBe("site-partial");
    expect(given("reset")).toBe("site-partial");
  });

  test("explain a look-up of the system's that failed although its server answers", () => {
    const given = (more: Parameters<typeof observe>[0]) =>
      judge(observe({ ...ONLINE, "dns-system": lookup({ outcome: "temporary-failure", addresses: [] }), ...more }))
        .verdict.code;
    expect(given({})).toBe("dns-service-down");
    expect(given(lossySamples)).not.toBe("dns-service-down");
  });

  test("do not explain an error page between two good ones", () => {
    const repeat = repeats({ status: 502 }, {});
    const verdict = judge(observe({ ...ONLINE, ...lossySamples, http: http(), repeat })).verdict;
    expect(verdict.code).toBe("intermittent");
  });

  test("explain a resolver's silence for one name, but not its error", () => {
    const given = (target: Partial<DnsObservation>) =>
      judge(
        observe({
          ...ONLINE,
          ...lookupFails,
          ...lossySamples,
          "dns-configured": {
            resolvers: [{ ...resolver(target), control: dns({ outcome: "answer" }) }],
            upstreamsKnown: false,
          },
          "dns-public": publicResolvers({}),
        }),
      ).verdict.code;
    expect(given(silent)).not.toBe("resolver-failing");
    expect(given({ outcome: "servfail", rcode: "SERVFAIL", addresses: [] })).toBe("resolver-failing");
  });
});

describe("a certificate that came through a bad line", () => {
  test("is judged by itself: no packet was missing", () => {
    const expired = tls({ outcome: "expired", errno: "CERT_HAS_EXPIRED" });
    const failed = failing({ outcome: "tls-failed", status: null, tls: expired });
    const handshakes = { tls: { handshakes: [expired] } };
    expect(judge(observe({ ...ONLINE, ...lossy(false), ...failed, ...handshakes })).verdict.code).toBe("tls-expired");
  });
});

describe("one request of several that merely got no answer in time", () => {
  const timings = { lookup: null, connect: 20, tls: 40, firstByte: null, total: 7_000 };
  const stalled = {
    outcome: "headers-timeout",
    status: null,
    timings,
    headers: [],
    bodyBytes: 0,
    bodyHash: null,
  } as const;
  const given = (...again: readonly Partial<HttpExchange>[]) =>
    judge(observe({ ...ONLINE, http: http(), repeat: repeats(...again) })).verdict;

  test("accuses nobody: on any line that happens now and then", () => {
    expect(given({}, stalled).code).toBe("inconclusive");
  });

  test("accuses nobody when it was the first one, and a later one was answered", () => {
    const seen = { ...ONLINE, ...failing(stalled), repeat: repeats({}) };
    expect(judge(observe(seen)).verdict.code).toBe("inconclusive");
    const stalls = { ...ONLINE, ...failing(stalled), repeat: repeats(stalled) };
    expect(judge(observe(stalls)).verdict.code).toBe("site-unreachable");
  });

  test("accuses nobody when it was the handshake that nobody answered", () => {
    const handshake = { ...stalled, outcome: "tls-failed", tls: tls({ outcome: "timeout" }) } as const;
    expect(given({}, handshake).code).toBe("inconclusive");
  });

  test("accuses nobody when it happened twice, but there was no time to wait", () => {
    const cut = { ...stalled, timings: { ...timings, total: 1_200 } };
    expect(given(cut, {}, cut).code).toBe("inconclusive");
  });

  test("is a fault that comes and goes when it happens twice, or when what came was a refusal", () => {
    expect(given(stalled, {}, stalled).code).toBe("intermittent");
    expect(given({}, { ...stalled, outcome: "empty-reply" }).code).toBe("intermittent");
  });
});

describe("a look-up that fell silent on a line that loses packets", () => {
  test("is the line's doing when the servers answer and the page comes", () => {
    const silentLookup = { "dns-system": lookup({ outcome: "timeout", addresses: [] }) };
    const given = observe({ ...ONLINE, ...silentLookup, ...lossy(false), http: http(), repeat: repeats({}, {}) });
    expect(judge(given).verdict.code).toBe("lossy-path");
  });
});

describe("an address whose handshake once got no answer", () => {
  const handshakes = {
    "dns-system": lookup({ addresses: [SITE_V4, "203.0.113.11"] }),
    tls: {
      handshakes: [tls({ address: SITE_V4 }), tls({ address: "203.0.113.11", outcome: "timeout", errno: null })],
    },
  };
  const judged = (address: string): string =>
    judge(observe({ ...ONLINE, ...handshakes, http: http({ address }), repeat: repeats({}, {}) })).verdict.code;

  test("is not down when the page came from it", () => {
    expect(judged("203.0.113.11")).toBe("healthy");
  });

  test("is the part that is down when nothing else came from it", () => {
    expect(judged(SITE_V4)).toBe("site-partial");
  });
});
