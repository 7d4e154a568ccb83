import { randomBytes } from "node:crypto";
import type { Target } from "../../shared/model/target.ts";
import { firstMemory } from "./state/memory.ts";
import type { WatchRecord } from "./record.ts";

/** A site to watch. */
export interface WatchOrder {
  readonly target: Target;
  /** A check-up has just seen it fail for reasons of its own. */
  readonly down: boolean;
  readonly privateMode: boolean;
  readonly keepOn: boolean;
}

/** How long a site that is back is watched still, to see whether it holds (ms). */
const HOLDS_MS = 10 * 60_000;

/** A watch that begins now; its first look is due at once. */
export function beginning(
  { target, down, privateMode, keepOn }: WatchOrder,
  face: WatchRecord["face"],
  at: number,
): WatchRecord {
  return {
    id: randomBytes(8).toString("hex"),
    url: target.url,
    displayHost: target.displayHost,
    schemeOpen: target.schemeGuessed,
    face,
    privateMode,
    keepOn,
    startedAt: at,
    endedAt: null,
    end: null,
    memory: firstMemory(at, down),
    looks: [],
    total: { looks: 0, good: 0 },
    news: [],
    nextAt: at,
    notBefore: null,
    held: null,
  };
}

/** Has it nothing to wait for any more? A terminal waits for the news alone, a window until it has held for a while. */
export function isOver({ keepOn, face, memory, news }: WatchRecord, at: number): boolean {
  const last = news.at(-1)?.kind;
  if (keepOn || memory.state !== "up" || last === undefined || last === "down" || last === "flapping") return false;
  return face === "terminal" || at - memory.since >= HOLDS_MS;
}
