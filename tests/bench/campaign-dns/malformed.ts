import { isIP } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readReply } from "../../../electron/probes/dns/read-reply.ts";
import type { Line } from "../lib/campaign.ts";
import { seeded } from "../lib/seeded.ts";
import { damage } from "./damage.ts";
import { ID, SEEDS } from "./seeds.ts";

/** One message may take this long; more would let a hostile server hold the check-up up. */
const LONGEST_MS = 50;
/** What a run may keep of what it read. */
const GROWTH_BYTES = 16 * 1024 * 1024;
/** Text in a reply that a terminal or a page would act on. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const ACTING = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/** Damaged answers: each is read or refused, none throws, hangs, stays in memory or brings acting text. */
export function malformed(count: number, seed: number): readonly Line[] {
  const random = seeded(seed);
  const ends = new Map<string, number>();
  const bad: string[] = [];
  let slowest = 0;
  const before = settledHeap();
  for (let index = 0; index < count; index += 1) {
    const { asked, message } = random.pick(SEEDS);
    const hurt = damage(message, random, random.pick(SEEDS).message);
    const read = (): string => judge(hurt, asked, random.below(2) === 0);
    const started = performance.now();
    try {
      const end = read();
      ends.set(end, (ends.get(end) ?? 0) + 1);
      if (end.startsWith("bad ")) bad.push(`${end}: ${hurt.toString("hex").slice(0, 200)}`);
    } catch (error) {
      bad.push(`threw ${String(error)}: ${hurt.toString("hex").slice(0, 200)}`);
    }
    const took = performance.now() - started;
    // A busy computer can hold any message up; the second time tells whether it was the message.
    if (took > LONGEST_MS) slowest = Math.max(slowest, again(read));
  }
  const growth = settledHeap() - before;
  for (const line of bad.slice(0, 10)) process.stdout.write(`${line}\n`);
  const kinds = [...ends].toSorted(([, x], [, y]) => y - x).map(([end, times]) => `${end} ${times}`);
  return [
    {
      what: "malformed messages",
      figures: `${count} read, ${bad.length} bad (${kinds.join(", ")})`,
      holds: bad.length === 0,
    },
    {
      what: "held up by one message",
      figures: slowest === 0 ? `none over ${LONGEST_MS} ms` : `${slowest.toFixed(0)} ms`,
      holds: slowest <= LONGEST_MS,
    },
    {
      what: "memory kept",
      figures: `${(growth / 1024 / 1024).toFixed(1)} MiB`,
      holds: growth <= GROWTH_BYTES,
    },
  ];
}

function judge(message: Buffer, asked: (typeof SEEDS)[number]["asked"], datagram: boolean): string {
  const read = readReply(message, asked, { id: ID, edns: true, datagram });
  if (read.kind !== "reply") return read.kind;
  const { addresses, records, cnames, ede } = read.content;
  if (addresses.some((address) => isIP(address) === 0)) return "bad address";
  const texts = [...records, ...cnames, ...ede.map(({ text }) => text)];
  return texts.some((text) => ACTING.test(text)) ? "bad text" : "reply";
}

function again(read: () => string): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    read();
    return performance.now() - started;
  });
  return Math.min(...times);
}

function settledHeap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
