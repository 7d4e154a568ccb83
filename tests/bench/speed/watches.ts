import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseTarget } from "../../../electron/engine/target.ts";
import { thisMachine } from "../../../electron/platform/this-machine.ts";
import { createProbes } from "../../../electron/probes/create-probes.ts";
import { targetOfUrl } from "../../../electron/watch/live-place.ts";
import { WatchRunner } from "../../../electron/watch/runner.ts";
import { openWatchStore } from "../../../electron/watch/store.ts";
import { NO_REFERENCES } from "../../unit/electron/checks/fakes.ts";
import type { Row } from "./row.ts";

const WATCHES = 50;
/** The first looks, with loading and compiling, are over before the measurement begins (ms). */
const SETTLE_MS = 25_000;
const MOST_SHARE = 0.01;

/**
 * What fifty watches cost this process at their real pace over real sockets, the list on the disk included: share of one
 * core over `lengthMs`. Nothing else may be measured in this process meanwhile. The row does not hold when hardly any
 * site was looked at, however cheap that was.
 */
export async function watchRows(lengthMs: number): Promise<readonly Row[]> {
  const home = await mkdtemp(join(tmpdir(), "gg-watches-"));
  const servers = fork(join(import.meta.dirname, "watched-sites.ts"), [String(WATCHES)]);
  const runner = new WatchRunner({
    place: { probes: createProbes({}), machine: await thisMachine(), references: NO_REFERENCES },
    store: openWatchStore(home),
    face: "window",
    targetOf: targetOfUrl,
    onEvent: () => undefined,
    report: (error) => void process.stderr.write(`${String(error)}\n`),
  });
  try {
    await runner.start();
    for (const url of await addressesOf(servers)) {
      const target = parseTarget(url);
      // oxlint-disable-next-line no-await-in-loop -- into one file
      if (target.ok) await runner.add({ target: target.value, down: false, privateMode: false, keepOn: true });
    }
    await pause(SETTLE_MS);
    return [rowOf(await measure(runner, lengthMs))];
  } finally {
    await runner.close();
    servers.kill();
    await rm(home, { recursive: true, force: true });
  }
}

function addressesOf(servers: ChildProcess): Promise<readonly string[]> {
  const urls: string[] = [];
  return new Promise((resolve, reject) => {
    servers.once("exit", () => reject(new Error("the sites to watch did not start")));
    servers.on("message", (url) => {
      if (typeof url === "string") urls.push(url);
      if (urls.length === WATCHES) resolve(urls);
    });
  });
}

interface Cost {
  readonly seconds: number;
  readonly cpuMs: number;
  readonly looks: number;
  /** Sites that were looked at in that time. */
  readonly sites: number;
}

async function measure(runner: WatchRunner, lengthMs: number): Promise<Cost> {
  const looksOf = (): ReadonlyMap<string, number> =>
    new Map(runner.list().watches.map(({ id, total }) => [id, total.looks]));
  const before = looksOf();
  const cpu = process.cpuUsage();
  const began = performance.now();
  await pause(lengthMs);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - began) / 1_000;
  const each = [...looksOf()].map(([id, looks]) => looks - (before.get(id) ?? 0));
  const looks = each.reduce((sum, one) => sum + one, 0);
  return { seconds, cpuMs: (user + system) / 1_000, looks, sites: each.filter((one) => one > 0).length };
}

function rowOf({ seconds, cpuMs, looks, sites }: Cost): Row {
  const share = cpuMs / 1_000 / seconds;
  const each = looks === 0 ? "" : `, ${(cpuMs / looks).toFixed(1)} ms each`;
  return {
    id: "watches",
    what: `${WATCHES} watches over ${(seconds / 60).toFixed(0)} min`,
    ours: `${(share * 100).toFixed(2)} % of one core (${looks} looks${each})`,
    beside: "",
    ratio: null,
    bar: "under 1 % of one core",
    holds: share < MOST_SHARE && sites === WATCHES,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
