/** A URL cut into what a redaction treats apart. Made without a parser's repairs: what is written is what is looked at. */
export interface UrlParts {
  /** `https://`; empty when none was typed. */
  readonly scheme: string;
  /** Name and password, without the `@`; empty when there is none. */
  readonly signIn: string;
  /** Name or literal, IPv6 in its brackets. */
  readonly host: string;
  /** `:8443`; empty when there is none. */
  readonly port: string;
  /** From the first slash to the query. */
  readonly path: string;
  /** Query and fragment with their signs. */
  readonly rest: string;
}

const WITH_SCHEME = /^([a-z][a-z0-9+.-]{0,20}:\/\/)([\s\S]*)$/iu;
const BODY = /^(?:([^/?#]*)@)?(\[[^\]/?#]*\]|[^/?#:@]*)(:\d{0,5})?(\/[^?#]*)?([?#][\s\S]*)?$/u;

/** Cuts a URL (or, with `loose`, a URL typed without its scheme); null when it does not have the form of one. */
export function urlParts(text: string, loose = false): UrlParts | null {
  const full = WITH_SCHEME.exec(text);
  if (full === null && !loose) return null;
  const [, scheme = "", body = text] = full ?? [];
  const cut = BODY.exec(body);
  if (cut === null) return null;
  const [, signIn = "", host = "", port = "", path = "", rest = ""] = cut;
  return host === "" ? null : { scheme, signIn, host, port, path, rest };
}
