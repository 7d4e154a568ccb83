import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

/** A listener on loopback whose queue is full, so that further SYNs go unanswered. */
export interface SilentListener {
  readonly port: number;
  close(): Promise<void>;
}

/** The thread listens and then blocks for good; connections that fill its queue do the rest. */
const BLOCKED_THREAD = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

export async function silentListener(): Promise<SilentListener> {
  const worker = new Worker(BLOCKED_THREAD, { eval: true });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  const fillers: Socket[] = [];
  let connected = true;
  while (connected) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    fillers.push(socket);
    connected = await Promise.race([
      new Promise<boolean>(
        (resolve) =>
          void socket.once("connect", () => {
            resolve(true);
          }),
      ),
      new Promise<boolean>(
        (resolve) =>
          void setTimeout(() => {
            resolve(false);
          }, 400),
      ),
    ]);
  }
  return {
    port,
    async close() {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}
