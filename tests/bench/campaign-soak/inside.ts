import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { BUILT_IN_REFERENCES } from "../../../electron/engine/outside-endpoints.ts";
import { linuxDnsDeps } from "../../../electron/platform/linux/dns/deps.ts";
import { linuxDns } from "../../../electron/platform/linux/dns/linux-dns.ts";
import { realDeps } from "../../../electron/platform/machine-deps.ts";
import { createDnsDesk } from "../../../electron/repairs/dns/create-desk.ts";
import { keepChange, switchDns } from "../../../electron/repairs/dns/switch.ts";
import { undoDns } from "../../../electron/repairs/dns/undo.ts";
import { livePlace, targetOfUrl } from "../../../electron/watch/live-place.ts";
import { WatchRunner } from "../../../electron/watch/runner.ts";
import { openWatchStore } from "../../../electron/watch/store.ts";

/**
 * Inside a throw-away machine, `inside.mjs SECONDS FOLDER FIRST-PORT SITES`: many watches, and DNS switched, kept and put
 * back over and over, in one process as the window has it. Prints one line of JSON: what it did and what it kept.
 */
const [seconds = "180", folder = "", firstPort = "21000", sites = "50"] = process.argv.slice(2);

/** One look at what this process holds. */
interface Sample {
  readonly heap: number;
  readonly rss: number;
  readonly files: number;
}

setFlagsFromString("--expose-gc");
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the engine's flag just made
const collect = runInNewContext("gc") as () => void;
const until = Date.now() + Number(seconds) * 1000;
const faults: string[] = [];

const runner = new WatchRunner({
  place: await livePlace({
    ...BUILT_IN_REFERENCES,
    publicResolvers: [],
    connectivityChecks: [],
    egress: [],
    vantage: null,
  }),
  store: openWatchStore(folder),
  face: "window",
  targetOf: targetOfUrl,
  onEvent: () => undefined,
  report: (error) => faults.push(String(error)),
});
await runner.start();
for (let index = 0; index < Number(sites); index += 1) {
  const target = targetOfUrl(`http://127.0.0.1:${Number(firstPort) + index}/`);
  // oxlint-disable-next-line no-await-in-loop -- each is on the disk before the next
  const added = await runner.add({ target, down: false, privateMode: true, keepOn: true });
  if (!added.ok) faults.push(`watch ${index}: ${added.error.code}`);
}

const [cycles, samples] = await Promise.all([cycle(), sample()]);
const looks = runner.list().watches.reduce((sum, { total }) => sum + total.looks, 0);
await runner.close();
process.stdout.write(`${JSON.stringify({ cycles, looks, samples, faults: faults.slice(0, 10) })}\n`);
process.exit();

async function cycle(): Promise<number> {
  const desk = createDnsDesk(linuxDns(linuxDnsDeps(realDeps())), folder, "0.0.0-soak");
  const { signal } = new AbortController();
  const before = readFileSync("/etc/resolv.conf", "utf8");
  let done = 0;
  while (Date.now() < until) {
    const order = {
      servers: ["1.1.1.1", "1.0.0.1"],
      linkId: null,
      mode: { kind: "ask", deadlineSeconds: 60 },
    } as const;
    // oxlint-disable-next-line no-await-in-loop -- one change after the other is the point
    const result = await switchDns(
      desk,
      order,
      { obstacles: async () => [], agree: async () => true, afterCheck: async () => true, onStep: () => undefined },
      signal,
    );
    if (result.kind !== "open") faults.push(`switch ${done}: ${JSON.stringify(result).slice(0, 200)}`);
    else {
      // oxlint-disable-next-line no-await-in-loop
      await keepChange(desk, result.change, signal);
      // oxlint-disable-next-line no-await-in-loop
      const undone = await undoDns(desk, null, signal);
      if (!undone.ok) faults.push(`undo ${done}: ${JSON.stringify(undone.error).slice(0, 200)}`);
    }
    if (readFileSync("/etc/resolv.conf", "utf8") !== before) faults.push(`cycle ${done}: the file is not as it was`);
    done += 1;
    // oxlint-disable-next-line no-await-in-loop
    await sleep(1_000);
  }
  return done;
}

async function sample(): Promise<readonly Sample[]> {
  const seen: Sample[] = [];
  while (Date.now() < until) {
    // oxlint-disable-next-line no-await-in-loop -- a look now and then
    await sleep(2_000);
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    seen.push({ heap: heapUsed, rss, files: readdirSync("/proc/self/fd").length });
  }
  return seen;
}
