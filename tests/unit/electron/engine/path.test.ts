import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { pathOf } from "../../../../electron/engine/path.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import { PATH_NODES, type PathNode } from "../../../../shared/model/path.ts";
import {
  connect,
  deadRouter,
  dns,
  failing,
  gateway,
  HEALTHY,
  http,
  lookup,
  netInterface,
  observe,
  ONLINE,
  onLoopback,
  portal,
  proxyThat,
  publicResolvers,
  references,
  resolver,
  router,
  SITE_V4,
  tls,
  withFacts,
} from "./build-observations.ts";

/** The picture while the check-up runs, as node -> state. */
function live(given: Observations): Record<string, string> {
  return Object.fromEntries(pathOf(given.checks, given.target, null).map(({ node, state }) => [node, state]));
}

/** The picture with its verdict. */
function settled(given: Observations): Record<string, string> {
  return Object.fromEntries(judge(given).path.map(({ node, state }) => [node, state]));
}

describe("the path while the check-up runs", () => {
  it("shows nine unknown places before anything was seen", () => {
    const path = pathOf({}, observe({}).target, null);
    expect(path.map((item) => item.node)).toEqual([...PATH_NODES]);
    expect(path.every((item) => item.state === "unknown")).toBe(true);
  });

  it("lights each place as its own checks end", () => {
    expect(live(observe(HEALTHY))).toEqual({
      device: "ok",
      browser: "unknown",
      "local-network": "ok",
      proxy: "ok",
      provider: "ok",
      resolver: "ok",
      "site-dns": "ok",
      "site-edge": "ok",
      "site-origin": "ok",
    });
  });

  it.each<[string, PathNode, string, Observations]>([
    ["no cable", "device", "fault", observe({ interfaces: { interfaces: [netInterface({ carrier: false })] } })],
    ["a link and nothing more", "device", "ok", observe({ interfaces: { interfaces: [netInterface()] } })],
    [
      "connections are forbidden here",
      "device",
      "fault",
      observe({ tcp: { connects: [connect(SITE_V4, "prohibited")] } }),
    ],
    [
      "a hosts entry",
      "device",
      "warn",
      withFacts(observe(HEALTHY), { "hosts-file": { path: "", entries: [{ address: SITE_V4, line: 1, text: "" }] } }),
    ],
    ["a dead router", "local-network", "fault", observe({ router: deadRouter() })],
    ["a quiet router", "local-network", "warn", observe({ router: deadRouter("unknown") })],
    ["a living router", "local-network", "ok", observe({ router: router() })],
    ["a sign-in page", "local-network", "fault", observe({ "captive-portal": portal("intercepted", "intercepted") })],
    ["a dead proxy", "proxy", "fault", observe({ proxy: proxyThat("refused") })],
    ["a living proxy", "proxy", "ok", observe({ proxy: proxyThat("connected") })],
    ["a proxy not yet tried", "proxy", "unknown", observe({ proxy: { ...proxyThat("refused"), connect: null } })],
    ["a reader", "proxy", "warn", withFacts(observe(HEALTHY), { tls: { handshakes: [tls({ root: "system-only" })] } })],
    [
      "nothing outside answers, the router does",
      "provider",
      "fault",
      observe({ references: references("fails"), router: router() }),
    ],
    ["nothing outside answers", "provider", "unknown", observe({ references: references("fails") })],
    [
      "somebody answers in others' place",
      "provider",
      "warn",
      withFacts(observe(HEALTHY), { "dns-interception": { unroutable: dns(), location: [], canary: null } }),
    ],
    [
      "a silent resolver",
      "resolver",
      "fault",
      observe({ "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false } }),
    ],
    [
      "a silent resolver, the name is found",
      "resolver",
      "warn",
      observe({
        "dns-system": lookup(),
        "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
      }),
    ],
    [
      "a failing resolver",
      "resolver",
      "fault",
      observe({ "dns-configured": { resolvers: [resolver({ outcome: "servfail" })], upstreamsKnown: false } }),
    ],
    [
      "a filter",
      "resolver",
      "fault",
      observe({ "dns-configured": { resolvers: [resolver({ addresses: ["0.0.0.0"] })], upstreamsKnown: false } }),
    ],
    [
      "one of two resolvers silent",
      "resolver",
      "warn",
      observe({
        "dns-configured": { resolvers: [resolver(), resolver({ outcome: "timeout" })], upstreamsKnown: false },
      }),
    ],
    ["the name is found by the system only", "resolver", "ok", observe({ "dns-system": lookup() })],
    ["nobody finds the name", "site-dns", "fault", observe({ "dns-public": publicResolvers({ outcome: "nxdomain" }) })],
    [
      "the own resolver does not find it",
      "site-dns",
      "warn",
      observe({ "dns-configured": { resolvers: [resolver({ outcome: "nxdomain" })], upstreamsKnown: false } }),
    ],
    [
      "a bad certificate",
      "site-edge",
      "fault",
      observe({ tcp: { connects: [connect(SITE_V4)] }, tls: { handshakes: [tls({ outcome: "expired" })] } }),
    ],
    [
      "a refusal, others answer",
      "site-edge",
      "fault",
      observe({ references: references(), tcp: { connects: [connect(SITE_V4, "refused")] } }),
    ],
    [
      "a refusal, others not asked",
      "site-edge",
      "unknown",
      observe({ tcp: { connects: [connect(SITE_V4, "refused")] } }),
    ],
    [
      "one address of two",
      "site-edge",
      "warn",
      observe({ references: references(), tcp: { connects: [connect(SITE_V4), connect("203.0.113.99", "refused")] } }),
    ],
    ["a connection", "site-edge", "ok", observe({ tcp: { connects: [connect(SITE_V4)] } })],
    ["a gateway's error", "site-origin", "fault", observe(failing({ status: 502 }, gateway()))],
    ["a missing page", "site-origin", "warn", observe(failing({ status: 404 }))],
    ["silence after the connection", "site-origin", "fault", observe({ http: http({ outcome: "headers-timeout" }) })],
    ["no answer yet", "site-origin", "unknown", observe({ http: http({ outcome: "connect-timeout" }) })],
  ])("with %s, %s is %s", (_name, node, state, given) => {
    expect(live(given)[node]).toBe(state);
  });

  it("leaves out the network for a target on this machine", () => {
    expect(live(onLoopback({ http: http({ address: "127.0.0.1" }) }))).toMatchObject({
      device: "ok",
      "local-network": "unknown",
      provider: "unknown",
      resolver: "unknown",
      "site-dns": "unknown",
      "site-edge": "ok",
      "site-origin": "ok",
    });
    expect(live(onLoopback({}))["device"]).toBe("unknown");
  });
});

describe("the path with its verdict", () => {
  it("has one fault only: other troubled places are warnings", () => {
    const path = settled(
      observe({
        ...ONLINE,
        ...failing({ status: 502, tls: tls() }, gateway()),
        "dns-configured": { resolvers: [resolver(), resolver({ outcome: "timeout" })], upstreamsKnown: false },
      }),
    );
    expect(path).toMatchObject({ resolver: "warn", "site-edge": "ok", "site-origin": "fault" });
  });

  it("does not know what lies behind a broken way out", () => {
    const path = settled(
      observe({
        interfaces: { interfaces: [netInterface({ carrier: false })] },
        "dns-system": lookup({ outcome: "timeout" }),
        "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
      }),
    );
    expect(path).toMatchObject({ device: "fault", resolver: "unknown", "site-origin": "unknown" });
  });

  it("puts a person's word into the browser", () => {
    expect(settled(observe(HEALTHY, { answers: { "browser-fails": "yes" } }))["browser"]).toBe("fault");
  });
});
