import { createSocket } from "node:dgram";
import { createProbes } from "../../electron/probes/create-probes.ts";
import { seededRandom, type Random } from "../../electron/repairs/bench/random.ts";
import { runBench } from "../../electron/repairs/bench/run-bench.ts";
import type { Contestant } from "../../electron/repairs/bench/contestants.ts";
import { a, nameOf, replyTo, typeOf } from "../unit/electron/probes/dns/fake-dns-server.ts";
import { close, trials } from "./lib/campaign.ts";

/**
 * The comparison of resolvers where there is nothing to find: two addresses of one and the same resolver, which takes
 * as long as real ones do. A recommendation is a false one; at most one in a hundred may be. The other way round too:
 * a resolver that is clearly slower must be found. All on loopback.
 */
const NAMES = ["one.test", "two.test", "three.test", "four.test"];
/** Runs that wait side by side; more would measure this machine instead. */
const AT_ONCE = 8;
const RUNS = trials(40, 200);

/** Milliseconds as resolvers need them: the way there, a long tail, and now and then a name nobody had in memory. */
function delay(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return 10 + 20 * Math.exp(0.8 * normal) + (random() < 0.08 ? 150 : 0);
}

/** One resolver; `extra` ms more for every answer. */
async function resolver(address: string, random: Random, extra: number) {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const known = typeOf(query) === "A" && NAMES.includes(nameOf(query));
    const reply = replyTo(query, known ? { answers: [a(nameOf(query), "192.0.2.1")] } : { rcode: 3 });
    setTimeout(() => socket.send(reply, from.port, from.address, () => undefined), delay(random) + extra);
  });
  await new Promise<void>((done) => {
    socket.bind(0, address, done);
  });
  return { port: socket.address().port, stop: () => void socket.close() };
}

/** One comparison, on servers and with permutations of its own seed; true when it recommends the other one. */
async function recommends(seed: number, slower: number): Promise<boolean> {
  const random = seededRandom(seed);
  const [mine, other] = await Promise.all([resolver("127.0.0.1", random, slower), resolver("127.0.0.2", random, 0)]);
  const one = (id: string, address: string, port: number): Contestant => ({
    id,
    name: id,
    transport: "udp",
    current: id === "current",
    server: { transport: "udp", address, port },
  });
  const contestants = [one("current", "127.0.0.1", mine.port), one("other", "127.0.0.2", other.port)];
  const { signal } = new AbortController();
  const probes = createProbes({ systemServers: [] });
  const report = await runBench({ contestants, names: NAMES, probes, signal, seed });
  mine.stop();
  other.stop();
  return report?.verdict.kind === "switch";
}

async function count(runs: number, slower: number): Promise<number> {
  let found = 0;
  let next = 1;
  const lane = async (): Promise<void> => {
    while (next <= runs) {
      const seed = next;
      next += 1;
      // A lane does one after the other; that is what limits the number under way.
      // oxlint-disable-next-line no-await-in-loop
      if (await recommends(seed, slower)) found += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found;
}

const same = await count(RUNS, 0);
const slow = Math.ceil(RUNS / 10);
const seen = await count(slow, 80);
close("bench", [
  {
    what: "two addresses of the same resolver",
    figures: `${same} recommendations in ${RUNS} runs`,
    holds: same <= Math.ceil(RUNS / 100),
  },
  {
    what: "a resolver that is 80 ms slower",
    figures: `found ${seen} times in ${slow} runs`,
    holds: seen >= 0.9 * slow,
  },
]);
