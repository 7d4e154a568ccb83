import { brokenDisks } from "./broken-disk.ts";
import { ground } from "./ground.ts";
import { guardTrials } from "./guard-trials.ts";
import { killPoints } from "./kill-points.ts";
import { VARIANTS, type Variant } from "./machine.ts";
import { meanwhile } from "./meanwhile.ts";
import type { Job } from "./job.ts";

/** Inside one throw-away machine: `runner.mjs VARIANT JOB` (JSON). One line of JSON for each point. */
const [wanted = "", text = "{}"] = process.argv.slice(2);
const variant: Variant = VARIANTS.find((one) => one === wanted) ?? "file";
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own main program wrote it a moment ago
const job = JSON.parse(text) as Job;

const place = ground(variant);
if (job.kill !== undefined) await killPoints(place, { ...job.kill, phase: job.phase });
if (job.broken !== undefined) await brokenDisks(place, job.broken, job.phase);
if (job.meanwhile !== undefined) await meanwhile(place, job.meanwhile, job.phase);
if (job.guard !== undefined) await guardTrials(place, job.guard);
