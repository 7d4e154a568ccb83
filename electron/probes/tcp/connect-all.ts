import type { ConnectObservation } from "../../../shared/model/facts/connect-facts.ts";
import type { ProbeOptions } from "../probes.ts";
import { interleaved } from "./address-order.ts";
import { tcpConnect } from "./tcp-connect.ts";

/**
 * Connects to every address at the same time and says how each went, in the order of {@link interleaved} (doubles out,
 * at most `MAX_ADDRESSES`). Empty for no addresses. The limit holds for each connect, and so for all of them.
 */
export async function connectAll(
  addresses: readonly string[],
  port: number,
  options: ProbeOptions,
): Promise<readonly ConnectObservation[]> {
  return Promise.all(interleaved(addresses).map(async (address) => tcpConnect(address, port, options)));
}
