import { elapsedMs } from "../deadline.ts";
import { openConnection } from "../tcp/open-connection.ts";
import { failedConnect, type Ask, type Endpoint, type Exchange } from "./exchange.ts";
import { askOverStream } from "./stream-exchange.ts";

/** Asks over TCP (RFC 7766), one connection for one question. */
export async function askOverTcp(endpoint: Endpoint, ask: Ask): Promise<Exchange> {
  const startedAt = performance.now();
  const { observation, socket } = await openConnection(endpoint.address, endpoint.port, ask);
  if (socket === null || observation.outcome !== "connected") {
    const outcome = observation.outcome === "connected" ? "error" : observation.outcome;
    return { end: failedConnect(outcome, observation.errno), rejected: 0 };
  }
  return askOverStream(socket, { ...ask, timeoutMs: ask.timeoutMs - elapsedMs(startedAt) }, false);
}
