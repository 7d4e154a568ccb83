import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import { decode, encode, streamDecode, streamEncode } from "dns-packet";
import { ALL_FINE, FIXED, type InternetState, NAMES, NOBODY, PAGES, PORTAL, RESOLVERS } from "./internet-places.ts";

/** Pages, a sign-in page and resolvers, in one process, until it is ended. usage: internet-main CERTIFICATES */
const [certificates = ""] = process.argv.slice(2);
let state: InternetState = ALL_FINE;

const DAY_MS = 86_400_000;
/** Longer than any test: what forgets a name before has been told to. */
const TTL = 600;

function addressOf(name: string, whose: keyof typeof RESOLVERS): string | null {
  const fixed = NAMES[name];
  if (fixed !== undefined) return fixed;
  if (state.moved[whose].includes(name)) return NOBODY;
  return name.endsWith(".site.test") || name === "www.example.com" ? PAGES : null;
}

function reply(message: Buffer, whose: keyof typeof RESOLVERS): Parameters<typeof encode>[0] | null {
  if (whose === "provider" && state.silent) return null;
  const query = decode(message);
  const [question] = query.questions ?? [];
  if (question === undefined) return null;
  const address = addressOf(question.name.toLowerCase(), whose);
  const record = { type: "A", name: question.name, ttl: TTL, data: address ?? "" } as const;
  const answers = address !== null && question.type === "A" ? [record] : [];
  const flags = address === null ? 0x0183 : 0x0180;
  return { id: query.id ?? 0, type: "response", flags, questions: [question], answers };
}

function resolver(address: string, whose: keyof typeof RESOLVERS): void {
  const socket = createSocket(address.includes(":") ? "udp6" : "udp4");
  socket.on("message", (message, from) => {
    const packet = reply(message, whose);
    if (packet !== null) socket.send(encode(packet), from.port, from.address);
  });
  socket.bind(53, address);
  createTcpServer((connection) => {
    connection.on("error", () => undefined);
    connection.once("data", (data) => {
      // A question fits in one piece.
      const packet = streamDecode(data) === null ? null : reply(data.subarray(2), whose);
      if (packet === null) connection.destroy();
      else connection.end(streamEncode(packet));
    });
  }).listen(53, address);
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? "").replace(/:\d+$/u, "");
}

const page: RequestListener = (request, answer) => {
  const host = hostOf(request);
  const date = new Date(Date.now() + state.aheadDays * DAY_MS).toUTCString();
  answer.setHeader("date", date);
  answer.setHeader("cache-control", "no-store");
  if (host === "portal.test") {
    if (request.method === "POST") state = { ...state, portal: false };
    answer.end("<!doctype html><title>Hotel</title><form method=post><button>Sign in</button></form>");
  } else if (state.portal) answer.writeHead(302, { location: "http://portal.test/sign-in" }).end();
  else if (host === "fixed-one.test") answer.writeHead(204).end();
  else if (host === "fixed-two.test") answer.end("success");
  else answer.end(`<!doctype html><title>${host}</title><h1>Fine</h1><p>${"All is well. ".repeat(40)}</p>`);
};

function control(): void {
  createServer((request, answer) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      if (request.method === "POST") {
        // Only the tests talk to this.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        state = { ...state, ...(JSON.parse(text) as Partial<InternetState>) };
      }
      answer.end(JSON.stringify(state));
    });
  }).listen(8080, PORTAL);
}

function contextOf(name: string): ReturnType<typeof createSecureContext> {
  const file = (end: string): Buffer => readFileSync(join(certificates, `${name}.${end}`));
  return createSecureContext({ cert: file("crt"), key: file("key") });
}

function secure(): void {
  const [now, later] = [contextOf("good"), contextOf("future")];
  const options = {
    // A site whose clock is ahead of ours has a certificate that begins after our today.
    SNICallback: (_name: string, use: (error: null, context: typeof now) => void) =>
      use(null, state.aheadDays > 0 ? later : now),
  };
  createSecureServer(options, page).listen(443, PAGES);
}

for (const address of RESOLVERS.provider) resolver(address, "provider");
for (const address of RESOLVERS.public) resolver(address, "public");
for (const address of [PAGES, PORTAL, ...FIXED]) createServer(page).listen(80, address);
for (const address of ["1.1.1.1", "8.8.8.8"]) createTcpServer((one) => one.destroy()).listen(443, address);
secure();
control();
