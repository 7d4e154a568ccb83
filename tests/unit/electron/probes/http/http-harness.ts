import type { Socket } from "node:net";
import { afterEach } from "vitest";
import { type HttpDeps, httpRequest } from "../../../../../electron/probes/http/http-request.ts";
import type { HttpRequest, ProbeOptions } from "../../../../../electron/probes/probes.ts";
import type { HttpExchange } from "../../../../../shared/model/facts/http-facts.ts";
import { type TestServer, answering } from "../test-servers.ts";

const open: { close(): Promise<void> }[] = [];
const never = new AbortController().signal;

afterEach(async () => {
  await Promise.all(open.splice(0).map(async (server) => server.close()));
});

/** Closes the server after the test. */
export function tracked<Closable extends { close(): Promise<void> }>(server: Closable): Closable {
  open.push(server);
  return server;
}

/** A server that answers every request with these bytes and closes. */
export async function saying(...pieces: readonly (string | Buffer)[]): Promise<TestServer> {
  return behaving((socket) => {
    for (const piece of pieces) socket.write(typeof piece === "string" ? Buffer.from(piece, "latin1") : piece);
    socket.end();
  });
}

/** A server that does this with each connection once a request has come. */
export async function behaving(answer: (socket: Socket, head: string) => void): Promise<TestServer> {
  return tracked(await answering(answer));
}

export interface Asked {
  readonly request?: Partial<HttpRequest>;
  readonly options?: Partial<ProbeOptions>;
  readonly deps?: Partial<HttpDeps>;
}

/** One GET to a loopback port by http. */
export async function ask(port: number, asked: Asked = {}): Promise<HttpExchange> {
  return httpRequest(
    { method: "GET", url: `http://127.0.0.1:${port}/`, addresses: [], proxy: null, ...asked.request },
    { signal: never, ...asked.options },
    {
      lookup: async () => Promise.resolve([]),
      userAgent: "GoodGateway/test (network check)",
      ...asked.deps,
    },
  );
}
