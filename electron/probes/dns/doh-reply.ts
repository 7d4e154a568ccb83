import { LIMITS } from "../limits.ts";
import { failed, type Ask, type Exchange } from "./exchange.ts";
import { readReply } from "./read-reply.ts";

/** RFC 8484, 6. */
export const DNS_MESSAGE = "application/dns-message";

/** RFC 8484, 4.1: zero, so that caches see equal questions as equal. */
export const DOH_ID = 0;

/** An HTTP answer to a DNS question. */
export interface DohResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Collects a body that may be at most as long as a DNS message. */
export interface BoundedBody {
  /** False when the limit is passed. */
  add(chunk: Buffer): boolean;
  bytes(): Buffer;
}

/** An empty bounded body. */
export function createBoundedBody(): BoundedBody {
  const chunks: Buffer[] = [];
  let length = 0;
  return {
    add(chunk) {
      length += chunk.length;
      if (length > LIMITS.dnsMessageBytes) return false;
      chunks.push(chunk);
      return true;
    },
    bytes: () => Buffer.concat(chunks),
  };
}

/**
 * What the HTTP answer says. Anything but 200 with a DNS message inside is `http-failed`: a sign-in page or a proxy's
 * error, with the status or ERR_CONTENT_TYPE as errno. Redirects are not followed.
 */
export function readDohResponse(response: DohResponse, ask: Ask): Exchange {
  if (response.status !== 200) return { end: failed("http-failed", `HTTP_${response.status}`), rejected: 0 };
  const [mediaType = ""] = response.contentType.split(";");
  if (mediaType.trim().toLowerCase() !== DNS_MESSAGE) {
    return { end: failed("http-failed", "ERR_CONTENT_TYPE"), rejected: 0 };
  }
  const read = readReply(response.body, ask.asked, { id: DOH_ID, edns: ask.edns, datagram: false });
  switch (read.kind) {
    case "foreign":
      return { end: failed("malformed"), rejected: 1 };
    case "unreadable":
    case "malformed":
      return { end: failed("malformed"), rejected: 0 };
    default:
      return { end: read, rejected: 0 };
  }
}
