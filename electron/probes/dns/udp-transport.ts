import { randomInt } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { isIP } from "node:net";
import { onDeadline, untilDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { LIMITS } from "../limits.ts";
import { connectOutcomeOf } from "../tcp/connect-outcome.ts";
import { encodeQuery } from "./asked.ts";
import { failed, type Ask, type Endpoint, type Exchange, type ExchangeEnd } from "./exchange.ts";
import { readReply } from "./read-reply.ts";

/**
 * Asks over UDP, up to `LIMITS.dnsUdpTries` times. Every try has a fresh id and a fresh socket (so a fresh port),
 * connected to the server: the kernel lets in nothing from other addresses or ports, and hands us ICMP errors. An
 * earlier try stays open while a later one runs, so a slow resolver counts as slow and not as dead. Replies that do not
 * answer the question are counted and waiting goes on: nobody can end it by guessing.
 */
export async function askOverUdp(server: Endpoint, ask: Ask): Promise<Exchange> {
  const endpoint = ask.dial === undefined ? server : ask.dial(server.address, server.port, "udp");
  if (endpoint === "dropped") return { end: failed(await untilDeadline(ask, ask.timeoutMs)), rejected: 0 };
  // What a closed port or a missing route answers to a datagram comes back as an ICMP error.
  if (typeof endpoint === "string") return { end: failed("unreachable", "ECONNREFUSED"), rejected: 0 };
  return exchangeDatagrams(endpoint, ask);
}

async function exchangeDatagrams(endpoint: Endpoint, ask: Ask): Promise<Exchange> {
  return new Promise((resolve) => {
    const sockets: Socket[] = [];
    const tryMs = Math.min(LIMITS.dnsUdpTryMs, ask.timeoutMs / LIMITS.dnsUdpTries);
    let rejected = 0;
    let unreadable = false;
    let open = true;
    let nextTry: NodeJS.Timeout | undefined;

    const finish = (end: ExchangeEnd): void => {
      if (!open) return;
      open = false;
      release();
      clearTimeout(nextTry);
      for (const socket of sockets) closeQuietly(socket);
      resolve({ end, rejected });
    };
    const release = onDeadline(ask.signal, ask.timeoutMs, (why) => {
      finish(why === "timeout" && unreadable ? failed("malformed") : failed(why));
    });
    const onMessage = (message: Buffer, id: number): void => {
      const read = readReply(message, ask.asked, { id, edns: ask.edns, datagram: true });
      switch (read.kind) {
        case "foreign":
          rejected += 1;
          break;
        case "unreadable":
          // With our id, but it cannot be told what it answers: a guess must not end the waiting, silence behind it may.
          rejected += 1;
          unreadable = true;
          break;
        case "malformed":
          finish(failed("malformed"));
          break;
        default:
          finish(read);
      }
    };
    const startTry = (): void => {
      if (!open) return;
      const id = randomInt(0x1_0000);
      try {
        sockets.push(
          openTry(endpoint, encodeQuery(ask.asked, { id, edns: ask.edns, padTo: null }), {
            onMessage: (message) => {
              onMessage(message, id);
            },
            onError: (error) => {
              finish(failedDatagram(errnoOf(error)));
            },
          }),
        );
      } catch (error) {
        finish(failedDatagram(errnoOf(error)));
        return;
      }
      if (sockets.length < LIMITS.dnsUdpTries) nextTry = setTimeout(startTry, tryMs);
    };
    if (!ask.signal.aborted) startTry();
  });
}

/** Any error name that speaks of the way means that the packet could not leave or came back. */
function failedDatagram(errno: string): ExchangeEnd {
  return failed(connectOutcomeOf(errno) === "error" ? "error" : "unreachable", errno);
}

interface TryEvents {
  readonly onMessage: (message: Buffer) => void;
  readonly onError: (error: unknown) => void;
}

/** Opens one connected socket and sends the query through it. */
function openTry(endpoint: Endpoint, query: Buffer, events: TryEvents): Socket {
  const family = isIP(endpoint.address) === 6 ? 6 : 4;
  const socket = createSocket({
    type: family === 6 ? "udp6" : "udp4",
    // The address is a literal; answering here keeps the system's resolver out of it for certain.
    lookup: (hostname, _options, callback) => {
      callback(null, hostname, family);
    },
  });
  socket.on("error", events.onError);
  socket.on("message", events.onMessage);
  // Not as the callback of connect: that one gets the error of a failed connect too, and `error` then stays silent.
  socket.once("connect", () => {
    // A try that was ended while it connected is closed by now; sending on it would throw.
    try {
      socket.send(query, (error) => {
        if (error !== null) events.onError(error);
      });
    } catch (error) {
      events.onError(error);
    }
  });
  socket.connect(endpoint.port, endpoint.address);
  return socket;
}

/** Closing twice throws; a socket that failed to open may be closed already. */
function closeQuietly(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // Closed already: that is what was wanted.
  }
}
