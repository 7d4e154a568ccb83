import { isIP } from "node:net";
import type { PublicResolver } from "../../../shared/model/references.ts";
import type { DnsServer } from "../../probes/probes.ts";

/** An IP literal without brackets, and a port. */
export interface AddressPort {
  readonly address: string;
  readonly port: number;
}

/** Reads `1.1.1.1`, `127.0.0.1:5353`, `2606::1`, `[2606::1]` or `[2606::1]:53`. Null when it is none of them. */
export function parseServerEntry(text: string, defaultPort = 53): AddressPort | null {
  const bare = text.replace(/%[\w.-]+$/, "");
  if (isIP(bare) !== 0) return { address: text, port: defaultPort };
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text);
  const address = match?.[1] ?? match?.[2] ?? "";
  const port = match?.[3] === undefined ? defaultPort : Number(match[3]);
  const family = isIP(address.replace(/%[\w.-]+$/, ""));
  const bracketsFit = match?.[1] === undefined ? family === 4 : family === 6;
  return bracketsFit && port >= 1 && port <= 65_535 ? { address, port } : null;
}

/** A DNS-over-TLS server: `host:853#tls-name`; the port may be left out. Null when it is none. */
export interface DotEntry {
  /** An IP literal or a name. */
  readonly host: string;
  readonly port: number;
  readonly tlsName: string;
}

/** Reads `host:port#tls-name`. */
export function parseDotEntry(text: string): DotEntry | null {
  const [place = "", tlsName = "", extra] = text.split("#");
  if (tlsName === "" || extra !== undefined) return null;
  const literal = parseServerEntry(place, 853);
  if (literal !== null) return { host: literal.address, port: literal.port, tlsName };
  const match = /^([a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(place);
  const port = match?.[2] === undefined ? 853 : Number(match[2]);
  return match?.[1] === undefined || port < 1 || port > 65_535 ? null : { host: match[1], port, tlsName };
}

/** Every plain DNS server of one operator, in the order listed. Entries that are no addresses are left out. */
export function udpServers(resolver: PublicResolver): readonly (DnsServer & { readonly transport: "udp" })[] {
  return resolver.udp.flatMap((entry) => {
    const parsed = parseServerEntry(entry);
    return parsed === null ? [] : [{ transport: "udp" as const, ...parsed }];
  });
}

/** The same server over TCP. */
export function overTcp(server: AddressPort): DnsServer {
  return { transport: "tcp", address: server.address, port: server.port };
}

/**
 * Where to connect for an operator's DoH: the address in its URL, or, when it is a name, the operator's first plain
 * address (all built-in operators serve DoH on the addresses of their plain service). Null when there is neither.
 */
export function dohServer(resolver: PublicResolver): DnsServer | null {
  if (resolver.doh === undefined || !URL.canParse(resolver.doh)) return null;
  const host = new URL(resolver.doh).hostname.replace(/^\[|\]$/g, "");
  const address = isIP(host) === 0 ? udpServers(resolver)[0]?.address : host;
  return address === undefined ? null : { transport: "doh", url: resolver.doh, address };
}
