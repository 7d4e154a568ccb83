import { spawnSync } from "node:child_process";
import {
  drive,
  driver,
  forget,
  guards,
  guardTime,
  kill,
  leaveDead,
  processesOf,
  records,
  shape,
  state,
  VARIANTS,
  type Variant,
} from "./machine.ts";
import { traced, type KillWhom } from "./tracer.ts";

/**
 * Inside one throw-away machine: counts the calls of each operation that touch state, then repeats the operation once
 * for each of them, killed right there, recovers once, and compares. One line of JSON for each point.
 *
 *   runner.mjs VARIANT STEP OFFSET OPENS [kill|broken|guard]
 *
 * Every STEP-th point from OFFSET on. OPENS 1: also after creating opens. `kill`, `broken`: only that part. `guard`:
 * STEP trials of how soon the guard restores.
 */
const SERVERS = ["1.1.1.1", "2606:4700:4700::1111"];

interface Operation {
  readonly name: "switch-and-keep" | "switch-and-roll-back" | "undo" | "recover";
  readonly prepare: () => Promise<void>;
  readonly command: readonly string[];
  /** May the new servers stand there afterwards, seen what the journal said when it was killed? */
  readonly mayBeAfter: (was: ReturnType<typeof records>) => boolean;
}

const OPERATIONS: readonly Operation[] = [
  {
    name: "switch-and-keep",
    prepare: async () => undefined,
    command: driver("use", "60", "then-keep", ...SERVERS),
    mayBeAfter: (was) => was.some(({ confirmed }) => confirmed),
  },
  {
    name: "switch-and-roll-back",
    prepare: async () => undefined,
    command: driver("use", "60", "worse", ...SERVERS),
    mayBeAfter: () => false,
  },
  {
    name: "undo",
    prepare: async () => {
      drive("use", "60", "then-keep", ...SERVERS);
    },
    command: driver("undo"),
    mayBeAfter: (was) => was.every(({ restoring }) => !restoring),
  },
  { name: "recover", prepare: () => leaveDead(SERVERS), command: driver("recover"), mayBeAfter: () => false },
];

const [wanted, step = "1", offset = "0", opens = "0", part = "all"] = process.argv.slice(2);
const variant: Variant = VARIANTS.find((one) => one === wanted) ?? "file";
shape(variant);
const before = state(variant, true);
drive("use", "60", "then-keep", ...SERVERS);
const after = state(variant, false);
drive("undo");
const undone = state(variant, true);
if (before === after || undone !== before) fatal("a switch and its undo do not even work undisturbed", undone);
forget();

/** The promise to people: back within this long of the app's death, or of the deadline. */
const GUARD_MS = 2_000;

const trials = part === "guard" ? Number(step) : 0;
for (let trial = 0; trial < trials; trial += 1) {
  const how = trial % 2 === 0 ? "killed" : "frozen";
  const guardMs = await guardTime(how, SERVERS, () => state(variant, true) === before);
  await settle();
  drive("recover");
  const ok = guardMs <= GUARD_MS && toBefore();
  say({ variant, operation: `guard-when-${how}`, whom: "", point: trial, ok, ended: "before", guardMs });
}
if (part === "guard") process.exit();

let place = 0;
for (const operation of part === "broken" ? [] : OPERATIONS) {
  await operation.prepare();
  const whole = await traced(operation.command, null, "everything", opens === "1");
  await settle();
  toBefore();
  for (const whom of ["everything", "program"] as const) {
    for (let point = 1; point <= whole.points; point += 1) {
      place += 1;
      if ((place - 1 - Number(offset)) % Number(step) !== 0) continue;
      say(await onePoint(operation, point, whom));
    }
  }
}

/** Calls that a broken disk or a full one fails, with the errors they fail with. `+`: from then on, for good. */
const BROKEN = [
  ["write"],
  ["fsync", "fdatasync", "syncfs"],
  ["rename", "renameat", "renameat2"],
  ["mkdir", "mkdirat"],
  ["unlink", "unlinkat"],
  ["fchmod", "fchmodat", "chmod", "fchown", "fchownat"],
  // Only of the file itself and its successor: without files of any kind no program starts at all.
  ["openat", "-P", "/etc/resolv.conf", "-P", "/etc/.resolv.conf.goodgateway"],
] as const;
const ERRORS = ["EIO", "ENOSPC", "EROFS"] as const;
const WHEN = ["1", "2", "3", "1+", "3+"] as const;

