/** A proxy's address as settings write it. */
export interface ProxyAddress {
  readonly host: string;
  readonly port: number;
  /** The proxy speaks SOCKS; otherwise HTTP. */
  readonly socks: boolean;
}

/** What programs take when a proxy is written without a port: 1080 for SOCKS (RFC 1928), 443 for HTTPS proxies, else 80. */
function usualPort(scheme: string): number {
  if (scheme.startsWith("socks")) return 1080;
  return scheme === "https" ? 443 : 80;
}

/**
 * Reads `host`, `host:port`, `[v6]:port`, `host port` (KDE) or a URL with any of them; user name and password are
 * dropped. Null when it is none of these.
 */
export function parseProxyAddress(written: string): ProxyAddress | null {
  const match =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:[^@/\s]*@)?(\[[\da-f:.]+(?:%[^\]\s]*)?\]|[^\s:/@[\]]+)(?:[:\s]\s*(\d{1,5}))?\/?$/i.exec(
      written.trim(),
    );
  const host = match?.[2]?.replace(/^\[|\]$/g, "");
  if (host === undefined) return null;
  const scheme = match?.[1]?.toLowerCase() ?? "http";
  const port = match?.[3] === undefined ? usualPort(scheme) : Number(match[3]);
  return port >= 1 && port <= 65_535 ? { host, port, socks: scheme.startsWith("socks") } : null;
}

/** Takes user name and password out of a URL; other texts come back as they are. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, "$1");
}
