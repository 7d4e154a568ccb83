/** How a DNS query ended. `answer`: at least one record of the asked type; `no-data`: the name exists without one. */
export const DNS_OUTCOMES = [
  "answer",
  "no-data",
  "nxdomain",
  "servfail",
  "refused",
  "other-rcode",
  "malformed",
  "timeout",
  "unreachable", // the packet could not leave or an ICMP error / TCP refusal came back
  "connection-closed",
  "tls-failed",
  "http-failed",
  "cancelled",
  "error",
] as const;

/** One of {@link DNS_OUTCOMES}. */
export type DnsOutcome = (typeof DNS_OUTCOMES)[number];

/** How the query travelled. `udp` includes the retry over TCP after truncation (then `usedTcp` is true). */
export type DnsTransport = "udp" | "tcp" | "dot" | "doh";

/** One DNS question to one server. */
export interface DnsObservation {
  /** `address:port`, `[v6]:port`, or the https URL for DoH. */
  readonly server: string;
  readonly transport: DnsTransport;
  readonly name: string;
  readonly type: string;
  readonly outcome: DnsOutcome;
  /** RCODE mnemonic (NOERROR, SERVFAIL, ...); null when no answer came. */
  readonly rcode: string | null;
  /** Address records at the end of the CNAME chain, as IP literals. Empty for other types or no answer. */
  readonly addresses: readonly string[];
  /** Text of the other records (TXT strings joined), in answer order. */
  readonly records: readonly string[];
  /** CNAME targets in order. */
  readonly cnames: readonly string[];
  /** Smallest TTL of the answer in seconds; null without one. */
  readonly ttl: number | null;
  /** Extended DNS errors (RFC 8914): info code and text. */
  readonly ede: readonly { readonly code: number; readonly text: string }[];
  /** The AD bit. */
  readonly authenticated: boolean;
  /** True when the answer came over TCP after a truncated UDP one. */
  readonly usedTcp: boolean;
  /** Replies that arrived for this query but were thrown away (wrong id, question or source): a sign of spoofing. */
  readonly rejectedReplies: number;
  /** The system's or TLS error name; null when none. */
  readonly errno: string | null;
  readonly ms: number;
}

/** How the operating system's own look-up ended (getaddrinfo). `temporary-failure` is EAI_AGAIN: no usable answer now. */
export type SystemLookupOutcome = "answer" | "not-found" | "temporary-failure" | "timeout" | "cancelled" | "error";

/** The operating system's answer for the target's name. */
export interface SystemLookupObservation {
  readonly name: string;
  readonly outcome: SystemLookupOutcome;
  readonly addresses: readonly string[];
  readonly errno: string | null;
  readonly ms: number;
}

/** One DNS server this machine (or the references file) names, and what it answered. */
export interface ResolverObservations {
  /** `address:port` or URL. */
  readonly server: string;
  /** Id and name of a public resolver of the references; null for the machine's own. */
  readonly publicId: string | null;
  /** Loopback stub (systemd-resolved, a local dnsmasq), private, shared (CGNAT) or public address. */
  readonly scope: "loopback" | "private" | "shared" | "public";
  /** The target's A and AAAA (and over DoH, where asked). Empty when not asked (literal target). */
  readonly target: readonly DnsObservation[];
  /** A name that surely exists. Null when the references name none. */
  readonly control: DnsObservation | null;
}

/** `dns-system`. */
export interface DnsSystemFacts {
  readonly lookup: SystemLookupObservation;
  /** The stable name through the operating system, asked only when the target failed; null otherwise. */
  readonly control: SystemLookupObservation | null;
}

/** `dns-configured`: the resolvers the machine is set to, asked directly. */
export interface DnsConfiguredFacts {
  readonly resolvers: readonly ResolverObservations[];
  /** True when a loopback stub's upstreams were listed behind it (they follow in `resolvers`). */
  readonly upstreamsKnown: boolean;
}

/** `dns-public`: the references' resolvers. */
export interface DnsPublicFacts {
  readonly resolvers: readonly ResolverObservations[];
}

/** `dns-made-up`: names that cannot exist, asked of the configured resolvers (and of the public ones as a control). */
export interface DnsMadeUpFacts {
  readonly configured: readonly DnsObservation[];
  readonly public: readonly DnsObservation[];
}

/** `dns-dnssec`: asked only when an answer was SERVFAIL. */
export interface DnsDnssecFacts {
  /** The target with checking disabled (CD bit). */
  readonly withoutChecking: readonly DnsObservation[];
  /** A name with a good and one with a broken signature; null when the references name none. */
  readonly good: DnsObservation | null;
  readonly bad: DnsObservation | null;
}

/** One fixed-form question that tells which resolver really answers. */
export interface LocationObservation {
  readonly observation: DnsObservation;
  /** True: the reply has the operator's form. False: another form, so somebody else answered. Null: no reply. */
  readonly standard: boolean | null;
}

/** `dns-interception`. */
export interface DnsInterceptionFacts {
  /** A query to an address where nobody can answer; `answer` or any rcode means interception. Null: not asked. */
  readonly unroutable: DnsObservation | null;
  readonly location: readonly LocationObservation[];
  /** The canary name (use-application-dns.net); NXDOMAIN or empty asks programs not to change DNS. Null: not asked. */
  readonly canary: DnsObservation | null;
}

/** `hosts-file`: entries that name the target's host. */
export interface HostsFileFacts {
  readonly path: string;
  readonly entries: readonly { readonly address: string; readonly line: number; readonly text: string }[];
}
