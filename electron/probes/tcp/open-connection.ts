import { connect, isIP, type Socket } from "node:net";
import type { ConnectObservation, ConnectOutcome } from "../../../shared/model/facts/connect-facts.ts";
import { elapsedMs, onDeadline, untilDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { LIMITS } from "../limits.ts";
import { familyOf, type ProbeOptions } from "../probes.ts";
import { connectOutcomeOf } from "./connect-outcome.ts";

/** A connect that ended. `socket` is open and the caller's to close; null unless the outcome is `connected`. */
export interface OpenedConnection {
  readonly observation: ConnectObservation;
  readonly socket: Socket | null;
}

/** What is wrong with where to connect to, as an error name; null when nothing is. No look-up is ever done here. */
function badEndpoint(address: string, port: number): string | null {
  if (isIP(address) === 0) return "ERR_INVALID_ADDRESS";
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? null : "ERR_SOCKET_BAD_PORT";
}

/** What the system calls these outcomes. */
const DIAL_ERRNO = { refused: "ECONNREFUSED", unreachable: "EHOSTUNREACH" } as const;

/** One TCP connect to an IP literal (a zone may follow), its socket kept open. Limit: `LIMITS.tcpConnectMs`. */
export async function openConnection(address: string, port: number, options: ProbeOptions): Promise<OpenedConnection> {
  const startedAt = performance.now();
  const ended = (outcome: ConnectOutcome, errno: string | null, socket: Socket | null = null): OpenedConnection => ({
    observation: { address, family: familyOf(address), port, outcome, errno, ms: elapsedMs(startedAt) },
    socket,
  });
  const wrong = badEndpoint(address, port);
  if (wrong !== null) return ended("error", wrong);
  if (options.signal.aborted) return ended("cancelled", null);
  const leadsTo = options.dial === undefined ? { address, port } : options.dial(address, port, "tcp");
  if (leadsTo === "refused" || leadsTo === "unreachable") return ended(leadsTo, DIAL_ERRNO[leadsTo]);
  if (leadsTo === "dropped") return ended(await untilDeadline(options, LIMITS.tcpConnectMs), null);

  return new Promise((resolve) => {
    let open = true;
    let socket: Socket;
    try {
      socket = connect({ host: leadsTo.address, port: leadsTo.port, autoSelectFamily: false, noDelay: true });
    } catch (error) {
      resolve(ended(connectOutcomeOf(errnoOf(error)), errnoOf(error)));
      return;
    }
    // Stays for good: an error between our "connected" and the caller's own listener must not end the process. The
    // caller loses nothing, `close` follows every error.
    socket.on("error", (error) => {
      finish(ended(connectOutcomeOf(errnoOf(error)), errnoOf(error)));
    });
    socket.once("connect", () => {
      finish(ended("connected", null, socket));
    });
    const release = onDeadline(options.signal, options.timeoutMs ?? LIMITS.tcpConnectMs, (why) => {
      finish(ended(why, null));
    });
    function finish(opened: OpenedConnection): void {
      if (!open) return;
      open = false;
      release();
      if (opened.socket === null) socket.destroy();
      resolve(opened);
    }
  });
}
