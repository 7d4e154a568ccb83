import { type AddressInfo, type Server, type Socket, createServer } from "node:net";

/** A server on a free loopback port. */
export interface TestServer {
  readonly port: number;
  /** Connections accepted so far. */
  connections(): number;
  /** Bytes received on all connections so far, as latin1 text. */
  received(): string;
  close(): Promise<void>;
}

/** Starts listening on 127.0.0.1 and closes hard: tests leave connections in every state. */
export async function listen(server: Server): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let count = 0;
  let text = "";
  server.on("connection", (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
  });
  server.on("raw", (bytes: Buffer) => {
    text += bytes.toString("latin1");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    received: () => text,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/** A server that does whatever `behave` does with each raw connection. */
export async function rawServer(behave: (socket: Socket) => void): Promise<TestServer> {
  const server = createServer((socket) => {
    behave(socket);
  });
  return listen(server);
}

/** A server that waits for a whole request head, then hands over the socket and the head. */
export async function answering(answer: (socket: Socket, head: string) => void): Promise<TestServer> {
  const server = createServer((socket) => {
    let text = "";
    const onData = (bytes: Buffer): void => {
      server.emit("raw", bytes);
      text += bytes.toString("latin1");
      if (!text.includes("\r\n\r\n")) return;
      socket.off("data", onData);
      answer(socket, text);
    };
    socket.on("data", onData);
  });
  return listen(server);
}
