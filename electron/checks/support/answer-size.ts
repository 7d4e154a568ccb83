import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import { headerOf } from "./header.ts";

/** The least packet that every IPv6 path must carry (RFC 8200, 5), bytes; IPv4 paths carry it in practice as well. */
const PASSES_EVERYWHERE = 1_280;

/** Headers of IP and TCP with options, and of TLS around the data, bytes: what a packet carries besides the answer. */
const AROUND = 150;

/**
 * Does the answer promise (Content-Length) to be so small that head and body fit into one packet that passes every
 * path? Such an answer cannot get stuck for its size. False without a promise: what is left to come is not known.
 */
export function promisesOnePacket(exchange: Pick<HttpExchange, "headers" | "status" | "statusText">): boolean {
  const promised = headerOf(exchange, "content-length");
  if (promised === null || !/^\d{1,9}$/.test(promised)) return false;
  return Number(promised) + headBytes(exchange) + AROUND <= PASSES_EVERYWHERE;
}

function headBytes({ headers, statusText }: Pick<HttpExchange, "headers" | "statusText">): number {
  const lines = headers.map(([name, value]) => name.length + value.length + ": \r\n".length);
  return lines.reduce((sum, length) => sum + length, `HTTP/1.1 200 ${statusText}\r\n\r\n`.length);
}
