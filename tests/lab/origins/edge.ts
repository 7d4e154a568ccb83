import { createServer, type IncomingMessage, request, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Page } from "../../scenarios/behaviour.ts";
import type { KeyPair } from "./application.ts";
import { readyPage } from "./pages.ts";

/** How a delivery network marks what passes through it, and what it says when the application cannot be used. */
export interface Vendor {
  readonly marks: Readonly<Record<string, string>>;
  /** Marks of errors that it passes on, where they differ. */
  readonly errorMarks?: Readonly<Record<string, string>>;
  readonly refused: Page;
  readonly noConnection: Page;
  readonly noAnswer: Page;
  /** Closed, reset or not HTTP. */
  readonly badAnswer: Page;
}

/** Delivery networks. The pages are the signature table's samples. */
export const VENDORS: Readonly<Record<string, Vendor>> = {
  cloudflare: {
    marks: { server: "cloudflare", "cf-ray": "8e1f00ddc0ffee11-AMS", "cf-cache-status": "DYNAMIC" },
    refused: { fixture: "cloudflare-521" },
    noConnection: { fixture: "cloudflare-522" },
    noAnswer: { fixture: "cloudflare-524" },
    badAnswer: { fixture: "cloudflare-520" },
  },
  fastly: {
    marks: { via: "1.1 varnish", "x-served-by": "cache-ams21058-AMS", "x-cache": "MISS", "x-timer": "S1,VS0,VE9" },
    refused: { fixture: "fastly-503" },
    noConnection: { fixture: "fastly-503" },
    noAnswer: { fixture: "fastly-503" },
    badAnswer: { fixture: "fastly-503" },
  },
  cloudfront: {
    marks: {
      via: "1.1 0a1b2c3d4e5f.cloudfront.net (CloudFront)",
      "x-cache": "Miss from cloudfront",
      "x-amz-cf-pop": "AMS54-C1",
      "x-amz-cf-id": "u7Vf0Zk3Q",
    },
    errorMarks: { "x-cache": "Error from cloudfront" },
    refused: { fixture: "cloudfront-origin" },
    noConnection: { fixture: "cloudfront-origin" },
    noAnswer: { fixture: "cloudfront-origin" },
    badAnswer: { fixture: "cloudfront-origin" },
  },
  akamai: {
    marks: { "akamai-grn": "0.5c1a1202.1732284800.1a2b3c4d" },
    refused: { fixture: "akamai-unavailable" },
    noConnection: { fixture: "akamai-unavailable" },
    noAnswer: { fixture: "akamai-timeout" },
    badAnswer: { fixture: "akamai-unavailable" },
  },
  google: {
    marks: { via: "1.1 google" },
    refused: { fixture: "google-lb-5xx" },
    noConnection: { fixture: "google-lb-5xx" },
    noAnswer: { fixture: "google-lb-5xx" },
    badAnswer: { fixture: "google-lb-5xx" },
  },
  frontdoor: {
    marks: { "x-azure-ref": "20261122T120000Z-r1ab2c3d4e", "x-cache": "CONFIG_NOCACHE" },
    refused: { fixture: "azure-front-door-origin" },
    noConnection: { fixture: "azure-front-door-origin" },
    noAnswer: { fixture: "azure-front-door-origin" },
    badAnswer: { fixture: "azure-front-door-origin" },
  },
  bunny: {
    marks: { server: "BunnyCDN-AMS1-1041", "cdn-cache": "BYPASS", "cdn-pullzone": "12345" },
    refused: { fixture: "bunny-5xx" },
    noConnection: { fixture: "bunny-5xx" },
    noAnswer: { fixture: "bunny-5xx" },
    badAnswer: { fixture: "bunny-5xx" },
  },
};

/** How long an edge waits for the application, ms. True ones wait longer; the order of events is what matters here. */
const PATIENCE = { connectMs: 1_500, answerMs: 2_500 } as const;
const HOP_BY_HOP = new Set(["connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade"]);

/** An edge of a delivery network in front of one application. */
export class Edge {
  #own: Page | null = null;

  readonly #vendor: Vendor;
  readonly #origin: string;

  constructor(vendor: Vendor, origin: string) {
    this.#vendor = vendor;
    this.#origin = origin;
  }

  /** A fault of its own: every request gets this page. Null: none. */
  setOwnFault(page: Page | null): void {
    if (page !== null) readyPage(page);
    this.#own = page;
  }

  /** Listens on ports 80 and 443 of these addresses. */
  async listen(addresses: readonly string[], pair: KeyPair): Promise<void> {
    const handle: RequestListener = (incoming, outgoing) => this.#handle(incoming, outgoing);
    const servers = addresses.flatMap((address) => [
      { server: createServer(handle), address, port: 80 },
      { server: createHttpsServer({ ...pair }, handle), address, port: 443 },
    ]);
    await Promise.all(
      servers.map(
        ({ server, address, port }) =>
          new Promise<void>((resolve, reject) => {
            server.once("error", reject);
            server.listen(port, address, () => resolve());
          }),
      ),
    );
  }

  #handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (this.#own !== null) return give(outgoing, this.#own);
    let connected = false;
    const onward = request({
      host: this.#origin,
      port: 80,
      method: incoming.method ?? "GET",
      path: incoming.url ?? "/",
      headers: { host: incoming.headers.host ?? "" },
      agent: false,
    });
    const connectTimer = setTimeout(() => onward.destroy(new EdgeTimeout("noConnection")), PATIENCE.connectMs);
    const answerTimer = setTimeout(() => onward.destroy(new EdgeTimeout("noAnswer")), PATIENCE.answerMs);
    const settled = (): void => {
      clearTimeout(connectTimer);
      clearTimeout(answerTimer);
    };
    onward.on("socket", (socket) =>
      socket.on("connect", () => {
        connected = true;
        clearTimeout(connectTimer);
      }),
    );
    onward.on("response", (response) => {
      settled();
      this.#passOn(response, outgoing);
    });
    onward.on("error", (error) => {
      settled();
      if (outgoing.headersSent) return void outgoing.destroy();
      give(outgoing, this.#pageFor(error, connected));
    });
    onward.end();
  }

  #pageFor(error: Error, connected: boolean): Page {
    if (error instanceof EdgeTimeout) return this.#vendor[error.why];
    if (connected) return this.#vendor.badAnswer;
    return "code" in error && error.code === "ECONNREFUSED" ? this.#vendor.refused : this.#vendor.noConnection;
  }

  #passOn(response: IncomingMessage, outgoing: ServerResponse): void {
    const status = response.statusCode ?? 502;
    for (const [name, value] of Object.entries(response.headers)) {
      if (value !== undefined && !HOP_BY_HOP.has(name)) outgoing.setHeader(name, value);
    }
    const marks = { ...this.#vendor.marks, ...(status >= 400 ? this.#vendor.errorMarks : {}) };
    for (const [name, value] of Object.entries(marks)) outgoing.setHeader(name, value);
    outgoing.writeHead(status);
    response.on("error", () => outgoing.destroy());
    response.on("aborted", () => outgoing.destroy());
    response.pipe(outgoing);
  }
}

class EdgeTimeout extends Error {
  readonly why: "noConnection" | "noAnswer";

  constructor(why: "noConnection" | "noAnswer") {
    super(why);
    this.why = why;
  }
}

function give(outgoing: ServerResponse, page: Page): void {
  const { status, headers, body } = readyPage(page);
  for (const [name, value] of headers) outgoing.setHeader(name, value);
  outgoing.writeHead(status);
  outgoing.end(body);
}
