import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { missingForBoxes } from "../../lab/dns/boxes.ts";
import type { Job } from "./job.ts";
import { onMachines, type Machine, type Point } from "./lanes.ts";
import { VARIANTS, type Variant } from "./machine.ts";

/**
 * kill -9 at every call that touches state of switch, confirm, roll-back, undo and recovery, on throw-away machines
 * with the real DNS managers; broken disks; somebody else's change in the middle. After one `recover` each must be as
 * before, as confirmed, or as somebody else wanted it. Ends with 1 when one is not.
 *
 *   --short          at least 300 points, a fixed choice over all machines and kinds; without it every point
 *   --points=N       at most N for each machine, operation and way of killing, instead of every point
 *   --opens          also after files were created or emptied, before anything is in them
 *   --only=A,B       only these machines
 */
const ROOT = resolve(import.meta.dirname, "../../..");
const short = process.argv.includes("--short");
const only = process.argv.flatMap((word) => /^--only=(.+)$/.exec(word)?.[1]?.split(",") ?? []);
const opens = process.argv.includes("--opens");
const points = Number(process.argv.flatMap((word) => /^--points=(\d+)$/.exec(word)?.[1] ?? [])[0] ?? 0);
const variants = VARIANTS.filter((variant) => only.length === 0 || only.includes(variant));

/** Fewer would not be a campaign: the choice went wrong, or the program does much less than it did. */
const LEAST_POINTS = short ? 300 : 2_000;
/** Every machine waits more than it works; more than this only gets in each other's way on two cores. */
const AT_ONCE = short ? 4 : 5;

/** Every point as it comes, so that a campaign that is broken off has told what it saw. */
const FILE = resolve(ROOT, "node_modules/.cache/test-results/campaign-kill.jsonl");

/** NetworkManager's points take three times as long, so it gets fewer of them in the short form. */
function jobOf(variant: Variant): Job {
  const phase = VARIANTS.indexOf(variant) / VARIANTS.length;
  if (!short) return { phase, kill: { points, opens }, broken: 0, meanwhile: 0 };
  return variant === "nm"
    ? { phase, kill: { points: 3, opens: false }, broken: 6, meanwhile: 4 }
    : { phase, kill: { points: 4, opens: false }, broken: 7, meanwhile: 4 };
}

async function main(): Promise<void> {
  const missing = missingForBoxes(["strace"]);
  if (missing.length > 0) {
    process.stdout.write(`SKIPPED: the campaign needs ${missing.join(", ")}\n`);
    keepCounts({ passed: 0, failed: 0, skipped: 1 });
    return;
  }
  mkdirSync(resolve(FILE, ".."), { recursive: true });
  writeFileSync(FILE, "");
  const tell = (point: Point): void => appendFileSync(FILE, `${JSON.stringify(point)}\n`);
  const use = async (machine: Machine): Promise<void> => {
    await machine.work(jobOf(machine.variant));
  };
  const seen = await onMachines(variants, AT_ONCE, { use, tell });
  conclude(seen);
}

function conclude(seen: readonly Point[]): void {
  const row = (...cells: readonly (string | number)[]): void => {
    process.stdout.write(`${cells.map((cell) => String(cell).padEnd(22)).join("")}\n`);
  };
  row("manager", "operation", "points", "as before", "as confirmed", "as others set it");
  const groups = new Map<string, Point[]>();
  for (const point of seen) {
    const key = `${point.variant} ${point.operation ?? "?"}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  for (const [key, group] of [...groups].toSorted(([one], [other]) => one.localeCompare(other))) {
    const ended = (how: string): number => group.filter((point) => point.ended === how).length;
    row(...key.split(" "), group.length, ended("before"), ended("after"), ended("theirs"));
  }
  const good = seen.filter(({ ok }) => ok === true).length;
  const enough = only.length > 0 || seen.length >= LEAST_POINTS;
  if (!enough) process.stdout.write(`too few points: at least ${LEAST_POINTS} were expected\n`);
  process.stdout.write(`${good}/${seen.length} end as before or as confirmed\n`);
  keepCounts({ passed: good, failed: seen.length - good + (enough ? 0 : 1), skipped: 0 });
  if (good !== seen.length || !enough) process.exitCode = 1;
}

function keepCounts(counts: { readonly passed: number; readonly failed: number; readonly skipped: number }): void {
  const file = process.env["GG_RESULT_FILE"];
  if (file === undefined) return;
  mkdirSync(resolve(file, ".."), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

await main();
