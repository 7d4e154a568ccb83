import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchCommand } from "../../../electron/cli/watch/watch.ts";
import { BAD_GATEWAY, FINE, startFlakySite } from "../../unit/electron/watch/flaky-site.ts";

/**
 * The watch at its real pace, on loopback: `npx tsx tests/lab/watch/real-time.ts` (about a quarter of an hour). A site
 * comes and goes for four minutes, is dead for eight, and comes back; exits 0 when the recovery was told within 20 s of
 * the first good answer, and nothing was told before.
 */
const MINUTE = 60_000;
/** Good and bad in turn, too quickly for three looks five seconds apart to meet only good ones. */
const HALF_TURN_MS = 4_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const home = await mkdtemp(join(tmpdir(), "gg-real-time-"));
const site = await startFlakySite();
let revivedAt = Number.POSITIVE_INFINITY;

async function live(): Promise<void> {
  let good = false;
  for (let left = (4 * MINUTE) / HALF_TURN_MS; left > 0; left -= 1) {
    good = !good;
    site.mood = good ? FINE : BAD_GATEWAY;
    // oxlint-disable-next-line no-await-in-loop -- the site's life, step by step
    await pause(HALF_TURN_MS);
  }
  await site.die();
  await pause(8 * MINUTE);
  site.mood = FINE;
  await site.revive();
  revivedAt = Date.now();
}

let written = "";
const life = live();
const code = await watchCommand(["--json", site.url], {
  out: async (text) => {
    written += text;
  },
  err: (text) => void process.stderr.write(text),
  outIsTty: false,
  errIsTty: false,
  columns: 80,
  env: { ...process.env, GOODGATEWAY_HOME: home },
});
const told = Date.now();
const { fineSince, toldAt, outcome } = JSON.parse(written) as Readonly<
  Record<"fineSince" | "toldAt" | "outcome", string>
>;
const delay = Date.parse(toldAt) - Date.parse(fineSince);
process.stdout.write(`${outcome}, exit ${code}: told ${(delay / 1_000).toFixed(1)} s after the first good answer\n`);
const right = code === 0 && told >= revivedAt && delay <= 20_000;
if (!Number.isFinite(revivedAt)) process.stdout.write("it was told while the site was not back\n");
await site.close().catch(() => undefined);
await rm(home, { recursive: true, force: true });
void life;
process.exit(right ? 0 : 1);
