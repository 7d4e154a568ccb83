/** One intermediary's word about how it handled the request (RFC 9209). */
export interface ProxyStatusMember {
  /** What the intermediary calls itself. */
  readonly name: string;
  /** The error type; null when it reports none. Not every sender uses a registered one. */
  readonly error: string | null;
  /** The status it received from the next server; null when not said. */
  readonly receivedStatus: number | null;
  /** The server it talked to or tried; null when not said. */
  readonly nextHop: string | null;
  /** Free text; null when not said. */
  readonly details: string | null;
}

/** What a Proxy-Status field says about whose fault it is; `own-word`: an error type that RFC 9209 does not know. */
export type ProxyStatusMeaning =
  | "unresolved"
  | "unusable"
  | "timeout"
  | "limit"
  | "tls"
  | "bad-answer"
  | "denied"
  | "bad-request"
  | "proxy-own"
  | "own-word"
  | "passed-on";

type Scalar = string | number | boolean;

/** Longest field that is parsed, in characters; servers' own header limits are about this. */
const LONGEST_FIELD = 8_192;

/** A reader over structured-field text (RFC 8941, section 4.2); each method moves on or says that it cannot. */
class FieldReader {
  private at = 0;
  private readonly text: string;

  constructor(field: string) {
    this.text = field;
  }

  skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  quoted(): string | null {
    let value = "";
    while (!this.atEnd()) {
      const character = this.text[this.at++] ?? "";
      if (character === '"') return value;
      value += character === "\\" ? (this.text[this.at++] ?? "") : character;
    }
    return null;
  }

  /** A bare item; null when there is none. */
  item(): Scalar | null {
    if (this.take('"')) return this.quoted();
    if (this.take("?")) return this.skip(/[01]/y) === "1";
    if (this.take(":")) {
      const bytes = this.skip(/[A-Za-z\d+/=]*/y);
      return this.take(":") ? bytes : null;
    }
    // A number is only one when nothing of a token follows: `10.0.0.1` and `2fly` are what senders write bare.
    const word = this.skip(/[!#$%&'*+\-.^_`|~\w:/[\]]+/y);
    if (word === "") return null;
    return /^-?\d{1,15}(?:\.\d{1,3})?$/.test(word) ? Number(word) : word;
  }

  /** Parameters after an item; null when malformed. */
  parameters(): ReadonlyMap<string, Scalar> | null {
    const found = new Map<string, Scalar>();
    for (;;) {
      this.skip(/[ \t]*/y);
      if (!this.take(";")) return found;
      this.skip(/[ \t]*/y);
      const key = this.skip(/[a-z*][a-z\d_\-.*]*/y);
      if (key === "") return null;
      const value = this.take("=") ? this.item() : true;
      if (value === null) return null;
      found.set(key, value);
    }
  }
}

function words(value: Scalar | undefined): string | null {
  return value === undefined || typeof value === "boolean" ? null : String(value);
}

/**
 * Reads Proxy-Status field values (several lines are one list). First member: nearest the origin; last: nearest the
 * client. Malformed or absent: empty, as RFC 8941 asks.
 */
export function parseProxyStatus(values: readonly string[]): readonly ProxyStatusMember[] {
  const field = values.join(", ");
  if (field.length > LONGEST_FIELD) return [];
  const reader = new FieldReader(field.trim());
  const members: ProxyStatusMember[] = [];
  while (!reader.atEnd()) {
    const name = reader.item();
    if (typeof name !== "string") return [];
    const parameters = reader.parameters();
    if (parameters === null) return [];
    const received = parameters.get("received-status");
    members.push({
      name,
      error: words(parameters.get("error")),
      receivedStatus: typeof received === "number" ? received : null,
      nextHop: words(parameters.get("next-hop")),
      details: words(parameters.get("details")),
    });
    if (reader.atEnd()) break;
    if (!reader.take(",")) return [];
    reader.skip(/[ \t]*/y);
    if (reader.atEnd()) return [];
  }
  return members;
}

/** Error types of RFC 9209, section 2.3, by what they mean for the search of a fault. */
const MEANINGS: Readonly<Record<string, ProxyStatusMeaning>> = {
  dns_timeout: "unresolved",
  dns_error: "unresolved",
  destination_not_found: "unusable",
  destination_unavailable: "unusable",
  destination_ip_prohibited: "unusable",
  destination_ip_unroutable: "unusable",
  connection_refused: "unusable",
  connection_terminated: "unusable",
  connection_timeout: "timeout",
  connection_read_timeout: "timeout",
  connection_write_timeout: "timeout",
  connection_limit_reached: "limit",
  tls_protocol_error: "tls",
  tls_certificate_error: "tls",
  tls_alert_received: "tls",
  http_request_error: "bad-request",
  http_request_denied: "denied",
  http_response_incomplete: "bad-answer",
  http_response_header_section_size: "bad-answer",
  http_response_header_size: "bad-answer",
  http_response_body_size: "bad-answer",
  http_response_trailer_section_size: "bad-answer",
  http_response_trailer_size: "bad-answer",
  http_response_transfer_coding: "bad-answer",
  http_response_content_coding: "bad-answer",
  http_response_timeout: "timeout",
  http_upgrade_failed: "bad-answer",
  http_protocol_error: "bad-answer",
  proxy_internal_response: "proxy-own",
  proxy_internal_error: "proxy-own",
  proxy_configuration_error: "proxy-own",
  proxy_loop_detected: "proxy-own",
};

/**
 * What the member nearest the origin that has something to say tells; null when none does. A received status without
 * an error means that the answer was passed on from behind it.
 */
export function proxyStatusMeaning(members: readonly ProxyStatusMember[]): ProxyStatusMeaning | null {
  const failing = members.find((member) => member.error !== null);
  if (failing !== undefined) return MEANINGS[failing.error ?? ""] ?? "own-word";
  return members.some((member) => member.receivedStatus !== null) ? "passed-on" : null;
}
