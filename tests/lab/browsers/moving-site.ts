import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { decode, encode } from "dns-packet";

/** The site of these tests, and where it lies. */
export const SITE = "site.test";
export const PLACES = { old: "192.0.2.2", new: "192.0.2.3" } as const;

/** A site that moves: its DNS, and a server at each address. */
export interface MovingSite {
  /** The name leads to the new address, and the old server has no site any more. */
  move(): void;
  /** Requests for the page at each address so far. */
  readonly seen: { old: number; new: number };
}

/** Starts all of it inside this network; it lasts as long as the process. */
export async function startMovingSite(): Promise<MovingSite> {
  let place: keyof typeof PLACES = "old";
  const seen = { old: 0, new: 0 };
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const query = decode(message);
    const [question] = query.questions ?? [];
    if (question === undefined) return;
    const known = question.name === SITE;
    // Longer than anything here takes, so that only a browser's own memory is tested.
    const record = { type: "A", name: question.name, ttl: 600, data: PLACES[place] } as const;
    const answers = known && question.type === "A" ? [record] : [];
    const flags = known ? 0x0180 : 0x0183;
    const reply = { id: query.id ?? 0, type: "response" as const, flags, questions: [question], answers };
    socket.send(encode(reply), from.port, from.address);
  });
  await new Promise<void>((settle) => {
    socket.bind(53, "127.0.0.1", settle);
  });
  await Promise.all(
    (["old", "new"] as const).map(
      (name) =>
        new Promise<void>((settle) => {
          const server = createServer((request, answer) => {
            if (request.url === "/") seen[name] += 1;
            const gone = name === "old" && place === "new";
            answer.writeHead(gone ? 502 : 200, { "content-type": "text/html", "cache-control": "no-store" });
            answer.end(
              `<!doctype html><title>${SITE}</title><h1>${gone ? "502 Bad Gateway" : `page at the ${name} address`}</h1>`,
            );
          });
          // Long enough that an open connection can be seen.
          server.keepAliveTimeout = 20_000;
          server.listen(80, PLACES[name], settle);
        }),
    ),
  );
  return {
    move: () => {
      place = "new";
    },
    seen,
  };
}
