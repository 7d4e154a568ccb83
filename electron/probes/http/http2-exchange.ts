import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
  connect,
  constants,
} from "node:http2";
import type { TLSSocket } from "node:tls";
import { onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { LIMITS } from "../limits.ts";
import type { HttpRequest } from "../probes.ts";
import { AnswerFault } from "./answer-fault.ts";
import type { Budget } from "./budget.ts";
import { ByteReader } from "./byte-reader.ts";
import type { ExchangeDraft } from "./exchange-draft.ts";
import { readBody } from "./read-body.ts";
import { pathOf, requestHeaders } from "./request-headers.ts";
import { type ResponseHead, cleanHeader, headerOf } from "./response-head.ts";

/** Header fields taken of one answer; Node's own limit of 128 is met by real sites. */
const HEADER_PAIRS = 2_000;

/** What an HTTP/2 exchange needs. */
export interface Http2Plan {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly userAgent: string;
  readonly draft: ExchangeDraft;
  readonly budget: Budget;
}

/** The server wants HTTP/1.1 for this request (RFC 9113, section 7): the caller asks again that way. */
export const HTTP_1_1_REQUIRED = "HTTP_1_1_REQUIRED";

function headFrom(headers: IncomingHttpHeaders): ResponseHead {
  const list: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(":") || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) list.push(cleanHeader(name, item));
  }
  return { httpVersion: "2", status: Number(headers[":status"]), statusText: "", headers: list };
}

/** What was seen of a session's troubles: Node tells the stream less than it tells the session. */
interface Troubles {
  errno: string | null;
}

/** A failure before the head. */
function headFault(stream: ClientHttp2Stream, troubles: Troubles): AnswerFault {
  if (stream.rstCode === constants.NGHTTP2_HTTP_1_1_REQUIRED) return new AnswerFault("reset", HTTP_1_1_REQUIRED);
  const { errno } = troubles;
  if (errno === null) return new AnswerFault("empty-reply");
  // Our own library's complaint about the bytes it got, against the peer's wish to end the stream or session.
  if (errno === "ERR_HTTP2_ERROR") return new AnswerFault("not-http", errno);
  const closed = errno.startsWith("ERR_HTTP2_") || errno === "ECONNRESET" || errno === "EPIPE";
  return new AnswerFault(closed ? "reset" : "error", errno);
}

async function headOf(stream: ClientHttp2Stream, budget: Budget, troubles: Troubles): Promise<ResponseHead> {
  return new Promise((resolve, reject) => {
    const release = onDeadline(budget.signal, budget.atMost(LIMITS.httpHeadersMs), (why) => {
      reject(new AnswerFault(why === "cancelled" ? "cancelled" : "headers-timeout"));
    });
    stream.once("response", (headers) => {
      release();
      resolve(headFrom(headers));
    });
    stream.once("close", () => {
      release();
      reject(headFault(stream, troubles));
    });
  });
}

/** How a body that did not end by itself ended: null when it did. */
function bodyFault(stream: ClientHttp2Stream, troubles: Troubles, short: boolean): AnswerFault | null {
  const code = stream.rstCode ?? constants.NGHTTP2_NO_ERROR;
  if (short) return new AnswerFault(troubles.errno === "ECONNRESET" ? "reset" : "cut-short", troubles.errno);
  if (code === constants.NGHTTP2_NO_ERROR) return null;
  // A connection that just ends makes the library cancel its streams by itself, without an error.
  const ended = code === constants.NGHTTP2_CANCEL && troubles.errno === null;
  return new AnswerFault(ended ? "cut-short" : "reset", troubles.errno);
}

/** A head and the stream its body comes on. */
interface Answer {
  readonly stream: ClientHttp2Stream;
  readonly reader: ByteReader;
  readonly head: ResponseHead;
  readonly troubles: Troubles;
}

/** The body's bytes; a promised length is held against what came (RFC 9113, 8.1.1). */
async function* framedBody({ stream, reader, head, troubles }: Answer, plan: Http2Plan): AsyncGenerator<Buffer> {
  const promised = Number(headerOf(head.headers, "content-length") ?? Number.NaN);
  const limit = plan.budget.bodyLimit();
  let piece: Buffer | null = null;
  do {
    try {
      piece = await reader.read(limit());
    } catch (error) {
      if (!(error instanceof AnswerFault) || (error.outcome !== "error" && error.outcome !== "reset")) throw error;
      piece = null; // the stream's own error: what it means is told below
    }
    if (piece !== null) yield piece;
  } while (piece !== null);
  const hasBody = plan.request.method === "GET" && head.status !== 204 && head.status !== 304;
  const fault = bodyFault(stream, troubles, hasBody && reader.bytesRead < promised);
  if (fault !== null) throw fault;
}

function startSession(socket: TLSSocket, url: URL): ClientHttp2Session {
  return connect(url.origin, {
    createConnection: () => socket,
    maxHeaderListPairs: HEADER_PAIRS,
    settings: { enablePush: false, maxHeaderListSize: LIMITS.httpHeaderBytes },
  });
}

/** Sends one request over an HTTP/2 connection and reads the whole answer into the draft. Throws AnswerFault. */
export async function http2Exchange(socket: TLSSocket, plan: Http2Plan): Promise<void> {
  const { request, url, draft, budget } = plan;
  const troubles: Troubles = { errno: null };
  const note = (error: unknown): void => {
    // The system's word (a reset) says more than the stream error that follows from it.
    troubles.errno ??= errnoOf(error);
  };
  socket.on("error", note);
  const session = startSession(socket, url);
  session.on("error", note);
  try {
    const stream = session.request({
      ":method": request.method,
      ":scheme": "https",
      ":authority": url.host,
      ":path": pathOf(url),
      ...Object.fromEntries(requestHeaders(request, plan.userAgent)),
    });
    stream.on("error", note);
    const head = await headOf(stream, budget, troubles);
    draft.mark("firstByte");
    draft.head = head;
    const reader = new ByteReader(stream);
    await readBody({ reader, framed: framedBody({ stream, reader, head, troubles }, plan) }, head, plan);
  } catch (error) {
    throw error instanceof AnswerFault ? error : new AnswerFault("error", errnoOf(error));
  } finally {
    session.destroy();
  }
}
