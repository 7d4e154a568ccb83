import { ANSWER_VALUES, type Answers } from "../../../../shared/model/answers.ts";
import { CHECK_IDS, type CheckId } from "../../../../shared/model/check-id.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import { CONNECT_OUTCOMES } from "../../../../shared/model/facts/connect-facts.ts";
import { DNS_OUTCOMES } from "../../../../shared/model/facts/dns-facts.ts";
import { HTTP_OUTCOMES } from "../../../../shared/model/facts/http-facts.ts";
import { TLS_OUTCOMES } from "../../../../shared/model/facts/tls-facts.ts";
import { CONFIDENCES } from "../../../../shared/model/confidence.ts";
import { FAULT_SIDES } from "../../../../shared/model/fault-side.ts";
import { GATEWAY_KINDS, HOPS } from "../../../../shared/model/gateway.ts";
import {
  attempt,
  connect,
  dns,
  exchange,
  gateway,
  netInterface,
  observe,
  proxySetting,
  resolver,
  router,
  target,
  tls,
} from "./build-observations.ts";

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ADDRESSES = [
  "203.0.113.10",
  "203.0.113.99",
  "2606:4700::10",
  "10.0.0.1",
  "0.0.0.0",
  "127.0.0.1",
  "not an address",
];
const STATUSES = [
  200, 204, 301, 302, 304, 400, 401, 403, 404, 407, 410, 418, 429, 451, 495, 500, 501, 502, 503, 504, 511, 520, 521,
  524, 529, 530, 599, 999,
];

