import type { FaultSide } from "../../../shared/model/fault-side.ts";

/**
 * Which sides a peer's words name, written down before the first run. Several: the words leave it open among them. None:
 * the peer says nothing about whose fault it is (it shows the page it got, or finds all well).
 */
type Sides = readonly FaultSide[];

const SITE: Sides = ["site-origin", "site-edge"];

/** Chromium's net error codes, by the words of its error page (net_error_list.h, error_page localization). */
const CHROMIUM: Readonly<Record<string, Sides>> = {
  // "Check if there is a typo in the name"; "DNS address could not be found".
  ERR_NAME_NOT_RESOLVED: ["site-dns", "resolver"],
  ERR_NAME_RESOLUTION_FAILED: ["resolver"],
  ERR_DNS_TIMED_OUT: ["resolver"],
  ERR_DNS_SERVER_FAILED: ["resolver"],
  // "No internet. Checking the network cables, modem, and router."
  ERR_INTERNET_DISCONNECTED: ["device", "local-network"],
  ERR_ADDRESS_UNREACHABLE: ["local-network", "provider", "site-edge"],
  ERR_NETWORK_ACCESS_DENIED: ["device"],
  // "refused to connect": the connection, the proxy and the firewall are to be checked as well.
  ERR_CONNECTION_REFUSED: ["site-origin", "proxy", "device"],
  ERR_CONNECTION_TIMED_OUT: ["site-edge", "provider", "proxy", "device"],
  ERR_TIMED_OUT: ["site-edge", "provider", "proxy", "device"],
  ERR_CONNECTION_RESET: ["site-origin", "provider", "proxy", "device"],
  ERR_CONNECTION_CLOSED: ["site-origin", "provider", "proxy", "device"],
  ERR_EMPTY_RESPONSE: ["site-origin"],
  ERR_INVALID_HTTP_RESPONSE: ["site-origin"],
  ERR_INVALID_RESPONSE: ["site-origin"],
  ERR_CONTENT_LENGTH_MISMATCH: ["site-origin"],
  ERR_INCOMPLETE_CHUNKED_ENCODING: ["site-origin"],
  ERR_CONTENT_DECODING_FAILED: ["site-origin"],
  ERR_RESPONSE_HEADERS_TRUNCATED: ["site-origin"],
  // "Try deleting your cookies."
  ERR_TOO_MANY_REDIRECTS: ["browser"],
  ERR_CERT_DATE_INVALID: ["site-edge"],
  ERR_CERT_COMMON_NAME_INVALID: ["site-edge"],
  ERR_CERT_AUTHORITY_INVALID: ["site-edge"],
  ERR_SSL_PROTOCOL_ERROR: ["site-edge"],
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: ["site-edge"],
  ERR_BAD_SSL_CLIENT_AUTH_CERT: ["device"],
  ERR_PROXY_CONNECTION_FAILED: ["proxy"],
  ERR_TUNNEL_CONNECTION_FAILED: ["proxy"],
  ERR_UNEXPECTED_PROXY_AUTH: ["proxy"],
  ERR_INVALID_AUTH_CREDENTIALS: ["proxy"],
  // "This page isn't working ... HTTP ERROR 502": shown for answers without a body.
  ERR_HTTP_RESPONSE_CODE_FAILURE: SITE,
};

/** What Chromium's words name. A page that the server sent is shown as it is: the browser names nobody. */
export function chromiumSides(error: string | null): Sides {
  return error === null ? [] : (CHROMIUM[error] ?? []);
}

/** curl's exit codes (curl(1), EXIT CODES). */
const CURL: Readonly<Record<number, Sides>> = {
  1: ["site-origin"],
  5: ["proxy"],
  6: ["site-dns", "resolver"],
  8: ["site-origin"],
  18: ["site-origin"],
  28: ["site-edge", "provider", "local-network"],
  35: ["site-edge"],
  47: ["site-edge"],
  51: ["site-edge"],
  52: ["site-origin"],
  56: ["site-origin"],
  60: ["site-edge"],
  61: ["site-origin"],
  97: ["proxy"],
};

/** What curl's end names: its exit code, its message, or the status it got. */
export function curlSides(code: number, message: string, status: number): Sides {
  if (code === 7) {
    if (/unreachable|no route/i.test(message)) return ["device", "local-network", "provider"];
    return ["site-origin", "site-edge"];
  }
  if (code === 56 && /proxy|CONNECT/i.test(message)) return ["proxy"];
  if (code !== 0) return CURL[code] ?? [];
  if (status === 407) return ["proxy"];
  if (status === 500 || status === 501) return ["site-origin"];
  return status >= 400 ? SITE : [];
}
