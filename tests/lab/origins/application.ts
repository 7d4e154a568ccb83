import { STATUS_CODES } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Behaviour } from "../../scenarios/behaviour.ts";
import { FINE, type Ready, readyPage } from "./pages.ts";

/** A certificate and its key, PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** A small web server whose manners can be changed while it runs. */
export class Application {
  #behaviour: Behaviour = { how: "fine" };
  #requests = 0;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();

  readonly #address: string;
  readonly #pair: KeyPair | null;

  /** With a key pair it also listens on port 443. */
  constructor(address: string, pair: KeyPair | null) {
    this.#address = address;
    this.#pair = pair;
  }

  /** Changes what it does; done when the ports are open or shut accordingly. */
  async set(behaviour: Behaviour): Promise<void> {
    if (behaviour.how === "page") readyPage(behaviour.page ?? { status: 500, body: "" });
    this.#behaviour = behaviour;
    this.#requests = 0;
    for (const socket of this.#sockets) socket.destroy();
    if (behaviour.how === "refuse") this.#close();
    else if (this.#servers.length === 0) await this.#listen();
  }

  async #listen(): Promise<void> {
    const plain = createServer((socket) => this.#serve(socket));
    this.#servers.push(plain);
    await listening(plain, this.#address, 80);
    if (this.#pair === null) return;
    const secure = createTlsServer({ ...this.#pair, ALPNProtocols: ["http/1.1"] }, (socket) => this.#serve(socket));
    secure.on("tlsClientError", () => undefined); // a client that goes away during the handshake
    this.#servers.push(secure);
    await listening(secure, this.#address, 443);
  }

  /** The ports are shut at once; connections that are still open end by themselves. */
  #close(): void {
    for (const server of this.#servers.splice(0)) server.close();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let head = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      head += text;
      if (!head.includes("\r\n\r\n")) return;
      const [line = ""] = head.split("\r\n");
      head = "";
      this.#requests += 1;
      this.#answer(socket, line);
    });
  }

  #answer(socket: Socket, line: string): void {
    const [method = "GET", path = "/"] = line.split(" ");
    const { path: only, every = 1 } = this.#behaviour;
    const meant = (only === undefined || path.startsWith(only)) && this.#requests % every === 0;
    if (meant) this.#misbehave(socket, method, path);
    else send(socket, FINE, method);
  }

  #misbehave(socket: Socket, method: string, path: string): void {
    const { how, page, delayMs = 0 } = this.#behaviour;
    const type = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
    switch (how) {
      case "fine":
      case "refuse":
        return send(socket, FINE, method);
      case "reset":
        // TLS sockets cannot be reset themselves; the one below them can.
        return void ("resetAndDestroy" in socket && socket.resetAndDestroy());
      case "close":
        return void socket.end();
      case "silent":
        return;
      case "garbage":
        return void socket.end("\u0000\u0001\u0002 this is no web server \u0003\r\n\r\n");
      case "half":
        return void socket.write(`${type}Content-Length: 100000\r\n\r\n${"x".repeat(1000)}`, () =>
          socket.destroySoon(),
        );
      case "cut-chunks":
        return void socket.end(`${type}Transfer-Encoding: chunked\r\n\r\n400\r\n${"x".repeat(500)}`);
      case "bad-gzip":
        return void socket.end(`${type}Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\nnot gzip at all, no. `);
      case "redirect-loop":
        return send(
          socket,
          {
            ...FINE,
            status: 302,
            headers: [
              ["location", path],
              ["cache-control", "no-store"],
            ],
            body: "",
          },
          method,
        );
      case "slow":
        return void setTimeout(() => send(socket, FINE, method), delayMs);
      case "page":
        return send(socket, readyPage(page ?? { status: 500, body: "" }), method);
    }
  }
}

function listening(server: Server, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => resolve());
  });
}

function send(socket: Socket, page: Ready, method: string): void {
  const body = Buffer.from(page.body, "utf8");
  const head = [
    `HTTP/1.1 ${page.status} ${page.statusText || (STATUS_CODES[page.status] ?? "Unknown")}`,
    ...page.headers.map(([name, value]) => `${name}: ${value}`),
    `date: ${new Date().toUTCString()}`,
    `content-length: ${body.length}`,
    "connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`, "latin1");
  socket.end(method === "HEAD" ? "" : body);
}
