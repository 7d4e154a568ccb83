import type { Socket } from "node:net";
import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import { errnoOf } from "../errno.ts";
import type { HttpRequest, Lookup, ProbeOptions } from "../probes.ts";
import { type Trust, systemTrust } from "../tls/system-trust.ts";
import { tlsErrorOutcome } from "../tls/tls-error-outcome.ts";
import { AnswerFault } from "./answer-fault.ts";
import { Budget } from "./budget.ts";
import { ExchangeDraft, cleanUrl } from "./exchange-draft.ts";
import { http1Exchange } from "./http1-exchange.ts";
import { HTTP_1_1_REQUIRED, http2Exchange } from "./http2-exchange.ts";
import { type Journey, encrypt, openDirect, openProxy } from "./open-path.ts";
import { openTunnel } from "./proxy-tunnel.ts";
import { requestHead } from "./request-headers.ts";

/** What requests are made with. */
export interface HttpDeps {
  /** For hosts (and proxies) whose addresses the request does not give. */
  readonly lookup: Lookup;
  readonly userAgent: string;
  /** Called for https only. The system's own when absent. */
  readonly trust?: () => Trust;
}

/** Ports of the schemes (RFC 9110, 4.2). */
function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

function parseUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === "http:" || url?.protocol === "https:" ? url : null;
}

/**
 * A TLS alert can come after the handshake, as the answer to the request: TLS 1.3 servers refuse a missing client
 * certificate that way, or just hang up.
 */
function lateTlsFault(fault: AnswerFault, draft: ExchangeDraft): AnswerFault {
  const { tls } = draft;
  if (tls?.outcome !== "trusted" || draft.head !== null) return fault;
  const code = fault.errno ?? "";
  if (code.startsWith("ERR_SSL_")) {
    const { clientCertificateAsked } = tls;
    const failure = { code, fromSystem: false, clientCertificateAsked, keysAgreed: true };
    const outcome = tlsErrorOutcome(failure);
    const asked = clientCertificateAsked || outcome === "client-certificate-required";
    draft.tls = { ...tls, outcome, errno: code, clientCertificateAsked: asked };
    return new AnswerFault("tls-failed", code);
  }
  const hungUp = fault.outcome === "empty-reply" || fault.outcome === "reset";
  if (!hungUp || !tls.clientCertificateAsked) return fault;
  draft.tls = { ...tls, outcome: "client-certificate-required", errno: fault.errno };
  return new AnswerFault("tls-failed", fault.errno);
}

/** Opens the way, sends the request, reads the answer into the draft. Throws AnswerFault. */
async function travel(journey: Journey, opened: (socket: Socket) => void): Promise<void> {
  const { request, url, draft, budget, userAgent } = journey;
  const { proxy } = request;
  const way = proxy === null ? await openDirect(journey) : await openProxy(journey, proxy);
  opened(way.socket);
  const plan = { method: request.method, draft, budget };
  if (url.protocol === "http:") {
    await http1Exchange(way.socket, requestHead(request, url, { userAgent, absolute: proxy !== null }), plan);
    return;
  }
  if (proxy !== null) await openTunnel(way.socket, journey);
  const secure = await encrypt(way, journey);
  opened(secure);
  if (secure.alpnProtocol === "h2") {
    await http2Exchange(secure, { request, url, userAgent, draft, budget });
    return;
  }
  await http1Exchange(secure, requestHead(request, url, { userAgent, absolute: false }), plan);
}

/**
 * One HTTP request over HTTP/1.1 or HTTP/2, direct or through a proxy; redirects are not followed, no cookies or
 * credentials are ever sent. Never throws. A request is sent over TLS only when the certificate is trusted. Limits:
 * `LIMITS.http*`; `timeoutMs` overrides the total. A head larger than `LIMITS.httpHeaderBytes` is `error` with
 * HEADERS_TOO_LARGE; an address that is no http(s) URL is `error` with ERR_INVALID_URL.
 */
export async function httpRequest(request: HttpRequest, options: ProbeOptions, deps: HttpDeps): Promise<HttpExchange> {
  const url = parseUrl(request.url);
  if (url === null) return new ExchangeDraft(request, "").finish("error", "ERR_INVALID_URL");
  const draft = new ExchangeDraft(request, cleanUrl(url));
  const sockets: Socket[] = [];
  try {
    const journey: Journey = {
      request,
      url,
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: portOf(url),
      draft,
      budget: new Budget(options),
      lookup: deps.lookup,
      trust: deps.trust ?? systemTrust,
      userAgent: deps.userAgent,
    };
    await travel(journey, (socket) => sockets.push(socket));
    return draft.finish("response", null);
  } catch (error) {
    const fault = error instanceof AnswerFault ? error : new AnswerFault("error", errnoOf(error));
    if (fault.errno === HTTP_1_1_REQUIRED && request.http1Only !== true) {
      return await httpRequest({ ...request, http1Only: true }, options, deps);
    }
    const { outcome, errno } = lateTlsFault(fault, draft);
    return draft.finish(outcome, errno);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}
