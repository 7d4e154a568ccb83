import { setMaxListeners } from "node:events";
import type { Socket } from "node:net";
import type { ConnectObservation } from "../../../shared/model/facts/connect-facts.ts";
import { LIMITS } from "../limits.ts";
import type { ProbeOptions } from "../probes.ts";
import { interleaved } from "./address-order.ts";
import { openConnection } from "./open-connection.ts";

/** How a race ended. */
export interface RaceResult {
  /** The first connection that stood, open and the caller's to close; null when none did. */
  readonly socket: Socket | null;
  /**
   * The attempts in the order they started. Those still under way when another one won are `cancelled`; addresses
   * whose turn never came are missing: not tried is not failed.
   */
  readonly observations: readonly ConnectObservation[];
}

/**
 * Races the addresses as browsers do (RFC 8305): families in turns, the next attempt after 250 ms or at once when one
 * fails, the first to connect wins and all others are closed. `timeoutMs` is each attempt's own limit.
 */
export async function connectRace(
  addresses: readonly string[],
  port: number,
  options: ProbeOptions,
): Promise<RaceResult> {
  const waiting = [...interleaved(addresses)];
  const losers = new AbortController();
  const attemptOptions: ProbeOptions = { ...options, signal: AbortSignal.any([options.signal, losers.signal]) };
  // One listener an attempt: Node warns of a leak from the eleventh on.
  setMaxListeners(0, attemptOptions.signal);
  const attempts: Promise<ConnectObservation>[] = [];
  const won: { socket: Socket | null } = { socket: null };

  await new Promise<void>((resolve) => {
    let running = 0;
    let stagger: NodeJS.Timeout | undefined;
    const startNext = (): void => {
      clearTimeout(stagger);
      const address = waiting.shift();
      if (address !== undefined) {
        running += 1;
        attempts.push(attempt(address));
        stagger = setTimeout(startNext, LIMITS.happyEyeballsMs);
      } else if (running === 0) {
        resolve();
      }
    };
    const attempt = async (address: string): Promise<ConnectObservation> => {
      const { observation, socket } = await openConnection(address, port, attemptOptions);
      running -= 1;
      if (socket !== null && won.socket === null) {
        won.socket = socket;
        losers.abort();
      } else {
        // Two can connect within one turn of the event loop; the second one is let go like every loser.
        socket?.destroy();
      }
      if (won.socket === null && !options.signal.aborted) {
        startNext();
      } else {
        clearTimeout(stagger);
        resolve();
      }
      return observation;
    };
    startNext();
  });
  return { socket: won.socket, observations: await Promise.all(attempts) };
}
