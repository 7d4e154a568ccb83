import type { ConnectObservation } from "../../../shared/model/facts/connect-facts.ts";
import type { TlsObservation, TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
import { elapsedMs } from "../deadline.ts";
import { LIMITS } from "../limits.ts";
import { type ProbeOptions, familyOf } from "../probes.ts";
import { openConnection } from "../tcp/open-connection.ts";
import { type Trust, systemTrust } from "./system-trust.ts";
import { openTlsSession, sniOf } from "./tls-session.ts";

/** Where to shake hands. `serverName` is the name the certificate must fit and the SNI; null: the address itself. */
export interface TlsPeer {
  readonly address: string;
  readonly port: number;
  readonly serverName: string | null;
}

/** What browsers offer; a server that speaks neither has no business on this port, but must not fail for our silence. */
const BROWSER_ALPN = ["h2", "http/1.1"];

/** A failed connect in the words of a handshake; the exact reason stays in errno. */
function outcomeOfConnect({ outcome }: ConnectObservation): TlsOutcome {
  return outcome === "timeout" || outcome === "cancelled" || outcome === "reset" ? outcome : "error";
}

function withoutSession(peer: TlsPeer, connect: ConnectObservation): TlsObservation {
  return {
    address: peer.address,
    family: familyOf(peer.address),
    port: peer.port,
    serverName: peer.serverName === null ? null : sniOf(peer.serverName),
    outcome: outcomeOfConnect(connect),
    errno: connect.errno,
    protocol: null,
    cipher: null,
    alpn: null,
    chain: [],
    root: "unknown",
    clientCertificateAsked: false,
    ms: connect.ms,
  };
}

/**
 * One TLS handshake, judged with what the operating system trusts. This is the one place that looks at an untrusted
 * certificate, so as to say what is wrong with it: it completes the handshake, sends no application data whatever the
 * outcome, and closes. Nothing that carries a request uses it. A failed connect is `timeout`, `reset`, `cancelled` or
 * `error` with the connect's errno. Limit: `LIMITS.tlsHandshakeMs` for connect and handshake together.
 */
export async function tlsHandshake(
  peer: TlsPeer,
  options: ProbeOptions,
  trust: Trust = systemTrust(),
): Promise<TlsObservation> {
  const startedAt = performance.now();
  const limit = options.timeoutMs ?? LIMITS.tlsHandshakeMs;
  const { socket, observation: connect } = await openConnection(peer.address, peer.port, {
    ...options,
    timeoutMs: limit,
  });
  if (socket === null) return withoutSession(peer, connect);
  const { observation } = await openTlsSession(socket, {
    host: peer.serverName ?? peer.address,
    address: peer.address,
    port: peer.port,
    alpn: BROWSER_ALPN,
    trust,
    signal: options.signal,
    timeoutMs: Math.max(1, limit - elapsedMs(startedAt)),
    purpose: "look",
  });
  return { ...observation, ms: elapsedMs(startedAt) };
}
