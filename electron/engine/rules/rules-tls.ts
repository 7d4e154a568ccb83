import type { TlsObservation, TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import { saysClientCertificate } from "./page-words.ts";
import { CLOCK_LIMIT_MS, clockWrong, proxyAside, proxyError, tlsIntercepted } from "./rivals/rivals.ts";
import { nameKnown, resolverStale } from "./rivals/rivals-names.ts";
import { type Candidate, type Rival, type Rule, open, out } from "./rule.ts";
import type { Signals } from "./signals/signals.ts";

function clockRule(s: Signals): Candidate | null {
  if (s.clock === null || Math.abs(s.clock.offsetMs) <= CLOCK_LIMIT_MS || s.clock.sources < 2) return null;
  // Ahead makes certificates look expired; behind, not yet valid. The other way round the certificate is at fault.
  const ahead = s.clock.offsetMs > 0;
  const explains = s.works !== "yes" && s.tls.outcome === (ahead ? "expired" : "not-yet-valid");
  const minutes = Math.round(Math.abs(s.clock.offsetMs) / 60_000);
  return {
    side: "device",
    base: "high",
    values: { minutes, context: ahead ? "ahead" : "behind" },
    evidence: [
      saw("clock", ahead ? say("clock-ahead", { count: minutes }) : say("clock-behind", { count: minutes })),
      ...(explains ? [saw("tls", say("certificate-dates"))] : []),
    ],
    explains,
  };
}

/** The certificate's own dates, seen with a right clock. */
const reallyExpired: Rival = {
  code: "tls-expired",
  decide: (s) => ((s.clock?.sources ?? 0) >= 2 ? out(say("because-clocks-agree")) : open(say("would-set-clock"))),
};

const TLS_CODES: Readonly<Partial<Record<TlsOutcome, TlsCode>>> = {
  expired: "tls-expired",
  "not-yet-valid": "tls-expired",
  "wrong-name": "tls-wrong-name",
  "self-signed": "tls-untrusted",
  "untrusted-root": "tls-untrusted",
  "incomplete-chain": "tls-untrusted",
  revoked: "tls-untrusted",
  "bad-certificate": "tls-untrusted",
  "protocol-mismatch": "tls-protocol",
  "not-tls": "tls-protocol",
  alert: "tls-protocol",
  reset: "tls-protocol",
  closed: "tls-protocol",
};

type TlsCode = "tls-expired" | "tls-wrong-name" | "tls-untrusted" | "tls-protocol";

function tlsFault(code: TlsCode): (s: Signals) => Candidate | null {
  return (s) => {
    const bad = handshakeInTheWay(s);
    if (bad === null || TLS_CODES[bad.outcome] !== code) return null;
    const count = s.tls.failed.length;
    return {
      side: "site-edge",
      base: "high",
      values: { context: bad.outcome },
      evidence: [saw("tls", TLS_FACTS[code](bad)), saw("tls", say("on-every-address", { count }))],
    };
  };
}

/** The handshake that keeps the person out; null when none does (no name, a good answer, or plain http instead). */
function handshakeInTheWay(s: Signals): TlsObservation | null {
  if (s.tls.state !== "bad" || s.works === "yes" || s.lookupFails) return null;
  return s.stage === "answered" && s.http.fellBackToHttp ? null : s.tls.bad;
}

const TLS_FACTS: Readonly<Record<TlsCode, (bad: TlsObservation) => Evidence["fact"]>> = {
  "tls-expired": ({ outcome, chain }) =>
    outcome === "expired"
      ? say("certificate-expired", { date: dayOf(chain[0]?.validTo) })
      : say("certificate-not-yet-valid", { date: dayOf(chain[0]?.validFrom) }),
  "tls-wrong-name": ({ chain }) =>
    say("certificate-wrong-name", { names: chain[0]?.names.slice(0, 3).join(", ") || "?" }),
  "tls-untrusted": ({ outcome, chain }) => untrustedFact(outcome, chain[0]?.issuer ?? ""),
  "tls-protocol": ({ outcome, errno }) => handshakeFact(outcome, errno),
};

/** The day of an ISO time. */
function dayOf(time: string | undefined): string {
  return time?.slice(0, 10) ?? "?";
}

function untrustedFact(outcome: TlsOutcome, issuer: string): Evidence["fact"] {
  if (outcome === "self-signed") return say("certificate-self-signed");
  if (outcome === "incomplete-chain") return say("certificate-chain-incomplete");
  if (outcome === "revoked") return say("certificate-revoked");
  return say("certificate-untrusted", { issuer: issuer || "?" });
}

function handshakeFact(outcome: TlsOutcome, errno: string | null): Evidence["fact"] {
  if (outcome === "not-tls") return say("handshake-not-tls");
  if (outcome === "reset" || outcome === "closed") return say("handshake-broken-off");
  return say("handshake-refused", { errno: errno ?? outcome });
}

function clientCertificate(s: Signals): Candidate | null {
  if (s.works === "yes" || s.lookupFails) return null;
  if (s.tls.state === "bad" && s.tls.outcome === "client-certificate-required") {
    return { side: "device", base: "high", evidence: [saw("tls", say("client-certificate-handshake"))] };
  }
  const main = s.http.main;
  if (main === null || main.ending !== "bad") return null;
  const says = saysClientCertificate(main.exchange) || main.gateway?.kind === "client-certificate";
  const refused = s.tls.clientCertificateAsked && (main.status === 400 || main.status === 403);
  if (!says && !refused) return null;
  return { side: "device", base: says ? "high" : "medium", evidence: [saw("http", say("client-certificate-page"))] };
}

/** The clock is judged before the certificates. */
export const CLOCK_RULES: readonly Rule[] = [
  { code: "clock-wrong", layer: "device", applies: clockRule, rivals: [reallyExpired] },
];

const TLS_RIVALS: readonly Rival[] = [tlsIntercepted, resolverStale, nameKnown, proxyAside];

/** Certificates and handshakes. */
export const TLS_RULES: readonly Rule[] = [
  { code: "client-certificate", layer: "tls", applies: clientCertificate, rivals: [] },
  { code: "tls-expired", layer: "tls", applies: tlsFault("tls-expired"), rivals: [clockWrong, ...TLS_RIVALS] },
  { code: "tls-wrong-name", layer: "tls", applies: tlsFault("tls-wrong-name"), rivals: [...TLS_RIVALS] },
  { code: "tls-untrusted", layer: "tls", applies: tlsFault("tls-untrusted"), rivals: [...TLS_RIVALS] },
  { code: "tls-protocol", layer: "tls", applies: tlsFault("tls-protocol"), rivals: [proxyError, ...TLS_RIVALS] },
];
