import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import type { Certificate } from "./certificates.ts";
import { gatewayListener } from "./gateway-server.ts";
import { listen, type Listening } from "./listening.ts";
import { proxyServer } from "./proxy-server.ts";
import type { Page, SiteBehaviour } from "./scenario.ts";

/** A page as a healthy site sends it. */
const FINE_BODY = "<!doctype html><title>Practice shop</title><h1>Welcome to the practice shop</h1><p>All is well.</p>";

/** Starts the server behind one address; null for places where nothing listens (closed, dropped). */
export async function startSite(site: SiteBehaviour, certificate: Certificate | null): Promise<Listening | null> {
  switch (site.kind) {
    case "closed":
    case "dropped":
      return null;
    case "mute":
      return listen(createTcpServer());
    case "hang-up":
      return listen(createTcpServer((socket) => void socket.once("data", () => socket.end())));
    case "redirect-loop":
      return listen(createServer(redirectLoop));
    case "page":
      return listen(
        certificate === null
          ? createServer(pageListener(site.page))
          : createTlsServer(certificate, pageListener(site.page)),
      );
    case "gateway":
      return startGateway(site);
    case "proxy":
      return listen(proxyServer(site.fault));
  }
}

/** The origin lives as long as the gateway in front of it. */
async function startGateway(site: Extract<SiteBehaviour, { kind: "gateway" }>): Promise<Listening> {
  const origin = await startOrigin(site.origin);
  const gateway = await listen(createServer(gatewayListener(site.product, origin.port)));
  return {
    port: gateway.port,
    close: async () => {
      await gateway.close();
      await origin.close();
    },
  };
}

async function startOrigin(kind: "dead" | "silent" | "fine" | "garbage"): Promise<Listening> {
  if (kind === "fine") return listen(createServer(pageListener({ status: 200, body: FINE_BODY })));
  if (kind === "silent") return listen(createTcpServer());
  if (kind === "garbage")
    return listen(createTcpServer((socket) => void socket.once("data", () => socket.end("\u0000\u0001nonsense\r\n"))));
  // A port that was open a moment ago and is closed now: connects are refused.
  const gone = await listen(createTcpServer());
  await gone.close();
  return { port: gone.port, close: () => Promise.resolve() };
}

function pageListener(page: Page): RequestListener {
  let count = 0;
  return (_request, response) => {
    count += 1;
    const due = count % (page.every ?? 1) === 0;
    if (due) send(response, page.status, page.headers ?? {}, page.body);
    else send(response, 200, {}, FINE_BODY);
  };
}

const redirectLoop: RequestListener = (request, response) => {
  const next = request.url === "/a" ? "/b" : "/a";
  send(response, 302, { location: next }, "");
};

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}