/** Any facts whatever: mostly contradictory, sometimes absurd, always of the right shape. */
export function randomObservations(random: () => number): Observations {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const maybe = <Item>(item: Item): Item | null => (random() < 0.5 ? item : null);
  const some = <Item>(make: () => Item, most = 3): readonly Item[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const address = (): string => pick(ADDRESSES);
  const scope = () => pick(["loopback", "private", "shared", "public"] as const);
  const connects = () => connect(address(), pick(CONNECT_OUTCOMES), pick([80, 443]));
  const question = (transport: "udp" | "doh" = "udp") =>
    dns({
      transport,
      outcome: pick(DNS_OUTCOMES),
      addresses: some(address, 2),
      ms: random() * 4_000,
      name: pick(["shop.example", "gg-a.invalid"]),
      ede: some(() => ({ code: pick([3, 15, 17]), text: "" }), 1),
    });
  const server = () =>
    resolver(
      {},
      { scope: scope(), target: some(() => question(pick(["udp", "doh"] as const))), control: maybe(question()) },
    );
  const handshake = () =>
    tls({
      address: address(),
      outcome: pick(TLS_OUTCOMES),
      root: pick(["bundled", "system-only", "extra", "none", "unknown"] as const),
      chain: random() < 0.3 ? [] : tls().chain,
      clientCertificateAsked: random() < 0.1,
    });
  const request = () =>
    exchange({
      outcome: random() < 0.5 ? "response" : pick(HTTP_OUTCOMES),
      status: maybe(pick(STATUSES)),
      address: maybe(address()),
      proxy: random() < 0.2 ? "10.0.0.8:3128" : null,
      tls: maybe(handshake()),
      headers: some(
        () =>
          pick([
            ["retry-after", "30"],
            ["retry-after", "soon"],
            ["date", "x"],
            ["retry-after", "9999"],
          ] as const),
        2,
      ),
      bodySample: pick([
        "",
        "<title>Under maintenance</title>",
        "<h1>This domain is for sale</h1>",
        "No required SSL certificate was sent",
      ]),
    });
  const maker = () =>
    maybe(
      gateway({
        kind: pick(GATEWAY_KINDS),
        hop: pick(HOPS),
        faultSide: pick(FAULT_SIDES),
        confidence: pick(CONFIDENCES),
        vendor: maybe("nginx"),
        signatureId: maybe("x"),
      }),
    );
  const reach = () => pick(["works", "fails", "not-checked"] as const);
  const facts: { readonly [Id in CheckId]: () => CheckFacts[Id] } = {
    interfaces: () => ({
      interfaces: some(() =>
        netInterface({
          up: random() < 0.5,
          carrier: pick([true, false, null]),
          kind: pick(["ethernet", "virtual", "tunnel", "loopback"] as const),
        }),
      ),
    }),
    address: () => ({
      v4: pick(["routable", "link-local-only", "none"] as const),
      v6: pick(["routable", "link-local-only", "none"] as const),
    }),
    "default-route": () => ({
      routes: some(() => ({
        family: "v4" as const,
        gateway: maybe("192.168.1.1"),
        interfaceName: "eth0",
        metric: null,
        tunnel: random() < 0.3,
      })),
    }),
    router: () => ({
      routers: some(
        () =>
          router({
            ping: maybe({
              address: "192.168.1.1",
              sent: 2,
              received: pick([0, 2]),
              medianMs: maybe(1),
              failure: pick(["no-reply", "unreachable", "no-tool", null] as const),
            }),
            neighbour: pick(["reachable", "stale", "failed", "absent", "unknown"] as const),
            tcp: maybe(connects()),
          }).routers[0]!,
      ),
    }),
    references: () => ({ connects: some(connects), v4: reach(), v6: reach() }),
    "path-quality": () => ({
      samples: some(() => ({
        address: address(),
        role: pick(["router", "reference", "target"] as const),
        how: "tcp" as const,
        sent: pick([0, 5, 10]),
        lost: pick([0, 3, 5]),
        medianMs: maybe(random() * 3_000),
        spreadMs: null,
      })),
    }),
    "captive-portal": () => ({
      probes: some(() => ({
        url: "http://a/",
        outcome: pick(["as-expected", "intercepted", "failed"] as const),
        status: null,
        location: null,
      })),
      unroutableAnswered: pick([true, false, null]),
      loginUrl: maybe("http://portal/"),
    }),
    "hosts-file": () => ({ path: "/etc/hosts", entries: some(() => ({ address: address(), line: 1, text: "" }), 1) }),
    "dns-system": () => {
      const outcome = () =>
        pick(["answer", "not-found", "temporary-failure", "timeout", "cancelled", "error"] as const);
      const lookup = () => ({
        name: "shop.example",
        outcome: outcome(),
        addresses: some(address, 2),
        errno: null,
        ms: 1,
      });
      return { lookup: lookup(), control: maybe(lookup()) };
    },
    "dns-configured": () => ({ resolvers: some(server), upstreamsKnown: random() < 0.3 }),
    "dns-public": () => ({ resolvers: some(server) }),
    "dns-made-up": () => ({ configured: some(() => question()), public: some(() => question()) }),
    "dns-dnssec": () => ({ withoutChecking: some(() => question()), good: null, bad: null }),
    "dns-interception": () => ({
      unroutable: maybe(question()),
      location: some(() => ({ observation: question(), standard: pick([true, false, null]) })),
      canary: null,
    }),
    proxy: () => {
      const setting = proxySetting({
        host: pick(["127.0.0.1", "10.0.0.8", null]),
        kind: pick(["manual", "pac"] as const),
        pacUrl: maybe("http://wpad/"),
      });
      return {
        settings: [setting],
        applies: maybe(setting),
        connect: maybe(connects()),
        pac: pick(["fetched", "unreachable", "invalid", null] as const),
      };
    },
    tcp: () => ({ connects: some(connects) }),
    tls: () => ({ handshakes: some(handshake) }),
    clock: () => ({
      offsets: some(() => ({ source: pick(["shop.example", "a.example"]), offsetMs: (random() - 0.5) * 4_000_000 })),
      medianOffsetMs: maybe((random() - 0.5) * 4_000_000),
    }),
    http: () => ({
      chain: some(request),
      redirects: pick(["final", "loop", "too-many", "to-private", "bad-location", "not-followed"] as const),
      gateway: maker(),
      fellBackToHttp: random() < 0.1,
    }),
    repeat: () => ({
      attempts: some(
        () =>
          attempt(pick(["none", "address", "family", "path", "cache", "resolver", "proxy"] as const), request(), {
            gateway: maker(),
          }),
        6,
      ),
      spacingMs: 450,
    }),
    "path-mtu": () => ({
      largestPassing: maybe(1400),
      smallestVanishing: maybe(1420),
      errorReturned: pick([true, false, null]),
      largeStalled: pick([0, 1, 2]),
      smallPassed: pick([0, 1]),
    }),
    vantage: () => ({
      results: some(() => ({
        place: "Paris",
        status: maybe(pick(STATUSES)),
        outcome: pick(["response", "failed"] as const),
        address: null,
      })),
      refusal: null,
    }),
  };
  const seen = Object.fromEntries(CHECK_IDS.filter(() => random() < 0.7).map((id) => [id, facts[id]()]));
  const answers = Object.fromEntries(
    Object.entries(ANSWER_VALUES)
      .filter(() => random() < 0.3)
      .map(([key, values]) => [key, pick<string>(values)]),
  ) as Answers;
  const kind = pick(["name", "name", "name", "literal", "loopback"] as const);
  const host = { name: "shop.example", literal: pick(["203.0.113.10", "10.0.0.1"]), loopback: "127.0.0.1" }[kind];
  return observe(seen, {
    target: target({ kind, host, scheme: pick(["http", "https"] as const) }),
    answers,
    stopped: pick(["no", "hard-stop", "cancelled"] as const),
  });
}
