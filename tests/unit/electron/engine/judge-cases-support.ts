import type { Answers } from "../../../../shared/model/answers.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import type { CheckFacts } from "../../../../shared/model/facts/check-facts.ts";
import type { FaultSide } from "../../../../shared/model/fault-side.ts";
import type { TlsOutcome } from "../../../../shared/model/facts/tls-facts.ts";
import {
  connect,
  exchange,
  type FactsMap,
  failing,
  gateway,
  HEALTHY,
  http,
  lookup,
  observe,
  OLD_V4,
  ONLINE,
  portal,
  proxyThat,
  publicResolvers,
  references,
  repeats,
  resolver,
  SITE_V4,
  target,
  tls,
} from "./build-observations.ts";

/** One set of observations, and what must be made of it. */
export interface Case {
  readonly name: string;
  readonly given: Observations;
  readonly side?: FaultSide;
  readonly context?: string;
}

export const plain = target({ scheme: "http" });
export const NOTHING: FactsMap = {
  references: references("fails"),
  "captive-portal": portal("failed", "failed"),
  "dns-system": lookup({ outcome: "timeout" }),
  "dns-configured": { resolvers: [resolver({ outcome: "timeout" })], upstreamsKnown: false },
  "dns-public": publicResolvers({ outcome: "timeout" }),
  proxy: ONLINE.proxy!,
  "hosts-file": ONLINE["hosts-file"]!,
};
export const HERE = {
  interfaces: ONLINE.interfaces!,
  address: ONLINE.address!,
  "default-route": ONLINE["default-route"]!,
};

export function site(facts: FactsMap, said: Answers = {}): Observations {
  return observe({ ...ONLINE, ...facts }, { answers: said });
}

export function refused(change: FactsMap = {}, address = SITE_V4): Observations {
  return site({
    tcp: { connects: [connect(address, "refused")] },
    tls: { handshakes: [] },
    ...failing({ outcome: "connect-refused", address }),
    ...change,
  });
}

/** Names that nobody answers here, while the public resolvers do. */
export function noName(own: Partial<CheckFacts["dns-configured"]>, change: FactsMap = {}): Observations {
  return site({
    "dns-system": lookup({ outcome: "temporary-failure" }),
    "dns-configured": { resolvers: [], upstreamsKnown: false, ...own },
    http: http({ tls: tls() }),
    repeat: repeats({ tls: tls() }, { tls: tls() }),
    ...change,
  });
}

export function certificate(outcome: TlsOutcome, change: FactsMap = {}): Observations {
  const bad = tls({ outcome });
  return site({ tls: { handshakes: [bad] }, ...failing({ outcome: "tls-failed", tls: bad }), ...change });
}

export function forged(issuer: string): FactsMap {
  const bad = tls({ outcome: "untrusted-root", root: "none", chain: [{ ...tls().chain[0]!, issuer }] });
  return { tls: { handshakes: [bad] }, ...failing({ outcome: "tls-failed", tls: bad }) };
}

export function status(code: number, classified: Parameters<typeof gateway>[0] | null = null, body = ""): Observations {
  return site(
    failing({ status: code, tls: tls(), bodySample: body }, classified === null ? null : gateway(classified)),
  );
}

export function answers(said: Answers): Observations {
  return observe(HEALTHY, { answers: { "browser-fails": "yes", ...said } });
}

export const otherAddress = publicResolvers();
export const OLD_ADDRESS: FactsMap = {
  "dns-system": lookup({ addresses: [OLD_V4] }),
  "dns-configured": { resolvers: [resolver({ addresses: [OLD_V4] })], upstreamsKnown: false },
  "dns-public": otherAddress,
};

export function unfound(change: FactsMap = {}): Observations {
  return site({
    "dns-system": lookup({ outcome: "not-found" }),
    "dns-configured": { resolvers: [resolver({ outcome: "nxdomain" })], upstreamsKnown: false },
    "dns-public": publicResolvers({ outcome: "nxdomain" }),
    tcp: { connects: [] },
    tls: { handshakes: [] },
    ...change,
  });
}

export function stalled(mtu: Partial<CheckFacts["path-mtu"]>): Observations {
  return site({
    ...failing({ outcome: "body-timeout", tls: tls() }),
    "path-mtu": {
      largestPassing: 1400,
      smallestVanishing: 1420,
      errorReturned: false,
      largeStalled: 2,
      smallPassed: 1,
      ...mtu,
    },
  });
}

export const lossy = (home: boolean): FactsMap => ({
  "path-quality": {
    samples: [
      { address: "1.1.1.1", role: "reference", how: "tcp", sent: 10, lost: 4, medianMs: 300, spreadMs: 100 },
      { address: "8.8.8.8", role: "reference", how: "tcp", sent: 10, lost: 3, medianMs: 300, spreadMs: 100 },
      { address: "192.168.1.1", role: "router", how: "ping", sent: 10, lost: home ? 4 : 0, medianMs: 2, spreadMs: 1 },
    ],
  },
});

export const tunnel: CheckFacts["default-route"] = {
  routes: [{ family: "v4", gateway: null, interfaceName: "tun0", metric: 50, tunnel: true }],
};

export const elsewhere = (ok: boolean): CheckFacts["vantage"] => ({
  refusal: null,
  results: [
    { place: "Paris", status: ok ? 200 : null, outcome: ok ? "response" : "failed", address: SITE_V4 },
    { place: "Tokyo", status: ok ? 200 : null, outcome: ok ? "response" : "failed", address: SITE_V4 },
  ],
});

export const clock = (minutes: number): CheckFacts["clock"] => ({
  offsets: [
    { source: "a.example", offsetMs: minutes * 60_000 },
    { source: "b.example", offsetMs: minutes * 60_000 + 900 },
  ],
  medianOffsetMs: minutes * 60_000 + 450,
});

export const timesOut = (change: FactsMap = {}): Observations =>
  site({
    tcp: { connects: [connect(SITE_V4, "timeout")] },
    tls: { handshakes: [] },
    http: http({ outcome: "connect-timeout" }),
    repeat: { attempts: [], spacingMs: 450 },
    ...change,
  });

export const throughProxy = (last: Parameters<typeof exchange>[0], more: FactsMap = {}): Observations =>
  observe(
    {
      ...ONLINE,
      proxy: proxyThat("connected"),
      ...failing({ proxy: "10.0.0.8:3128", address: null, ...last }),
      ...more,
    },
    { target: plain },
  );

export const squid = gateway({
  signatureId: "squid-connect-fail",
  vendor: "Squid",
  hop: "corporate-proxy",
  faultSide: "proxy",
  kind: "proxy-own-fault",
});
