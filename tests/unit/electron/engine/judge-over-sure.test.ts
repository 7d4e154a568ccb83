import { describe, expect, test } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import { CONFIDENCES } from "../../../../shared/model/confidence.ts";
import type { HttpExchange } from "../../../../shared/model/facts/http-facts.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { verdictText } from "../../../../shared/text/verdict-text.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import {
  attempt,
  connect,
  exchange,
  failing,
  gateway,
  http,
  lookup,
  observe,
  ONLINE,
  portal,
  repeats,
  router,
  target,
  tls,
} from "./build-observations.ts";
import { HERE, lossy, plain, site, timesOut } from "./judge-cases-support.ts";

const t = createTranslator("en", { en: ENGLISH });

function words(given: Observations): string {
  const { title, explanation } = verdictText(judge(given).verdict, t);
  return `${title} ${explanation}`;
}

function evidence(given: Observations): string {
  return judge(given)
    .verdict.evidence.map(({ fact }) => t.message(fact))
    .join(" ");
}

const mtu = (change: Partial<CheckFacts["path-mtu"]>): CheckFacts["path-mtu"] => ({
  largestPassing: null,
  smallestVanishing: null,
  errorReturned: null,
  largeStalled: 2,
  smallPassed: 1,
  ...change,
});

describe("an answer that stalls", () => {
  const stalled = (length: string, more: Partial<CheckFacts["path-mtu"]> = {}): Observations =>
    site({
      ...failing({ outcome: "body-timeout", status: 200, bodyBytes: 5, headers: [["content-length", length]] }),
      "path-mtu": mtu(more),
    });

  test.each(["20", "1000"])("is not stuck for its size when it promises %s bytes", (length) => {
    const { verdict } = judge(stalled(length));
    expect(verdict.code).toBe("invalid-response");
    expect(verdict.ruledOut.map(({ code }) => code)).toContain("mtu-blackhole");
  });

  test("may be stuck for its size when it is larger than a packet", () => {
    expect(judge(stalled("60000")).verdict.code).toBe("mtu-blackhole");
  });

  test("is not stuck for its size where full packets come back from the site", () => {
    expect(judge(stalled("60000", { largestPassing: 1_500 })).verdict.code).toBe("invalid-response");
  });
});

describe("a server that takes the connection and is slow", () => {
  const silent = (total: number): Observations => {
    const { timings } = exchange();
    return site({
      ...failing({ outcome: "headers-timeout", timings: { ...timings, total } }),
      "path-mtu": mtu({ smallPassed: 0 }),
    });
  };

  test("is never called sure, and the time it was given is told", () => {
    const { verdict } = judge(silent(7_000));
    expect(verdict).toMatchObject({ code: "site-unreachable", values: { context: "silent", waited: 7 } });
    expect(verdict.confidence).not.toBe("high");
    expect(verdict.wouldChange.map(({ key }) => key)).toContain("evidence.would-wait-longer");
    expect(words(silent(7_000))).toContain("within 7 s");
    expect(words(silent(7_000))).not.toContain("never");
  });

  test("is not judged after less than a second of waiting", () => {
    const { verdict } = judge(silent(800));
    expect(verdict.code).toBe("inconclusive");
    expect(verdict.wouldChange.map(({ key }) => key)).toContain("evidence.would-wait");
  });
});

describe("a device in one's own network", () => {
  const near = (outcome: "timeout" | "refused", host = "192.168.1.5"): Observations =>
    observe(
      {
        ...HERE,
        router: router(),
        references: ONLINE.references!,
        proxy: ONLINE.proxy!,
        tcp: { connects: [connect(host, outcome, 80)] },
        http: http({ outcome: `connect-${outcome}`, address: host, url: `http://${host}/` }),
      },
      { target: target({ host, kind: "literal", scheme: "http" }) },
    );

  test("is no site, and nobody is told to write to it", () => {
    const { verdict, repairs } = judge(near("timeout"));
    expect(verdict).toMatchObject({ code: "site-unreachable", faultSide: "local-network" });
    expect(verdict.confidence).not.toBe("high");
    expect(words(near("timeout"))).toContain("private network");
    expect(words(near("timeout"))).not.toContain("site, not you");
    expect(repairs.map(({ id }) => id)).not.toContain("contact-site");
  });

  test.each(["timeout", "refused"] as const)("has words of its own when it ends with %s", (outcome) => {
    expect(words(near(outcome, "169.254.7.7"))).toContain("The device at 169.254.7.7");
    expect(judge(near(outcome)).repairs.map(({ id }) => id)).not.toContain("owner");
  });

  test("an address on the internet keeps the site's words", () => {
    expect(words(timesOut())).toContain("It's the site, not you");
  });
});

