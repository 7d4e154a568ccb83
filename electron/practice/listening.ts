import { once } from "node:events";
import type { Server, Socket } from "node:net";

/** A running server of the practice network. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a server on a free loopback port and remembers its connections, so that closing never waits for a silent one. */
export async function listen(server: Server): Promise<Listening> {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    // A peer that resets is part of the game.
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a practice server has no port");
  return {
    port: address.port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
