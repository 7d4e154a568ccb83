// `npm run campaign:watch [-- --short] [-- --count N] [-- --flapping 0.5]`: a made-up site that fails in every way.
import { close, SHORT, trials, type Line } from "./lib/campaign.ts";
import { simulate, type Simulated } from "./campaign-watch/simulate.ts";

/**
 * Runs of a hundred simulated hours (four of fifty in short), by chance that can be repeated. What must hold:
 *
 * - at most one false "back" in 100 hours, as a mean over all runs. False is every "back" or "works" that is said while
 *   the site is in any kind of trouble, also where nobody could know better: a site that has just begun to come and go
 *   with minutes between looks exactly like a plain outage, and a holding page where the page was never seen looks
 *   exactly like the site. These two make up most of what is left, so the bar leaves room for them and for little else.
 * - every recovery that follows a "down" is told within 20 seconds of the first good answer that the site's server sent
 *   (since its last failed one, where a healthy site dropped a single request meanwhile). Recoveries out of "comes and
 *   goes" are not under this rule: there a steady stretch is asked for first, and how long that took is printed.
 * - no recovery of a quarter of an hour or more goes untold, but for one in two hundred.
 */
const HOURS = SHORT ? 50 : 100;
const PROMPT_MS = 20_000;
const MOST_FALSE = 1;
const MOST_UNTOLD = 0.005;

/** `--flapping 0.5`: every other trouble is that the site comes and goes, which is far more than in life. */
function flappingShare(): number | undefined {
  const at = process.argv.indexOf("--flapping");
  return at === -1 ? undefined : Number(process.argv[at + 1]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

async function watchAll(count: number): Promise<readonly Simulated[]> {
  const runs: Simulated[] = [];
  for (let seed = 1; seed <= count; seed += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each is a whole world
    const run = await simulate(seed, HOURS, flappingShare());
    runs.push(run);
    const said = (["back", "down", "flapping", "other-page", "works"] as const).map(
      (kind) => `${run.told.filter((told) => told.kind === kind).length} ${kind}`,
    );
    const lies = run.falseBacks.map(({ truth }) => truth).join(", ");
    process.stdout.write(
      `run ${seed}: ${run.visits} looks, ${said.join(", ")}; false "back": ${run.falseBacks.length}${lies === "" ? "" : ` (${lies})`}\n`,
    );
  }
  return runs;
}

function judge(runs: readonly Simulated[]): readonly Line[] {
  const lies = runs.map(({ falseBacks }) => falseBacks.length);
  const mean = (lies.reduce((sum, one) => sum + one, 0) * 100) / (HOURS * runs.length);
  const plain = runs.flatMap(({ afterDown }) => afterDown);
  const late = plain.filter((ms) => ms > PROMPT_MS);
  const calm = runs.flatMap(({ afterUnsteady }) => afterUnsteady);
  const recoveries = runs.reduce((sum, run) => sum + run.recoveries, 0);
  const untold = runs.reduce((sum, run) => sum + run.missed.length, 0);
  const errors = runs.flatMap((run) => run.errors);
  return [
    {
      what: `false "back" in 100 hours, mean of ${runs.length} runs of ${HOURS} hours, at most ${MOST_FALSE}`,
      figures: `${mean.toFixed(2)}; worst run ${Math.max(...lies)}; runs without any ${lies.filter((one) => one === 0).length}`,
      holds: mean <= MOST_FALSE,
    },
    {
      what: "every recovery after a plain outage told within 20 s of the server's first good answer",
      figures:
        `${plain.length - late.length} of ${plain.length}; median ${seconds(quantile(plain, 0.5))}, ` +
        `slowest ${seconds(Math.max(...plain))}; out of "comes and goes" ${calm.length}, ` +
        `median ${(quantile(calm, 0.5) / 60_000).toFixed(1)} min of steady answers`,
      holds: plain.length > 0 && late.length === 0,
    },
    {
      what: "recoveries that hold for a quarter of an hour are told",
      figures: `${recoveries - untold} of ${recoveries}`,
      holds: recoveries > 0 && untold <= recoveries * MOST_UNTOLD,
    },
    {
      what: "nothing breaks",
      figures: errors.length === 0 ? "0 errors" : String(errors[0]),
      holds: errors.length === 0,
    },
  ];
}

close("watch", judge(await watchAll(trials(4, 20))));
