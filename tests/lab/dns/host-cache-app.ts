import { createSocket } from "node:dgram";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { app, session } from "electron";
import { decode, encode } from "dns-packet";
import { hostCacheOf } from "../../../electron/main/host-cache.ts";

/**
 * A desktop program of its own for one test: loads a page, moves the name to another address, and loads again before
 * and after the memory of names is cleared. Resolver and pages live in it too; nothing leaves its network namespace.
 * Prints one line of JSON.
 */
const NAME = "gg-cache.test";
const PLACES = { old: "192.0.2.2", new: "192.0.2.3" } as const;

let place: keyof typeof PLACES = "old";
let asked = 0;

function startResolver(): Promise<void> {
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const query = decode(message);
    const [question] = query.questions ?? [];
    if (question === undefined) return;
    if (question.type === "A" && question.name === NAME) asked += 1;
    // Longer than anything here takes, so that only the browser's own memory is tested.
    const answer = { type: "A", name: question.name, ttl: 300, data: PLACES[place] } as const;
    const answers = question.type === "A" && question.name === NAME ? [answer] : [];
    const reply = { id: query.id ?? 0, type: "response" as const, flags: 0x0180, questions: [question], answers };
    socket.send(encode(reply), from.port, from.address);
  });
  return new Promise((resolve) => {
    socket.bind(53, "127.0.0.1", resolve);
  });
}

function startPage(name: keyof typeof PLACES): Promise<Server> {
  const server = createServer((_request, answer) => answer.end(name));
  return new Promise((resolve) => {
    server.listen(80, PLACES[name], () => resolve(server));
  });
}

async function run(): Promise<void> {
  app.setPath("userData", join(app.getAppPath(), "user-data"));
  await Promise.all([startResolver(), startPage("old"), startPage("new"), app.whenReady()]);
  const own = session.fromPartition("gg-host-cache");
  const load = async (): Promise<string> => (await own.fetch(`http://${NAME}/`, { cache: "no-store" })).text();
  const first = await load();
  place = "new";
  const beforeClearing = await load();
  const errors: string[] = [];
  const cleared = await hostCacheOf(
    () => [own],
    (error) => errors.push(String(error)),
  ).clear();
  const afterClearing = await load();
  process.stdout.write(`${JSON.stringify({ first, beforeClearing, cleared, afterClearing, asked, errors })}\n`);
}

run()
  .catch((error: unknown) => process.stdout.write(`${JSON.stringify({ broke: String(error) })}\n`))
  .finally(() => app.exit(0));
