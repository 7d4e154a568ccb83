import { connect } from "node:net";

/** Sends one line to a unix socket and gives the reply, up to where the other side ends it. */
export function askSocket(path: string, line: string, timeoutMs = 5_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    let reply = "";
    socket.setEncoding("utf8").setTimeout(timeoutMs, () => socket.destroy(new Error(`${path} does not answer`)));
    socket.on("data", (text: string) => (reply += text));
    socket.on("error", reject);
    socket.on("close", () => resolve(reply.trim()));
    socket.write(`${line}\n`);
  });
}
