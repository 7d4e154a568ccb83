import { missingForBoxes } from "../../lab/dns/boxes.ts";
import { SERVERS } from "./servers.ts";
import { onMachines, type Machine, type Point } from "./lanes.ts";
import { stateScript, type Variant } from "./machine.ts";

/**
 * The guard's promise, measured on throw-away machines with the real DNS managers: the program killed right after the
 * switch, or frozen, or nobody saying keep; everything must be as before within two seconds of the death or of the
 * deadline. And a restart between switch and Keep, after which it must be as before too. Ends with 1 when one is not.
 *
 *   --trials=N       losses of the program, over all managers (100)
 *   --restarts=N     restarts, over all managers (25)
 */
const BACK_ENDS: readonly Variant[] = ["file", "resolved", "resolvconf", "openresolv", "nm"];
/** More at once would measure how busy this machine is. */
const AT_ONCE = 2;

const wanted = (name: string, usual: number): number =>
  Number(process.argv.flatMap((word) => new RegExp(`^--${name}=(\\d+)$`).exec(word)?.[1] ?? [])[0] ?? usual);
const trials = Math.ceil(wanted("trials", 100) / BACK_ENDS.length);
const restarts = Math.ceil(wanted("restarts", 25) / BACK_ENDS.length);

const missing = missingForBoxes();
if (missing.length > 0) {
  process.stdout.write(`SKIPPED: this needs ${missing.join(", ")}\n`);
} else {
  const use = async (machine: Machine, add: (point: Point) => void): Promise<void> => {
    await machine.work({ phase: 0, guard: trials });
    for (let trial = 0; trial < restarts; trial += 1) add(restart(machine));
  };
  const seen = await onMachines(BACK_ENDS, AT_ONCE, { use });
  conclude(seen);
}

/** Switches, and the machine loses its current before anybody says keep. */
function restart({ variant, run, drive, reboot }: Machine): Point {
  const state = (): string => run("/bin/sh", "-c", stateScript(variant, true));
  const before = state();
  drive("use", "600", "keep-for", ...SERVERS);
  const changed = state() !== before;
  reboot();
  drive("recover");
  const ok = changed && state() === before;
  run("/bin/rm", "-rf", "/root/campaign", "/run/goodgateway", "/var/lib/goodgateway");
  return { variant, operation: "restart", ok, ended: "before", guardMs: null };
}

function conclude(seen: readonly Point[]): void {
  const row = (...cells: readonly (string | number)[]): void => {
    process.stdout.write(`${cells.map((cell) => String(cell).padEnd(18)).join("")}\n`);
  };
  row("manager", "program", "trials", "in time", "median ms", "slowest ms");
  const isRestart = ({ operation }: Point): boolean => operation === "restart";
  const keys = [...new Set(seen.map(({ variant, operation }) => `${variant} ${operation ?? "?"}`))].toSorted();
  for (const key of keys) {
    const group = seen.filter(({ variant, operation }) => `${variant} ${operation ?? "?"}` === key);
    const times = group.flatMap(({ guardMs }) => guardMs ?? []).toSorted((one, other) => one - other);
    const good = group.filter(({ ok }) => ok === true).length;
    row(...key.split(" "), group.length, good, times[Math.floor(times.length / 2)] ?? "", times.at(-1) ?? "");
  }
  const count = (points: readonly Point[]): string =>
    `${points.filter(({ ok }) => ok === true).length}/${points.length}`;
  process.stdout.write(`restarts: ${count(seen.filter((point) => isRestart(point)))} as before\n`);
  process.stdout.write(`guard: ${count(seen.filter((point) => !isRestart(point)))} restored within two seconds\n`);
  if (seen.some(({ ok }) => ok !== true)) process.exitCode = 1;
}
