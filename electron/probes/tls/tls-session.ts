import type { X509Certificate } from "node:crypto";
import { type Socket, isIP } from "node:net";
import { type TLSSocket, connect } from "node:tls";
import type { TlsObservation, TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
import { elapsedMs, onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { familyOf } from "../probes.ts";
import { certificateFacts, chainOf, originOfRoot } from "./certificate-facts.ts";
import { isCertificateCode, judgeCertificate } from "./judge-certificate.ts";
import type { Trust } from "./system-trust.ts";
import { tlsErrorOutcome } from "./tls-error-outcome.ts";

/** What a session is opened for. */
export interface SessionPlan {
  /** Name or IP literal that the certificate must fit. */
  readonly host: string;
  /** Peer of the socket: the site, or the proxy that the tunnel goes through. */
  readonly address: string;
  readonly port: number;
  /** Application protocols offered, best first. */
  readonly alpn: readonly string[];
  readonly trust: Trust;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /**
   * `use`: the runtime itself refuses an untrusted certificate and the socket of a trusted session is handed out.
   * `look`: the certificate is looked at whatever it is, nothing is ever sent and no socket is handed out.
   */
  readonly purpose: "use" | "look";
  /** Whether this runtime tells that a client certificate was asked for; {@link RUNTIME_SEES_REQUESTS} when absent. */
  readonly seesRequests?: boolean;
}

/** Node's OpenSSL tells what a server's certificate request holds; Electron's BoringSSL never does. */
const RUNTIME_SEES_REQUESTS = process.versions["electron"] === undefined;

/** How a session ended or, for `use` and outcome `trusted`, the open socket (the caller's to close). */
export interface OpenedSession {
  readonly observation: TlsObservation;
  readonly socket: TLSSocket | null;
}

/**
 * How long to wait for a server's second thoughts when it asked for a client certificate, ms: in TLS 1.3 its refusal
 * comes a round trip after our side has finished (RFC 8446, 4.4.2.4).
 */
const REFUSAL_WAIT_MS = 1_000;

/** The same where nothing is known of a request: round trips that were just measured, but at least this, ms. */
const SHORT_REFUSAL_WAIT_MS = 100;

/** SNI is for names only (RFC 6066, section 3), without the root's dot. Null for IP literals. */
export function sniOf(host: string): string | null {
  const name = host.replace(/\.$/, "");
  return isIP(name) !== 0 || name === "" ? null : name;
}

/**
 * Did the server ask for a client certificate? Its request is the only thing from which a client learns the peer's
 * signature algorithms.
 */
function asksForCertificate(socket: TLSSocket): boolean {
  try {
    return socket.getSharedSigalgs().length > 0;
  } catch {
    return false; // the session is gone: what was seen before stands
  }
}

/** What was seen of a session so far. */
class Evidence {
  readonly #seesRequests: boolean;
  chain: readonly X509Certificate[] = [];
  asked = false;
  keysAgreed = false;
  protocol: string | null = null;
  cipher: string | null = null;
  alpn: string | null = null;

  constructor(seesRequests: boolean) {
    this.#seesRequests = seesRequests;
  }

  /** Key material appears after the server's flight was read, the last moment that a TLS 1.2 refusal leaves us. */
  readKeys(socket: TLSSocket): void {
    this.keysAgreed = true;
    if (this.#seesRequests) this.asked ||= asksForCertificate(socket);
  }

  /**
   * How long the server may still refuse, ms. In TLS 1.2 it has already agreed; in TLS 1.3 a client certificate that it
   * misses is told afterwards. Zero when nothing is to come.
   */
  refusalWait(handshakeMs: number): number {
    if (this.protocol !== "TLSv1.3") return 0;
    if (this.asked) return REFUSAL_WAIT_MS;
    return this.#seesRequests ? 0 : Math.min(REFUSAL_WAIT_MS, Math.max(SHORT_REFUSAL_WAIT_MS, handshakeMs * 2));
  }

  /** Reads the certificate; fails only on certificates that cannot be parsed, and then the chain stays empty. */
  readChain(socket: TLSSocket): void {
    try {
      this.chain = chainOf(socket);
    } catch {
      this.chain = [];
    }
  }

  readSession(socket: TLSSocket): void {
    if (this.#seesRequests) this.asked ||= asksForCertificate(socket);
    this.protocol = socket.getProtocol();
    this.cipher = socket.getCipher().name;
    this.alpn = typeof socket.alpnProtocol === "string" ? socket.alpnProtocol : null;
  }
}

/** The end of a handshake in our words. */
interface Verdict {
  readonly outcome: TlsOutcome;
  readonly errno: string | null;
}

function judge(error: unknown, evidence: Evidence, plan: SessionPlan): Verdict {
  const code = errnoOf(error);
  if (isCertificateCode(code)) {
    const outcome = judgeCertificate({ code, chain: evidence.chain, host: plan.host, trust: plan.trust });
    return { outcome, errno: code };
  }
  const fromSystem = typeof error === "object" && error !== null && "syscall" in error;
  const { asked: clientCertificateAsked, keysAgreed } = evidence;
  return { outcome: tlsErrorOutcome({ code, fromSystem, clientCertificateAsked, keysAgreed }), errno: code };
}

function start(socket: Socket, plan: SessionPlan): TLSSocket {
  const name = sniOf(plan.host);
  return connect({
    socket,
    host: plan.host,
    ...(name === null ? {} : { servername: name }),
    secureContext: plan.trust.context,
    ALPNProtocols: [...plan.alpn],
    // The one place where an untrusted certificate may be looked at: `look` sessions send nothing and end here.
    rejectUnauthorized: plan.purpose === "use",
  });
}

/**
 * Runs the handshake on a connected socket and judges it with the given trust. Never throws. The socket belongs to
 * this function: it is destroyed unless a trusted session is handed out.
 */
export async function openTlsSession(socket: Socket, plan: SessionPlan): Promise<OpenedSession> {
  const startedAt = performance.now();
  const evidence = new Evidence(plan.seesRequests ?? RUNTIME_SEES_REQUESTS);
  const observe = ({ outcome, errno }: Verdict): TlsObservation => ({
    address: plan.address,
    family: familyOf(plan.address),
    port: plan.port,
    serverName: sniOf(plan.host),
    outcome,
    errno,
    protocol: evidence.protocol,
    cipher: evidence.cipher,
    alpn: evidence.alpn,
    chain: certificateFacts(evidence.chain),
    root: originOfRoot(evidence.chain, plan.trust),
    clientCertificateAsked: evidence.asked || outcome === "client-certificate-required",
    ms: elapsedMs(startedAt),
  });
  const ended = await new Promise<Verdict & { readonly session: TLSSocket | null }>((resolve) => {
    handshake({ socket, plan, evidence }, (verdict, session) => {
      resolve({ ...verdict, session });
    });
  });
  const usable = plan.purpose === "use" && ended.outcome === "trusted" ? ended.session : null;
  if (usable === null) {
    ended.session?.destroy();
    socket.destroy();
  }
  return { observation: observe(ended), socket: usable };
}

interface Handshake {
  readonly socket: Socket;
  readonly plan: SessionPlan;
  readonly evidence: Evidence;
}

/** Drives one handshake; `done` is called exactly once. */
function handshake(
  { socket, plan, evidence }: Handshake,
  done: (verdict: Verdict, session: TLSSocket | null) => void,
): void {
  const startedAt = performance.now();
  let session: TLSSocket | null = null;
  let refusalWait: NodeJS.Timeout | undefined;
  let open = true;
  const release = onDeadline(plan.signal, plan.timeoutMs, (why) => {
    finish({ outcome: why, errno: null });
  });
  function finish(verdict: Verdict): void {
    if (!open) return;
    open = false;
    release();
    clearTimeout(refusalWait);
    done(verdict, session);
  }
  try {
    session = start(socket, plan);
  } catch (error) {
    finish({ outcome: "error", errno: errnoOf(error) });
    return;
  }
  const tlsSocket = session;
  // Stays for good: errors after the verdict must not end the process; `close` follows every one of them.
  tlsSocket.on("error", (error) => {
    finish(judge(error, evidence, plan));
  });
  tlsSocket.once("close", () => {
    finish({ outcome: "closed", errno: null });
  });
  tlsSocket.on("keylog", () => {
    if (open) evidence.readKeys(tlsSocket);
  });
  // Before the runtime's own listener: it destroys an untrusted session, and the certificate with it.
  tlsSocket.prependListener("secure", () => {
    evidence.readChain(tlsSocket);
  });
  tlsSocket.once("secureConnect", () => {
    evidence.readSession(tlsSocket);
    if (evidence.chain.length === 0) evidence.readChain(tlsSocket);
    // Typed as an Error, but the runtime stores the code.
    const refusal: unknown = tlsSocket.authorizationError;
    const verdict: Verdict = tlsSocket.authorized
      ? { outcome: "trusted", errno: null }
      : judge({ code: typeof refusal === "string" ? refusal : errnoOf(refusal) }, evidence, plan);
    const wait = plan.purpose === "look" && tlsSocket.authorized ? evidence.refusalWait(elapsedMs(startedAt)) : 0;
    if (wait > 0) {
      // A ticket for later sessions is only given to a client that is let in.
      tlsSocket.once("session", () => {
        finish(verdict);
      });
      tlsSocket.resume(); // alerts are only met by reading
      refusalWait = setTimeout(() => {
        finish(verdict);
      }, wait);
      return;
    }
    finish(verdict);
  });
}
