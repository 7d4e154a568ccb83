/** What the person asked about, made safe: no credentials, http or https only. */
export interface Target {
  /** As typed, without credentials. */
  readonly input: string;
  /** Normalised (ASCII host, path, query; no fragment). */
  readonly url: string;
  /** ASCII (punycode) name or IP literal without brackets. */
  readonly host: string;
  /** The host as people read it; equals host without IDN. */
  readonly displayHost: string;
  readonly port: number;
  readonly scheme: "http" | "https";
  /** No scheme was typed: https is tried first, then http. */
  readonly schemeGuessed: boolean;
  /** Credentials were typed and taken out. */
  readonly credentialsRemoved: boolean;
  readonly kind: "name" | "literal" | "loopback";
  /** Nobody named this page: it stands in for "any page" when nothing at all loads, so the site itself is not the question. */
  readonly anyPage?: true;
}

/** Why an address cannot be checked. The words live in shared/text. */
export const TARGET_ERRORS = [
  "empty",
  "too-long",
  "spaces",
  "scheme-not-supported",
  "scheme-misspelt",
  "no-host",
  "bad-host",
  "bad-port",
  "blocked-port",
  "not-an-address",
  "needs-tor",
] as const;

/** One of {@link TARGET_ERRORS}. */
export type TargetError = (typeof TARGET_ERRORS)[number];
