// Runs inside the lab's client: the comparison of name servers, and the same questions by a bare socket, by turns.
// usage: dns-inside.ts ROUNDS NAMES ADDRESS...
import { createSocket } from "node:dgram";
import { encode } from "dns-packet";
import { createProbes } from "../../../electron/probes/create-probes.ts";
import type { Contestant } from "../../../electron/repairs/bench/contestants.ts";
import { runBench } from "../../../electron/repairs/bench/run-bench.ts";

/** As the comparison has them: samples under way at once, and samples that count. */
const AT_ONCE = 4;
const SAMPLES = 24;

const [rounds = "0", count = "0", ...addresses] = process.argv.slice(2);
const names = Array.from({ length: Number(count) }, (_, index) => `name-${index}.example.com`);

async function product(): Promise<{ readonly ms: number; readonly answered: number; readonly asked: number }> {
  const contestants = addresses.map((address, index): Contestant => ({
    id: address,
    name: address,
    transport: "udp",
    current: index === 0,
    server: { transport: "udp", address, port: 53 },
  }));
  const started = performance.now();
  const { signal } = new AbortController();
  const report = await runBench({ contestants, names, probes: createProbes({ systemServers: [] }), signal });
  const rows = report?.rows ?? [];
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return { ms: performance.now() - started, answered: sum((row) => row.answered), asked: sum((row) => row.asked) };
}

/** The same questions in the same order and number, without a look at what comes back: what line and system need. */
async function bare(): Promise<number> {
  const socket = createSocket("udp4");
  const waiting = new Map<number, () => void>();
  socket.on("message", (reply) => waiting.get(reply.readUInt16BE(0))?.());
  await new Promise<void>((resolve) => socket.bind(0, resolve));
  let id = 0;
  const ask = (address: string, name: string): Promise<void> =>
    new Promise((resolve) => {
      id = (id + 1) % 65_536;
      waiting.set(id, resolve);
      socket.send(encode({ type: "query", id, questions: [{ type: "A", name }] }), 53, address);
    });
  const everybody = (name: string): Promise<unknown> => Promise.all(addresses.map((address) => ask(address, name)));
  const batches = async (samples: number): Promise<void> => {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < samples) {
        next += 1;
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what a worker is
        await everybody(names[next % names.length] ?? "");
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  const started = performance.now();
  await batches(names.length);
  await batches(Math.max(SAMPLES, names.length));
  await everybody("nobody.invalid");
  const ms = performance.now() - started;
  socket.close();
  return ms;
}

for (let round = 0; round < Number(rounds); round += 1) {
  // oxlint-disable-next-line no-await-in-loop -- by turns
  const theirs = await bare();
  // oxlint-disable-next-line no-await-in-loop
  process.stdout.write(`${JSON.stringify({ bare: theirs, ...(await product()) })}\n`);
}
process.exit(0);
