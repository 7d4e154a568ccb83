import { request } from "node:http";
import { connect as connectHttp2, type ClientHttp2Session } from "node:http2";
import type { TLSSocket } from "node:tls";
import { onDeadline } from "../deadline.ts";
import { errnoOf } from "../errno.ts";
import { encodeQuery } from "./asked.ts";
import { createBoundedBody, DNS_MESSAGE, DOH_ID, readDohResponse, type DohResponse } from "./doh-reply.ts";
import { failed, type Ask, type Exchange, type ExchangeEnd } from "./exchange.ts";
import { openSecure } from "./secure-connection.ts";
import { QUERY_PADDING } from "./stream-exchange.ts";

/** Where to ask over HTTPS. */
export interface DohEndpoint {
  readonly url: string;
  /** Where to connect; the port is the URL's. */
  readonly address: string;
}

/** Ends of one HTTP exchange; only the first call of either counts. */
interface HttpEnds {
  readonly onResponse: (response: DohResponse) => void;
  readonly onFailure: (end: ExchangeEnd) => void;
}

/** Asks over HTTPS (RFC 8484) by POST: HTTP/2 where the server offers it, else HTTP/1.1. */
export async function askOverHttps(
  endpoint: DohEndpoint,
  ask: Ask,
  ca: readonly string[] | undefined,
): Promise<Exchange> {
  const url = URL.canParse(endpoint.url) ? new URL(endpoint.url) : null;
  if (url?.protocol !== "https:") return { end: failed("error", "ERR_INVALID_URL"), rejected: 0 };
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? 443 : Number(url.port);
  const connection = await openSecure({ address: endpoint.address, port }, { name, alpn: ["h2", "http/1.1"], ca }, ask);
  if (!connection.ok) return { end: connection.end, rejected: 0 };
  const { socket } = connection;
  return new Promise((resolve) => {
    let open = true;
    let session: ClientHttp2Session | null = null;
    const finish = (exchange: Exchange): void => {
      if (!open) return;
      open = false;
      release();
      session?.destroy();
      socket.destroy();
      resolve(exchange);
    };
    const onFailure = (end: ExchangeEnd): void => {
      finish({ end, rejected: 0 });
    };
    const release = onDeadline(ask.signal, ask.timeoutMs - connection.ms, (why) => {
      onFailure(failed(why));
    });
    const ends: HttpEnds = {
      onResponse: (response) => {
        finish(readDohResponse(response, ask));
      },
      onFailure,
    };
    const query = encodeQuery(ask.asked, { id: DOH_ID, edns: ask.edns, padTo: QUERY_PADDING });
    try {
      if (socket.alpnProtocol === "h2") session = postOverHttp2(socket, url, query, ends);
      else postOverHttp1(socket, url, query, ends);
    } catch (error) {
      onFailure(failed("http-failed", errnoOf(error)));
    }
  });
}

function failedHttp(error: unknown): ExchangeEnd {
  const errno = errnoOf(error);
  return errno === "ECONNRESET" || errno === "EPIPE"
    ? failed("connection-closed", errno)
    : failed("http-failed", errno);
}

function postOverHttp2(socket: TLSSocket, url: URL, query: Buffer, ends: HttpEnds): ClientHttp2Session {
  const session = connectHttp2(url.origin, { createConnection: () => socket });
  const fail = (error: unknown): void => {
    ends.onFailure(failedHttp(error));
  };
  session.on("error", fail);
  session.on("close", () => {
    ends.onFailure(failed("connection-closed"));
  });
  const stream = session.request({
    ":method": "POST",
    ":path": `${url.pathname}${url.search}`,
    "content-type": DNS_MESSAGE,
    accept: DNS_MESSAGE,
    "content-length": query.length,
  });
  const body = createBoundedBody();
  let status = 0;
  let contentType = "";
  stream.on("error", fail);
  stream.on("response", (headers) => {
    status = headers[":status"] ?? 0;
    contentType = headers["content-type"] ?? "";
  });
  stream.on("data", (chunk: Buffer) => {
    if (!body.add(chunk)) ends.onFailure(failed("malformed"));
  });
  stream.on("end", () => {
    // A stream that is reset ends too, but without a head there was no answer: `close` of the stream says so.
    if (status !== 0 && stream.rstCode === 0) ends.onResponse({ status, contentType, body: body.bytes() });
  });
  stream.on("close", () => {
    ends.onFailure(failed("connection-closed"));
  });
  stream.end(query);
  return session;
}

function postOverHttp1(socket: TLSSocket, url: URL, query: Buffer, ends: HttpEnds): void {
  const sent = request({
    createConnection: () => socket,
    method: "POST",
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, "content-type": DNS_MESSAGE, accept: DNS_MESSAGE, "content-length": query.length },
  });
  sent.on("error", (error) => {
    ends.onFailure(failedHttp(error));
  });
  sent.on("response", (response) => {
    const body = createBoundedBody();
    response.on("data", (chunk: Buffer) => {
      if (!body.add(chunk)) ends.onFailure(failed("malformed"));
    });
    response.on("error", (error) => {
      ends.onFailure(failedHttp(error));
    });
    response.on("end", () => {
      ends.onResponse({
        status: response.statusCode ?? 0,
        contentType: response.headers["content-type"] ?? "",
        body: body.bytes(),
      });
    });
  });
  sent.end(query);
}
