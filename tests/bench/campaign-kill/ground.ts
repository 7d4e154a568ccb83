import { drive, forget, guards, shape, state, type Variant } from "./machine.ts";
import { SERVERS } from "./servers.ts";

/** One machine as it was at the start, and the way back there between two points. */
export interface Ground {
  readonly variant: Variant;
  /** Everything that must be the same again, times of change included. */
  readonly before: string;
  /** The same with the new servers kept, without times. */
  readonly after: string;
  /** Brings the start back with an undo; false when that does not: then a fresh machine is needed. */
  toBefore(): boolean;
  /** Prints a point as one line of JSON. */
  say(point: object): void;
  /** Ends the run: nothing after this would mean anything. */
  fatal(why: string, now: string): never;
}

/** Brings the machine into its shape and looks at it before and after an undisturbed switch. */
export function ground(variant: Variant): Ground {
  shape(variant);
  const before = state(variant, true);
  drive("use", "60", "then-keep", ...SERVERS);
  const after = state(variant, false);
  drive("undo");
  const undone = state(variant, true);
  const say = (point: object): void => {
    process.stdout.write(`${JSON.stringify({ variant, ...point })}\n`);
  };
  const fatal = (why: string, now: string): never => {
    say({ fatal: why, now, before });
    process.exit(1);
  };
  if (before === after || undone !== before) fatal("a switch and its undo do not even work undisturbed", undone);
  forget();
  const toBefore = (): boolean => {
    if (state(variant, true) !== before) drive("undo");
    if (state(variant, true) !== before) return false;
    forget();
    return true;
  };
  return { variant, before, after, toBefore, say, fatal };
}

/** Waits until no guard runs any more; false when one does not end. */
export async function settle(): Promise<boolean> {
  for (let tries = 0; tries < 1_600 && guards().length > 0; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return guards().length === 0;
}

/**
 * Which of `total` things (counted from 1) are tried: all of them for 0, else `wanted`, spread evenly. `phase` (0 to
 * below 1) moves them, so that several machines together see more. The same numbers give the same choice.
 */
export function choose(total: number, wanted: number, phase: number): readonly number[] {
  const count = wanted === 0 ? total : Math.min(wanted, total);
  return Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + phase) * total) / count));
}
