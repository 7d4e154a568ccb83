import { spawnSync } from "node:child_process";
import { drive, driver, drivers, guards, kill, processesOf, records, state } from "./machine.ts";
import { choose, settle, type Ground } from "./ground.ts";
import { SERVERS } from "./servers.ts";

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

/** Where nothing can be deleted some programs of the system try for minutes; a person would not wait so long. */
const PATIENCE_MS = 30_000;

/** Errors innermost: any few neighbours hold a full, a read-only and a failing disk. */
const ALL = BROKEN.flatMap((calls) => WHEN.flatMap((when) => ERRORS.map((error) => ({ calls, when, error }))));

/** Switches with Keep on a disk that fails: `wanted` ways of failing, 0 for all. */
export async function brokenDisks(place: Ground, wanted: number, phase: number): Promise<void> {
  for (const number of choose(ALL.length, wanted, phase)) {
    const how = ALL[number - 1];
    // Point after point on one machine.
    // oxlint-disable-next-line no-await-in-loop
    if (how !== undefined) place.say(await oneDisk(place, how));
  }
}

/** It works and says so, or it does not, says so, and undoes. */
async function oneDisk(place: Ground, { calls, when, error }: (typeof ALL)[number]): Promise<object> {
  const { variant, before, after } = place;
  const began = performance.now();
  const list: readonly string[] = calls;
  const paths = list.indexOf("-P");
  const names = list.slice(0, paths < 0 ? list.length : paths).join(",");
  const inject = `inject=${names}:error=${error}:when=${when}`;
  const options = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${names}`, "-e", inject];
  const program = driver("use", "60", "then-keep", ...SERVERS);
  const ran = spawnSync("strace", [...options, ...(paths < 0 ? [] : list.slice(paths)), ...program], {
    encoding: "utf8",
    // Other signals strace keeps from itself (strace(1), -I).
    killSignal: "SIGKILL",
    timeout: PATIENCE_MS,
  });
  // Still on the broken disk, a guard may try for minutes: the machine is mended first, as a person would.
  for (const pid of processesOf("strace")) kill(pid);
  for (const pid of [...guards(), ...drivers()]) kill(pid);
  await settle();
  const was = records();
  const recovered = drive("recover");
  const now = state(variant, true);
  // Where nothing can be deleted, what would have been moved or deleted stays beside the file until the next change.
  const withoutRest = state(variant, false).replace(".resolv.conf.goodgateway\n", "");
  const isKept = withoutRest === after && was.some((change) => change.confirmed);
  const saidKept = /"ok":true/.test(ran.stdout);
  const good = (isKept || (now === before && !saidKept)) && (await settle());
  const result = { operation: "broken-disk", whom: error, point: 0, at: inject, killed: false };
  const left = good && place.toBefore();
  const ms = Math.round(performance.now() - began);
  if (left) return { ...result, ok: true, ended: isKept ? "after" : "before", guardMs: null, ms };
  if (!place.toBefore()) place.fatal("the machine could not be brought back for the next point", `${inject} ${now}`);
  return { ...result, ok: false, now, said: ran.stdout, recovered, was, ms };
}
