import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import {
  connect,
  deadRouter,
  dns,
  failing,
  gateway,
  HEALTHY,
  http,
  observe,
  ONLINE,
  publicResolvers,
  references,
  resolver,
  SITE_V4,
  target,
  tls,
  withFacts,
  without,
} from "./build-observations.ts";
import { FAR_TWINS } from "./judge-twins-far.ts";
import { NEAR_TWINS } from "./judge-twins-near.ts";
import { site, expired, certificate, dark } from "./judge-twins-support.ts";

describe("the twin of a row", () => {
  it.each(
    [...NEAR_TWINS, ...FAR_TWINS].map((twin) => [`${twin.row} becomes ${twin.becomes}: ${twin.rival}`, twin] as const),
  )("%s", (_name, twin) => {
    const { verdict } = judge(twin.given);
    expect({ code: verdict.code, evidence: verdict.evidence.map((item) => item.fact.key) }).toMatchObject({
      code: twin.becomes,
    });
  });
});

describe("a look from elsewhere", () => {
  const bad = failing({ status: 502, tls: tls() }, gateway());
  const places = (status: number | null) => ({
    vantage: {
      refusal: null,
      results: [
        {
          place: "Paris",
          status,
          outcome: status === null ? ("failed" as const) : ("response" as const),
          address: null,
        },
      ],
    },
  });

  it("keeps a gateway's error certain when others see it too, and not when they do not", () => {
    expect(judge(site({ ...bad, ...places(502) })).verdict).toMatchObject({
      code: "gateway-error",
      confidence: "high",
    });
    const { verdict } = judge(site({ ...bad, ...places(200) }));
    expect(verdict).toMatchObject({ code: "gateway-error", confidence: "medium" });
    expect(verdict.leftOpen.map((item) => item.code)).toEqual(["site-partial"]);
  });

  it("takes the person's other device for the way's fault, never with certainty", () => {
    const silent = {
      tcp: { connects: [connect(SITE_V4, "timeout")] },
      tls: { handshakes: [] },
      http: http({ outcome: "connect-timeout" }),
    };
    const { verdict } = judge(observe({ ...ONLINE, ...silent }, { answers: { "other-device-works": "yes" } }));
    expect(verdict).toMatchObject({ code: "site-unreachable", faultSide: "provider", confidence: "medium" });
    expect(verdict.evidence.map((item) => item.fact.key)).toContain("evidence.answer-other-device-works");
    const told = judge(observe({ ...ONLINE, ...silent }, { answers: { "other-device-works": "no" } })).verdict;
    expect(told.faultSide).toBe("site-edge");
  });
});

describe("a rival that is open", () => {
  it.each([
    [
      "the portal was not looked for",
      without(observe({ ...ONLINE, ...failing({ status: 502 }, gateway()) }), "captive-portal"),
      "captive-portal",
    ],
    ["the clock was not compared", without(certificate(expired), "clock"), "clock-wrong"],
    [
      "the request was not repeated",
      without(observe({ ...ONLINE, ...failing({ status: 502, tls: tls() }, gateway()) }), "repeat"),
      "intermittent",
    ],
    [
      "no other resolver was asked",
      without(observe({ ...ONLINE, ...failing({ status: 502, tls: tls() }, gateway()) }), "dns-public"),
      "resolver-stale",
    ],
    [
      "no reference was asked",
      without(
        site({ tcp: { connects: [connect(SITE_V4, "refused")] }, http: http({ outcome: "connect-refused" }) }),
        "references",
        "captive-portal",
        "clock",
        "dns-public",
      ),
      "local-firewall",
    ],
  ] as const)("lowers the confidence and is named: %s", (_name, given, rival) => {
    const { verdict } = judge(given);
    expect(verdict.leftOpen.map((item) => item.code)).toContain(rival);
    expect(verdict.confidence).not.toBe("high");
    expect(verdict.wouldChange.length).toBeGreaterThan(0);
  });
});

describe("findings", () => {
  it("name what is broken beside a healthy site", () => {
    const { verdict, findings } = judge(
      withFacts(observe(HEALTHY), {
        references: references("works", "fails"),
        "dns-configured": { resolvers: [resolver({ ms: 900 })], upstreamsKnown: false },
        "dns-interception": { unroutable: dns(), location: [], canary: null },
        "dns-public": publicResolvers({ outcome: "timeout" }, {}),
      }),
    );
    expect(verdict.code).toBe("healthy");
    expect(findings.map((finding) => finding.code).toSorted()).toEqual(
      ["dns-interception", "dns-port-blocked", "ipv6-broken", "resolver-slow"].toSorted(),
    );
    expect(findings.every((finding) => finding.severity !== "problem")).toBe(true);
  });

  it("keep quiet about names when there is no link", () => {
    const { findings } = judge(
      site({
        ...dark,
        interfaces: { interfaces: [] },
        router: deadRouter(),
        "default-route": { routes: [] },
        address: { v4: "none", v6: "none" },
      }),
    );
    expect(findings).toEqual([]);
  });

  it("say that one port fails to everybody, without naming a culprit", () => {
    const { verdict, findings } = judge(
      observe(
        {
          ...ONLINE,
          references: {
            v4: "works",
            v6: "not-checked",
            connects: [connect("1.1.1.1", "connected", 443), connect("8.8.8.8", "timeout", 8443)],
          },
          tcp: { connects: [connect(SITE_V4, "timeout", 8443)] },
          http: http({ outcome: "connect-timeout" }),
        },
        { target: target({ port: 8443 }) },
      ),
    );
    expect(verdict.code).toBe("site-unreachable");
    expect(findings).toMatchObject([{ code: "local-firewall", side: "unknown" }]);
  });
});
