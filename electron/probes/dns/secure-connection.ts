import { isIP, type Socket } from "node:net";
import { checkServerIdentity, connect, createSecureContext, type SecureContext, type TLSSocket } from "node:tls";
import { elapsedMs, onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import type { ProbeOptions } from "../probes.ts";
import { openConnection } from "../tcp/open-connection.ts";
import { failed, failedConnect, type Endpoint, type ExchangeEnd } from "./exchange.ts";

/** How to secure a connection. */
export interface SecureWish {
  /** The certificate must fit this name or address. */
  readonly name: string;
  /** Protocols offered, best first. */
  readonly alpn: readonly string[];
  /** Roots to trust, PEM; undefined: the runtime's own list. */
  readonly ca: readonly string[] | undefined;
}

type TimedOptions = ProbeOptions & { readonly timeoutMs: number };

/** An open TLS connection and the milliseconds it took, or how it failed. */
export type SecureConnection =
  | { readonly ok: true; readonly socket: TLSSocket; readonly ms: number }
  | { readonly ok: false; readonly end: ExchangeEnd };

/** Parsing a system's 150 roots takes tens of milliseconds, and the caller gives the same list every time. */
const contexts = new WeakMap<readonly string[], SecureContext>();

function contextOf(ca: readonly string[]): SecureContext {
  const known = contexts.get(ca);
  if (known !== undefined) return known;
  const context = createSecureContext({ ca: [...ca], minVersion: "TLSv1.2" });
  contexts.set(ca, context);
  return context;
}

/** Connects to the address and shakes hands; the peer is always verified. Errors after the TCP connect are the handshake's. */
export async function openSecure(
  endpoint: Endpoint,
  wish: SecureWish,
  options: TimedOptions,
): Promise<SecureConnection> {
  const startedAt = performance.now();
  const { observation, socket } = await openConnection(endpoint.address, endpoint.port, options);
  if (socket === null || observation.outcome !== "connected") {
    const outcome = observation.outcome === "connected" ? "error" : observation.outcome;
    return { ok: false, end: failedConnect(outcome, observation.errno) };
  }
  const left = options.timeoutMs - elapsedMs(startedAt);
  return shakeHands(socket, wish, { signal: options.signal, timeoutMs: left }, startedAt);
}

async function shakeHands(
  socket: Socket,
  wish: SecureWish,
  options: TimedOptions,
  startedAt: number,
): Promise<SecureConnection> {
  return new Promise((resolve) => {
    let open = true;
    let secure: TLSSocket | null = null;
    const fail = (end: ExchangeEnd): void => {
      if (!open) return;
      open = false;
      release();
      secure?.destroy();
      socket.destroy();
      resolve({ ok: false, end });
    };
    const release = onDeadline(options.signal, options.timeoutMs, (why) => {
      fail(failed(why));
    });
    try {
      secure = startTls(socket, wish);
    } catch (error) {
      // Roots that cannot be read, or a name no TLS stack takes: nothing was sent.
      fail(failed("error", errnoOf(error)));
      return;
    }
    const shaken = secure;
    // Stays for good, like the one of the plain connection: an error before the next owner listens must not end us.
    shaken.on("error", (error) => {
      const errno = errnoOf(error);
      fail(
        errno === "ECONNRESET" || errno === "EPIPE" ? failed("connection-closed", errno) : failed("tls-failed", errno),
      );
    });
    shaken.on("close", () => {
      fail(failed("connection-closed"));
    });
    shaken.once("secureConnect", () => {
      if (!open) return;
      open = false;
      release();
      resolve({ ok: true, socket: shaken, ms: elapsedMs(startedAt) });
    });
  });
}

function startTls(socket: Socket, wish: SecureWish): TLSSocket {
  return connect({
    socket,
    ...(isIP(wish.name) === 0 ? { servername: wish.name } : {}),
    ALPNProtocols: [...wish.alpn],
    minVersion: "TLSv1.2",
    ...(wish.ca === undefined ? {} : { secureContext: contextOf(wish.ca) }),
    // SNI cannot carry an address, so Node would check the certificate against the wrong thing.
    checkServerIdentity: (_host, certificate) => checkServerIdentity(wish.name, certificate),
  });
}