for (const calls of part === "kill" ? [] : BROKEN) {
  for (const error of ERRORS) {
    for (const when of WHEN) {
      place += 1;
      if ((place - 1 - Number(offset)) % Number(step) === 0) say(await errorPoint(calls, error, when));
    }
  }
}

/** One switch with Keep on a disk that fails in one way. It works and says so, or it does not, says so, and undoes. */
async function errorPoint(calls: readonly string[], error: string, when: string): Promise<object> {
  const began = performance.now();
  const paths = calls.indexOf("-P");
  const names = calls.slice(0, paths < 0 ? calls.length : paths).join(",");
  const inject = `inject=${names}:error=${error}:when=${when}`;
  const options = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${names}`, "-e", inject];
  const program = driver("use", "60", "then-keep", ...SERVERS);
  const ran = spawnSync("strace", [...options, ...(paths < 0 ? [] : calls.slice(paths)), ...program], {
    encoding: "utf8",
    timeout: 90_000,
  });
  // Still on the broken disk, a guard may try for minutes: the machine is mended first, as a person would.
  for (const pid of processesOf("strace")) kill(pid);
  for (const pid of guards()) kill(pid);
  await settle();
  const was = records();
  const recovered = drive("recover");
  const now = state(variant, true);
  // Where nothing can be deleted, what would have been moved or deleted stays beside the file until the next change.
  const withoutRest = state(variant, false).replace(".resolv.conf.goodgateway\n", "");
  const isKept = withoutRest === after && was.some((change) => change.confirmed);
  const saidKept = /"ok":true/.test(ran.stdout);
  const good = (isKept || (now === before && !saidKept)) && (await settle());
  const result = { variant, operation: "broken-disk", whom: "", point: 0, at: inject, killed: false };
  const left = good && toBefore();
  const ms = Math.round(performance.now() - began);
  if (left) return { ...result, ok: true, ended: isKept ? "after" : "before", guardMs: null, ms };
  if (!toBefore()) fatal("the machine could not be brought back for the next point", `${inject} ${now}`);
  return { ...result, ok: false, now, said: ran.stdout, recovered, was, ms };
}

async function onePoint(operation: Operation, point: number, whom: KillWhom): Promise<object> {
  const began = performance.now();
  await operation.prepare();
  const run = await traced(operation.command, point, whom, opens === "1");
  const dead = performance.now();
  // A guard whose program is gone puts things back by itself; one that was killed does not.
  const alone = guards().length > 0;
  await settle();
  const guardMs = alone ? Math.round(performance.now() - dead) : null;
  const was = records();
  const recovered = drive("recover");
  const now = state(variant, true);
  const open = records().filter(({ state: one, restoring }) => one !== "undone" && (one !== "committed" || restoring));
  const kept = state(variant, false) === after && operation.mayBeAfter(was);
  const good = (now === before || kept) && open.length === 0 && (await settle());
  const result = { variant, operation: operation.name, whom, point, at: run.last.slice(0, 120), killed: run.killed };
  const left = good && toBefore();
  const ms = Math.round(performance.now() - began);
  if (good && left) return { ...result, ok: true, ended: kept ? "after" : "before", guardMs, ms };
  if (!toBefore()) fatal(`the machine could not be brought back after ${JSON.stringify(result)}`, state(variant, true));
  return { ...result, ok: false, now, open, recovered, was, ms };
}

/** Undo brings back the start, as it must; for whatever else, a fresh machine is needed. */
function toBefore(): boolean {
  if (state(variant, true) !== before) drive("undo");
  if (state(variant, true) !== before) return false;
  forget();
  return true;
}

/** Waits until no guard runs any more; false when one does not end. */
async function settle(): Promise<boolean> {
  for (let tries = 0; tries < 1_600 && guards().length > 0; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return guards().length === 0;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function fatal(why: string, now: string): never {
  say({ variant, fatal: why, now, before });
  process.exit(1);
}
