import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a made-up site does now. */
export type SiteMood =
  | {
      readonly kind: "page";
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the connection and cuts it. */
  | { readonly kind: "cut" };

/** A fine page that differs a little at every visit, as real ones do. */
export function finePage(visit: number): string {
  return `<!doctype html><title>Shop</title><h1>Welcome to the shop</h1><p>Visit ${visit}</p><ul><li>Cups</li><li>Plates</li><li>Spoons and forks</li></ul><p>Open every day from nine to five.</p>`;
}

export const FINE: SiteMood = { kind: "page", status: 200, body: "" };
export const BAD_GATEWAY: SiteMood = {
  kind: "page",
  status: 502,
  body: "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>",
};

/** A site on loopback whose mood a test sets; `dead` stops listening. */
export interface FlakySite {
  readonly url: string;
  /** Requests that came, in ms since 1970 (real time). */
  readonly visits: number[];
  /** Most requests that were open at the same time. */
  readonly mostAtOnce: () => number;
  mood: SiteMood;
  die(): Promise<void>;
  revive(): Promise<void>;
  close(): Promise<void>;
}

export async function startFlakySite(host = "127.0.0.1", answerAfterMs = 0): Promise<FlakySite> {
  const visits: number[] = [];
  let open = 0;
  let most = 0;
  const site = { mood: FINE };
  const server: Server = createServer((request, response) => {
    visits.push(Date.now());
    open += 1;
    most = Math.max(most, open);
    response.once("close", () => {
      open -= 1;
    });
    setTimeout(() => {
      const { mood } = site;
      if (mood.kind === "cut") {
        request.socket.destroy();
        return;
      }
      const body = mood.body === "" ? finePage(visits.length) : mood.body;
      response.writeHead(mood.status, { "content-type": "text/html; charset=utf-8", ...mood.headers });
      response.end(body);
    }, answerAfterMs);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => resolve());
    });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  await listen(0);
  // The server listens on a port by now.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/`,
    visits,
    mostAtOnce: () => most,
    get mood() {
      return site.mood;
    },
    set mood(mood) {
      site.mood = mood;
    },
    die: stop,
    revive: () => listen(port),
    close: stop,
  };
}
