/**
 * Every limit of the probes in one table: milliseconds, bytes and counts. A probe's own limit; the engine's hard stop
 * (engine/limits.ts) cuts in earlier when it must.
 */
export const LIMITS = {
  /** getaddrinfo cannot be cancelled; after this we stop waiting for it. A dead first server costs glibc 5 s per try. */
  systemLookupMs: 6_000,
  /** One UDP try; resolvers that answer at all answer within this (stub resolvers retry after 1-5 s). */
  dnsUdpTryMs: 1_200,
  /** UDP tries per query, each with a new id and port. */
  dnsUdpTries: 2,
  dnsStreamMs: 3_000,
  dnsDohMs: 4_000,
  /** EDNS payload size: DNS flag day 2020's 1232 avoids fragmentation. */
  dnsUdpPayload: 1_232,
  /** Largest DNS message over a stream (RFC 1035 4.2.2: two length octets). */
  dnsMessageBytes: 65_535,
  /** SYN retries come at 1 s and 3 s: two lost SYNs are survived. */
  tcpConnectMs: 4_000,
  tlsHandshakeMs: 5_000,
  httpHeadersMs: 7_000,
  /** Silence while reading a body. */
  httpBodyIdleMs: 4_000,
  httpTotalMs: 9_000,
  /** Decoded bytes read of one body. */
  httpBodyBytes: 512 * 1024,
  httpHeaderBytes: 64 * 1024,
  /** Redirects followed by us (the number browsers' users meet is 20; loops show by 10). */
  redirects: 10,
  /** Delay between connection attempts (RFC 8305, section 5). */
  happyEyeballsMs: 250,
  pingMs: 1_000,
} as const;