describe("a 407", () => {
  const asked = (more: Parameters<typeof observe>[0] = {}): Observations =>
    observe(
      { ...ONLINE, ...failing({ status: 407 }, gateway({ kind: "proxy-auth", vendor: null })), ...more },
      { target: plain },
    );

  test("from a site that was asked directly is the site's", () => {
    const { verdict } = judge(asked());
    expect(verdict).toMatchObject({ code: "other-http-error", faultSide: "site-origin", confidence: "medium" });
  });

  test("where something answers in others' place is a proxy's", () => {
    const seen = judge(asked({ "captive-portal": portal("intercepted", "as-expected") }));
    expect(seen.verdict.code).toBe("proxy-auth");
  });
});

describe("a connection that is cut off at once", () => {
  const cut = site({
    tcp: { connects: [connect("203.0.113.10", "reset")] },
    tls: { handshakes: [] },
    ...failing({ outcome: "reset" }),
  });

  test("is not told as a program that does not run, and a filter stays open", () => {
    const { verdict } = judge(cut);
    expect(verdict.confidence).not.toBe("high");
    expect(verdict.leftOpen.map(({ code }) => code)).toContain("provider-block");
    expect(words(cut)).toContain("firewall");
    expect(words(cut)).not.toContain("not running");
    expect(evidence(cut)).not.toContain("refused");
  });
});

describe("a redirect that cannot be followed", () => {
  const to = (redirects: "to-private" | "bad-location"): Observations =>
    site({ http: { ...http({ status: 302, tls: tls(), headers: [["location", "x:"]] }), redirects } });

  test.each(["to-private", "bad-location"] as const)("(%s) is no crash, and waiting is not advised", (how) => {
    expect(judge(to(how)).verdict.code).toBe("invalid-response");
    expect(words(to(how))).toContain("leads to a place that cannot be opened");
    expect(words(to(how))).not.toMatch(/crash|waiting/i);
  });

  test("without a place is no good answer", () => {
    const bare = site({ http: http({ status: 302, tls: tls() }), repeat: repeats({ status: 302 }, { status: 302 }) });
    expect(judge(bare).verdict.code).toBe("invalid-response");
    expect(evidence(bare)).toContain("does not say where to");
  });

  test.each([
    ["dns-failed", "has no address"],
    ["connect-refused", "takes no connections"],
    ["connect-timeout", "does not answer"],
  ] as const)("names where it leads when that place ends with %s", (outcome, said) => {
    const next = exchange({ outcome, url: "https://gone.example/", address: null });
    const given = site({
      http: { ...http(), chain: [exchange({ status: 302, headers: [["location", next.url]] }), next] },
    });
    expect(judge(given).verdict).toMatchObject({ code: "invalid-response", values: { context: "dead-end" } });
    expect(judge(given).verdict.confidence).not.toBe("high");
    expect(evidence(given)).toContain("gone.example:443");
    expect(evidence(given)).toContain(said);
    expect(words(given)).toContain("gone.example:443");
  });

  test("to itself is counted as one, and no cookies are to be deleted for it", () => {
    const loop = site({ http: { ...http({ status: 302, tls: tls() }), redirects: "loop" } });
    const { verdict, repairs } = judge(loop);
    expect(verdict.values["count"]).toBe(1);
    expect(words(loop)).not.toContain("0 times");
    expect(repairs.map(({ id }) => id)).not.toContain("clear-site-cookies");
    const told = judge({ ...loop, answers: { "private-window-works": "yes" } });
    expect(told.repairs.map(({ id }) => id)).toContain("clear-site-cookies");
  });
});

describe("an answer that is no answer", () => {
  test.each(["not-http", "empty-reply", "cut-short", "bad-encoding", "body-timeout"] as const)(
    "(%s) is told without inventing a crash",
    (outcome) => {
      expect(words(site(failing({ outcome })))).not.toMatch(/crash|waiting is/i);
    },
  );

  test("with endless headers has its reason named", () => {
    const huge = site(failing({ outcome: "error", errno: "HEADERS_TOO_LARGE" }));
    expect(judge(huge).verdict.code).toBe("invalid-response");
    expect(evidence(huge)).toContain("headers");
  });
});

