/** A public resolver to compare with. */
export interface PublicResolver {
  readonly id: string;
  readonly name: string;
  /** `address`, `address:port` or `[v6]:port`; port 53 when none is given. */
  readonly udp: readonly string[];
  /** `host:port#tls-name`. */
  readonly dot?: string | undefined;
  /** https URL; the host must be an address or resolvable through `udp`. */
  readonly doh?: string | undefined;
}

/** The outside endpoints we compare with. Every key may be empty or null: checks that need it are skipped. */
export interface References {
  readonly publicResolvers: readonly PublicResolver[];
  /** Plain http with a fixed reply, from independent operators. */
  readonly connectivityChecks: readonly {
    readonly url: string;
    readonly status: number;
    readonly body?: string | undefined;
  }[];
  readonly egress: readonly { readonly host: string; readonly port: number }[];
  readonly stableName: string | null;
  readonly dnssec: { readonly good: string; readonly bad: string } | null;
  readonly location: readonly {
    readonly server: string;
    readonly name: string;
    readonly type: string;
    readonly class: string;
    /** A regular expression the first record must match, anchored by us. */
    readonly form: string;
  }[];
  readonly canary: string | null;
  readonly vantage: string | null;
  /** An address where nobody can answer (RFC 5737). */
  readonly interceptProbe: string | null;
  /** Stands in for the machine's own resolvers, only in tests and in the practice network; null otherwise. */
  readonly systemResolver: readonly string[] | null;
  /** Stands in for the machine's own router likewise. */
  readonly router: string | null;
}
