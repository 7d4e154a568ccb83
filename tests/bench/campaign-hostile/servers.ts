import { createServer, type AddressInfo, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { makeAuthority, makeSelfSigned, type Certificate } from "../../../electron/practice/certificates.ts";
import { behaviours } from "./behaviours.ts";

/** Where the hostile servers listen, by what they do. They run in a process of their own: theirs is not our memory. */
export interface Places {
  readonly plain: Readonly<Record<string, number>>;
  readonly tls: Readonly<Record<string, number>>;
  /** The one authority that is to be trusted, PEM. */
  readonly authority: string;
}

/** The name that certificates should be for. */
export const HOST = "shop.example";

async function main(): Promise<void> {
  const known = makeAuthority("Known");
  const stranger = makeAuthority("Stranger");
  const certificates: Readonly<Record<string, Certificate>> = {
    fine: known.issue(HOST, -1, 90),
    expired: known.issue(HOST, -90, -1),
    "not valid yet": known.issue(HOST, 10, 90),
    "for another name": known.issue("other.example", -1, 90),
    "signed by itself": makeSelfSigned(HOST),
    "of an unknown authority": stranger.issue(HOST, -1, 90),
  };
  const plain: [string, number][] = [];
  for (const [name, behaviour] of Object.entries(behaviours())) {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => behaviour(socket));
      socket.resume();
    });
    // oxlint-disable-next-line no-await-in-loop -- each port must be known
    plain.push([name, await listening(server)]);
  }
  const tls: [string, number][] = [];
  for (const [name, { cert, key }] of Object.entries(certificates)) {
    const server = createTlsServer({ cert, key }, (socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    });
    server.on("tlsClientError", () => undefined);
    // oxlint-disable-next-line no-await-in-loop
    tls.push([name, await listening(server)]);
  }
  const places: Places = { plain: Object.fromEntries(plain), tls: Object.fromEntries(tls), authority: known.cert };
  process.send?.(places);
  process.on("disconnect", () => process.exit());
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

await main();
