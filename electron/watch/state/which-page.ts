import { type WatchMemory } from "./memory.ts";
import { isLike, isSame, type PagePrint } from "../look/page-print.ts";

/** A page that is not the one before becomes the site's page after this many looks and this long (ms). */
const LOOKS_TO_ADOPT = 10;
const ADOPT_AFTER_MS = 30 * 60_000;
/** A site never seen fine before may have a new page at every look; after this many fine ones in a row it is fine. */
const FINE_ANYWAY = 6;
/** Error pages remembered of one outage. */
const MOST_FAULTS = 3;

/** A look as its page counts. */
export interface Counted {
  /** `other`: fine by itself, but not the page that was there before. */
  readonly counted: "good" | "bad" | "other";
  readonly candidate: WatchMemory["candidate"];
  /** Fine, but not the page of the look before: good looks are counted from here. */
  readonly restart: boolean;
}

/** Whether a look saw the site itself. `print` null: no whole answer, so the page cannot be told from another. */
export function countPage(
  memory: WatchMemory,
  { at, fine, print }: { readonly at: number; readonly fine: boolean; readonly print: PagePrint | null },
): Counted {
  if (!fine) return { counted: "bad", candidate: null, restart: false };
  if (print === null) return { counted: "good", candidate: null, restart: false };
  const same = memory.candidate !== null && isLike(memory.candidate.print, print);
  const candidate =
    same && memory.candidate !== null
      ? { ...memory.candidate, count: memory.candidate.count + 1 }
      : { print, count: 1, since: at };
  const wasFault = memory.faults.some((fault) => isSame(fault, print));
  if (wasFault || (memory.known !== null && !isLike(memory.known, print))) {
    return { counted: "other", candidate, restart: false };
  }
  // Never seen fine before: the good looks have to agree with each other.
  const agrees = memory.known !== null || same || memory.fine + 1 >= FINE_ANYWAY;
  return { counted: "good", candidate, restart: !agrees };
}

/** Has another page stayed long enough to be the site's page now? */
export function mayAdopt(candidate: WatchMemory["candidate"], at: number): boolean {
  return candidate !== null && candidate.count >= LOOKS_TO_ADOPT && at - candidate.since >= ADOPT_AFTER_MS;
}

/** The page as it is now; pages change slowly, and so does what is known of them. */
export function pageOf({ candidate, known }: WatchMemory): PagePrint | null {
  return candidate?.print ?? known;
}

/** Remembers the page of a failed look. */
export function withFault(faults: WatchMemory["faults"], print: PagePrint | null): WatchMemory["faults"] {
  if (print === null || faults.some((known) => isSame(known, print))) return faults;
  return [...faults, print].slice(-MOST_FAULTS);
}
