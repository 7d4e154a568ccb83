import type { ConnectObservation } from "../../../shared/model/facts/connect-facts.ts";
import type { ProbeOptions } from "../probes.ts";
import { openConnection } from "./open-connection.ts";

/**
 * One TCP connect to an IP literal; nothing is sent and the connection is closed at once. Never throws: a bad address
 * or port is `error` with ERR_INVALID_ADDRESS or ERR_SOCKET_BAD_PORT.
 */
export async function tcpConnect(address: string, port: number, options: ProbeOptions): Promise<ConnectObservation> {
  const { observation, socket } = await openConnection(address, port, options);
  socket?.destroy();
  return observation;
}
