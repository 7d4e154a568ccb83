import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { boxName, bundleForBoxes, missingForBoxes } from "../../lab/dns/boxes.ts";
import type { Job } from "./job.ts";
import { VARIANTS, type Variant } from "./machine.ts";

/**
 * kill -9 at every call that touches state of switch, confirm, roll-back, undo and recovery, on throw-away machines
 * with the real DNS managers; broken disks; somebody else's change in the middle. After one `recover` each must be as
 * before, as confirmed, or as somebody else wanted it. Ends with 1 when one is not.
 *
 *   --short          at least 300 points, a fixed choice over all machines and kinds; without it every point, opens too
 *   --points=N       instead of every point: N for each machine, operation and way of killing
 *   --only=A,B       only these machines
 */
const ROOT = resolve(import.meta.dirname, "../../..");
const short = process.argv.includes("--short");
const only = process.argv.flatMap((word) => /^--only=(.+)$/.exec(word)?.[1]?.split(",") ?? []);
const points = Number(process.argv.flatMap((word) => /^--points=(\d+)$/.exec(word)?.[1] ?? [])[0] ?? 0);
const variants = VARIANTS.filter((variant) => only.length === 0 || only.includes(variant));

/** Fewer would not be a campaign: the choice went wrong, or the program does much less than it did. */
const LEAST_POINTS = short ? 300 : 2_000;
/** Every machine waits more than it works; more than this only gets in each other's way on two cores. */
const AT_ONCE = 4;

/** NetworkManager's points take three times as long, so it gets fewer of them in the short form. */
function jobOf(variant: Variant): Job {
  const phase = VARIANTS.indexOf(variant) / VARIANTS.length;
  if (!short) return { phase, kill: { points, opens: true }, broken: 0, meanwhile: 0 };
  return variant === "nm"
    ? { phase, kill: { points: 3, opens: false }, broken: 6, meanwhile: 4 }
    : { phase, kill: { points: 4, opens: false }, broken: 7, meanwhile: 4 };
}

interface Point {
  readonly variant: Variant;
  readonly operation?: string;
  readonly whom?: string;
  readonly ok?: boolean;
  readonly killed?: boolean;
  readonly ended?: "before" | "after" | "theirs";
  readonly guardMs?: number | null;
  readonly fatal?: string;
}

async function main(): Promise<void> {
  const missing = missingForBoxes(["strace"]);
  if (missing.length > 0) {
    process.stdout.write(`SKIPPED: the campaign needs ${missing.join(", ")}\n`);
    keepCounts({ passed: 0, failed: 0, skipped: 1 });
    return;
  }
  const driver = bundleForBoxes("tests/lab/dns/driver.ts");
  const runner = bundleForBoxes("tests/bench/campaign-kill/runner.ts");
  const seen: Point[] = [];
  // The slowest first, so that it does not run alone at the end.
  const queue = variants.toReversed();
  const work = async (): Promise<void> => {
    for (let variant = queue.shift(); variant !== undefined; variant = queue.shift()) {
      // One machine after the other in each lane.
      // oxlint-disable-next-line no-await-in-loop
      await oneMachine(variant, { driver, runner }, (point) => seen.push(point));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  conclude(seen);
}

async function oneMachine(
  variant: Variant,
  files: { readonly driver: string; readonly runner: string },
  add: (point: Point) => void,
): Promise<void> {
  const box = resolve(ROOT, "tests/lab/dns/box.sh");
  const name = boxName(`ggk-${variant}`);
  const kind = variant.split("-", 1)[0] ?? "";
  if (spawnSync(box, ["up", name, kind], { stdio: ["ignore", "ignore", "inherit"] }).status !== 0) {
    add({ variant, fatal: "the machine did not start" });
    return;
  }
  const child = spawn(box, ["x", name, process.execPath, files.runner, variant, JSON.stringify(jobOf(variant))], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, GG_ENV: `GG_DRIVER=${files.driver}` },
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const point: Point = JSON.parse(line);
    add(point);
    if (point.ok !== true) process.stdout.write(`BAD ${line}\n`);
  });
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0) add({ variant, fatal: `the runner ended with ${String(code)}` });
  spawnSync(box, ["down", name]);
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
  const file = resolve(ROOT, "node_modules/.cache/test-results/campaign-kill.jsonl");
  mkdirSync(resolve(file, ".."), { recursive: true });
  writeFileSync(file, seen.map((point) => `${JSON.stringify(point)}\n`).join(""));
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
