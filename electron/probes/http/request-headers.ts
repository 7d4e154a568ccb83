import type { HttpRequest } from "../probes.ts";
import { ACCEPT_ENCODING } from "./content-decoding.ts";
import { authorityOf } from "./exchange-draft.ts";

/** What a browser's address line asks for; servers that look at it answer with the page a person would get. */
const ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/** Any language, English first: the machine's own language is nobody's business. */
const ACCEPT_LANGUAGE = "en,*;q=0.5";

/** Headers of every request, lower-case names. No cookies, no credentials, no referrer: never. */
export function requestHeaders(request: HttpRequest, userAgent: string): readonly (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = [
    ["user-agent", userAgent],
    ["accept", ACCEPT],
    ["accept-language", ACCEPT_LANGUAGE],
    ["accept-encoding", ACCEPT_ENCODING],
  ];
  // Pragma is for caches of HTTP/1.0 (RFC 9111, 5.4); some still stand between.
  if (request.bypassCache === true) headers.push(["cache-control", "no-cache"], ["pragma", "no-cache"]);
  return headers;
}

/** Path and query as sent. */
export function pathOf(url: URL): string {
  return `${url.pathname}${url.search}`;
}

/** The head of an HTTP/1.1 request; `absolute` for a proxy of plain http (RFC 9112, 3.2.2). */
export function requestHead(
  request: HttpRequest,
  url: URL,
  { userAgent, absolute }: { readonly userAgent: string; readonly absolute: boolean },
): string {
  const target = absolute ? `${url.protocol}//${url.host}${pathOf(url)}` : pathOf(url);
  const lines = [`${request.method} ${target} HTTP/1.1`, `host: ${url.host}`];
  for (const [name, value] of requestHeaders(request, userAgent)) lines.push(`${name}: ${value}`);
  lines.push("connection: close", "", "");
  return lines.join("\r\n");
}

/** The request for a tunnel through a proxy (RFC 9110, 9.3.6). */
export function connectHead(host: string, port: number, userAgent: string): string {
  const authority = authorityOf(host, port);
  return [`CONNECT ${authority} HTTP/1.1`, `host: ${authority}`, `user-agent: ${userAgent}`, "", ""].join("\r\n");
}
