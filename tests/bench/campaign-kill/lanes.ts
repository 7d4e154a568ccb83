import { spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { boxName, bundleForBoxes } from "../../lab/dns/boxes.ts";
import type { Job } from "./job.ts";
import type { Variant } from "./machine.ts";

/** What a machine says of one point, or of its end. */
export interface Point {
  readonly variant: Variant;
  readonly operation?: string;
  readonly whom?: string;
  readonly ok?: boolean;
  readonly killed?: boolean;
  readonly ended?: "before" | "after" | "theirs";
  readonly guardMs?: number | null;
  readonly fatal?: string;
}

const BOX = resolve(import.meta.dirname, "../../lab/dns/box.sh");

/** One machine that is up, seen from outside. */
export interface Machine {
  readonly variant: Variant;
  /** Runs a job inside; false when it broke off (which is also a point). */
  work(job: Job): Promise<boolean>;
  /** Runs a program inside; what it printed. */
  run(...argv: readonly string[]): string;
  /** The transaction, one command. */
  drive(...argv: readonly string[]): string;
  /** Every process gone, /run emptied, services as after a boot. */
  reboot(): void;
}

/** What is done with each machine. */
export interface Work {
  readonly use: (machine: Machine, add: (point: Point) => void) => Promise<void>;
  /** Hears of every point as it comes. */
  readonly tell?: (point: Point) => void;
}

/** Brings up one machine for each variant, a few at a time. Points that are bad are printed. */
export async function onMachines(
  variants: readonly Variant[],
  atOnce: number,
  { use, tell }: Work,
): Promise<readonly Point[]> {
  const files = {
    driver: bundleForBoxes("tests/lab/dns/driver.ts"),
    runner: bundleForBoxes("tests/bench/campaign-kill/runner.ts"),
  };
  const seen: Point[] = [];
  const add = (point: Point): void => {
    seen.push(point);
    tell?.(point);
    if (point.ok !== true) process.stdout.write(`BAD ${JSON.stringify(point)}\n`);
  };
  // The slowest first, so that it does not run alone at the end.
  const queue = variants.toReversed();
  const lane = async (): Promise<void> => {
    for (let variant = queue.shift(); variant !== undefined; variant = queue.shift()) {
      const name = boxName(`ggk-${variant}`);
      const up = ["up", name, variant.split("-", 1)[0] ?? ""];
      if (spawnSync(BOX, up, { stdio: ["ignore", "ignore", "inherit"] }).status !== 0) {
        add({ variant, fatal: "the machine did not start" });
        continue;
      }
      // One machine after the other in each lane.
      // oxlint-disable-next-line no-await-in-loop
      await use(machine(variant, name, files, add), add);
      spawnSync(BOX, ["down", name]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return seen;
}

function machine(
  variant: Variant,
  name: string,
  files: { readonly driver: string; readonly runner: string },
  add: (point: Point) => void,
): Machine {
  const run = (...argv: readonly string[]): string =>
    spawnSync(BOX, ["x", name, ...argv], { encoding: "utf8", timeout: 120_000 }).stdout;
  return {
    variant,
    run,
    drive: (command = "", ...rest) => run(process.execPath, files.driver, command, "/root/campaign", ...rest),
    reboot: () => void spawnSync(BOX, ["reboot", name], { stdio: "ignore" }),
    work: async (job) => {
      const argv = ["x", name, process.execPath, files.runner, variant, JSON.stringify(job)];
      const child = spawn(BOX, argv, {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, GG_ENV: `GG_DRIVER=${files.driver}` },
      });
      createInterface({ input: child.stdout }).on("line", (line) => add(JSON.parse(line)));
      const code = await new Promise((done) => child.once("close", done));
      if (code !== 0) add({ variant, fatal: `the runner ended with ${String(code)}` });
      return code === 0;
    },
  };
}