describe("a 502", () => {
  const of = (more: Partial<HttpExchange>, classified = gateway()): Observations =>
    site(failing({ status: 502, tls: tls(), ...more }, classified));

  test("that only the number tells is not sure; nginx's own page is", () => {
    const bare = gateway({ kind: "unknown", vendor: null, signatureId: null, confidence: "low", faultSide: "unknown" });
    expect(judge(of({}, bare)).verdict).toMatchObject({ code: "gateway-error", confidence: "medium" });
    expect(judge(of({})).verdict).toMatchObject({ code: "gateway-error", confidence: "high" });
  });

  test("over plain http with a Squid's mark may come from a proxy that nobody set", () => {
    const given = (via: string): Observations => {
      const seen = of({ tls: null, headers: [["via", via]], url: "http://shop.example/" });
      return { ...seen, target: plain };
    };
    expect(judge(given("1.1 squid (squid/6.1)")).verdict.leftOpen.map(({ code }) => code)).toContain("proxy-error");
    expect(judge(given("1.1 varnish")).verdict.ruledOut.map(({ code }) => code)).toContain("proxy-error");
  });

  test("of a site's own program is told as a gateway's number", () => {
    const program = of({}, gateway({ kind: "application-error", hop: "origin", vendor: null }));
    expect(judge(program).verdict.code).toBe("origin-error");
    expect(words(program)).not.toContain("its own program failed");
    expect(words(program)).toContain("gateway");
  });

  test("that another device does not get is not called the site's for all", () => {
    const told = { ...of({}), answers: { "other-device-works": "yes" } } as const;
    expect(words(told)).not.toContain("It's the site, not you");
    expect(words(told)).toContain("works for others");
    expect(judge(told).verdict.confidence).toBe("low");
  });

  test("now and then is counted as the list of requests shows it", () => {
    const given = site({
      http: http({ status: 502, tls: tls() }),
      repeat: {
        spacingMs: 450,
        attempts: [attempt("none", {}), attempt("cache", { status: 502 }), attempt("none", {})],
      },
    });
    expect(judge(given).verdict).toMatchObject({ code: "intermittent", values: { failed: 2, total: 4 } });
  });
});

describe("a 511", () => {
  const asked = (pages: CheckFacts["captive-portal"]): Observations =>
    observe({ ...ONLINE, "captive-portal": pages, ...failing({ status: 511 }) }, { target: plain });

  test("where other pages come through is not said of every page", () => {
    const given = asked(portal("as-expected", "as-expected"));
    expect(words(given)).not.toContain("answers every page");
    expect(words(given)).toContain("other pages come through unchanged");
    expect(judge(given).verdict.confidence).toBe("low");
  });

  test("where nobody looked keeps the network's words", () => {
    expect(words(asked(portal()))).toContain("answers every page");
  });
});

describe("a wait that is asked for", () => {
  const until = (value: string): Observations =>
    site(failing({ status: 429, tls: tls(), headers: [["retry-after", value]] }));

  test.each(["99999999999999999999", "Wed, 01 Jan 2099 00:00:00 GMT"])("(%s) counts as a day at most", (value) => {
    expect(judge(until(value)).verdict.retryAfterSeconds).toBe(86_400);
    expect(words(until(value))).not.toContain("a few minutes");
  });
});

describe("a page with a good status", () => {
  const page = (bodySample: string, more: Partial<HttpExchange> = {}): Observations => {
    const seen = { tls: tls(), bodySample, ...more };
    return site({ http: http(seen), repeat: repeats(seen, seen) });
  };

  test.each([
    "<title>Error 502 - Bad Gateway</title>",
    "<h1>502 Bad Gateway</h1>",
    "<H1 class='x'>Service Temporarily Unavailable</H1><p>nginx",
  ])("that announces an error itself (%s) is not called fine: the words say so", (body) => {
    const { verdict, findings } = judge(page(body));
    expect(verdict).toMatchObject({ code: "healthy", faultSide: "none", confidence: "medium" });
    expect(findings.map(({ summary }) => summary.key)).toContain("evidence.page-announces-error");
    expect(words(page(body))).not.toContain("works from here");
    expect(words(page(body))).toContain("announces an error");
  });

  test("that is written about errors is fine", () => {
    const article = `<title>502 Bad Gateway: what it means</title><p>${"A gateway asks a server. ".repeat(60)}`;
    expect(judge(page(article)).verdict).toMatchObject({ code: "healthy", confidence: "high" });
    expect(judge(page("<h1>500 recipes</h1>".replace("500", "Our"))).verdict.confidence).toBe("high");
  });

  test("and nothing on it is told as empty", () => {
    expect(words(page("", { bodyBytes: 0 }))).toContain("empty page");
    expect(judge(page("", { bodyBytes: 0 })).verdict.confidence).toBe("medium");
    expect(judge(page("", { bodyBytes: 0, status: 204 })).verdict.confidence).toBe("high");
  });
});

