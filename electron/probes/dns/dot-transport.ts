import type { Ask, Endpoint, Exchange } from "./exchange.ts";
import { openSecure } from "./secure-connection.ts";
import { askOverStream } from "./stream-exchange.ts";

/** Asks over TLS (RFC 7858); the certificate must fit `tlsName`. */
export async function askOverTls(
  endpoint: Endpoint & { readonly tlsName: string },
  ask: Ask,
  ca: readonly string[] | undefined,
): Promise<Exchange> {
  // "dot" is the registered ALPN name (IANA); servers that know no ALPN ignore it.
  const connection = await openSecure(endpoint, { name: endpoint.tlsName, alpn: ["dot"], ca }, ask);
  if (!connection.ok) return { end: connection.end, rejected: 0 };
  return askOverStream(connection.socket, { ...ask, timeoutMs: ask.timeoutMs - connection.ms }, true);
}
