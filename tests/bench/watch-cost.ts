import { mkdtemp, rm } from "node:fs/promises";
import { fork } from "node:child_process";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseTarget } from "../../electron/engine/target.ts";
import { thisMachine } from "../../electron/platform/this-machine.ts";
import { createProbes } from "../../electron/probes/create-probes.ts";
import { targetOfUrl } from "../../electron/watch/live-place.ts";
import { WatchRunner } from "../../electron/watch/runner.ts";
import { openWatchStore } from "../../electron/watch/store.ts";
import { NO_REFERENCES } from "../unit/electron/watch/still-machine.ts";

/**
 * What fifty watches cost: `npx tsx tests/bench/watch-cost.ts [--short]`. Ten minutes (one, in short) at the real pace
 * over real sockets; the sites run in another program. Prints the share of one core and exits 1 from 1 % on. The first
 * looks, with loading and compiling, are over before the measurement begins.
 */
const WATCHES = 50;
const SETTLE_MS = 25_000;
const LONG_MS = 10 * 60_000;
const SHORT_MS = 60_000;
const PAGE = `<!doctype html><title>Site</title>${"<p>Some words of an ordinary page, again and again.</p>".repeat(200)}`;

function serve(): void {
  const hosts = Array.from({ length: WATCHES }, (_, index) => `127.0.2.${index + 1}`);
  let open = 0;
  for (const host of hosts) {
    const server = createServer((_request, response) => void response.end(PAGE));
    server.listen(0, host, () => {
      open += 1;
      const address = server.address();
      if (address !== null && typeof address === "object")
        process.send?.({ url: `http://${host}:${address.port}/`, open });
    });
  }
}

async function measure(): Promise<void> {
  const lengthMs = process.argv.includes("--short") ? SHORT_MS : LONG_MS;
  const home = await mkdtemp(join(tmpdir(), "gg-cost-"));
  const servers = fork(process.argv[1] ?? "", ["--serve"]);
  const urls: string[] = [];
  await new Promise<void>((resolve) => {
    servers.on("message", (message) => {
      if (typeof message === "object" && message !== null && "url" in message) urls.push(String(message.url));
      if (urls.length === WATCHES) resolve();
    });
  });
  const runner = new WatchRunner({
    place: { probes: createProbes({}), machine: await thisMachine(), references: NO_REFERENCES },
    store: openWatchStore(home),
    face: "window",
    targetOf: targetOfUrl,
    onEvent: () => undefined,
    report: (error) => void process.stderr.write(`${String(error)}\n`),
  });
  await runner.start();
  for (const url of urls) {
    const target = parseTarget(url);
    // oxlint-disable-next-line no-await-in-loop -- into one file
    if (target.ok) await runner.add({ target: target.value, down: false, privateMode: false, keepOn: true });
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const looksBefore = runner.list().watches.reduce((sum, { total }) => sum + total.looks, 0);
  const before = process.cpuUsage();
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, lengthMs));
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1_000;
  const looks = runner.list().watches.reduce((sum, { total }) => sum + total.looks, 0) - looksBefore;
  const share = (user + system) / 1e6 / seconds;
  process.stdout.write(
    `${WATCHES} watches, ${seconds.toFixed(0)} s, ${looks} looks: ${(share * 100).toFixed(3)} % of one core, ` +
      `${((user + system) / 1_000 / Math.max(looks, 1)).toFixed(1)} ms a look\n`,
  );
  await runner.close();
  servers.kill();
  await rm(home, { recursive: true, force: true });
  process.exit(share < 0.01 && looks >= WATCHES / 2 ? 0 : 1);
}

if (process.argv.includes("--serve")) serve();
else await measure();