describe("a page that was still arriving when the time was up", () => {
  const arriving = (type: string, bodyBytes: number): Observations => {
    const seen: Partial<HttpExchange> = {
      tls: tls(),
      bodyTruncated: true,
      bodyBytes,
      headers: [["content-type", type]],
    };
    return site({ http: http(seen), repeat: repeats(seen, seen) });
  };

  test("is told as one that does not end", () => {
    expect(words(arriving("text/html; charset=utf-8", 900))).toContain("does not come to an end");
    expect(judge(arriving("text/html", 900)).verdict).toMatchObject({ code: "healthy", confidence: "medium" });
  });

  test("is fine when it is a stream, or merely larger than what is read", () => {
    expect(judge(arriving("text/event-stream", 900)).verdict.confidence).toBe("high");
    expect(judge(arriving("text/html", 512 * 1024)).verdict.confidence).toBe("high");
  });
});

describe("a program that was itself kept waiting", () => {
  const late = (given: Observations, heldUpMs = 900): Observations => ({ ...given, heldUpMs });

  test("is less sure of a silence, and says what would help", () => {
    const [calm, busy] = [judge(timesOut()).verdict, judge(late(timesOut())).verdict];
    expect(busy.code).toBe(calm.code);
    expect(CONFIDENCES.indexOf(busy.confidence)).toBeGreaterThan(CONFIDENCES.indexOf(calm.confidence));
    expect(busy.wouldChange.map(({ key }) => key)).toContain("evidence.would-check-when-idle");
    expect(judge(late(timesOut(), 100)).verdict).toEqual(calm);
  });

  test("does not lay its own delays on the line", () => {
    expect(judge(timesOut(lossy(false))).verdict.code).toBe("lossy-path");
    expect(judge(late(timesOut(lossy(false)))).verdict.code).not.toBe("lossy-path");
  });

  test("is as sure as ever of an answer", () => {
    const answered = site(failing({ status: 502, tls: tls() }));
    expect(judge(late(answered)).verdict).toEqual(judge(answered).verdict);
  });
});

describe("nothing loads at all, so a page that surely exists stands in", () => {
  const standIn = (given: Observations): Observations => ({ ...given, target: { ...given.target, anyPage: true } });

  test("its own failure blames nobody while other places answer", () => {
    const { verdict, repairs } = judge(standIn(timesOut()));
    expect(verdict).toMatchObject({ code: "inconclusive", faultSide: "unknown" });
    expect(words(standIn(timesOut()))).toContain("Your connection works");
    expect(repairs.map(({ id }) => id)).not.toContain("contact-site");
  });

  test("its good answer is told as pages in general", () => {
    const fine = site({ http: http({ tls: tls() }), repeat: repeats({ tls: tls() }, { tls: tls() }) });
    expect(words(standIn(fine))).toContain("Pages load from here");
    expect(words(fine)).not.toContain("Pages load from here");
  });

  test("a fault near the person stays what it is", () => {
    const signIn = observe({ ...ONLINE, "captive-portal": portal("intercepted", "intercepted") });
    expect(judge(standIn(signIn)).verdict.code).toBe("captive-portal");
  });
});

describe("a name of one's own link", () => {
  test("that nobody answers for is told with what such names need", () => {
    const denied = observe(
      {
        ...ONLINE,
        "dns-system": lookup({ outcome: "not-found" }),
        "dns-configured": { resolvers: [], upstreamsKnown: false },
        "dns-public": { resolvers: [] },
      },
      { target: target({ host: "printer.local" }) },
    );
    expect(words(denied)).toContain("mDNS");
    expect(words(denied)).not.toContain("There is no site");
  });
});
