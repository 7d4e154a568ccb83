import type { CallName } from "../../shared/contract/channels.ts";
import { REPORT_SIZE_LIMIT } from "../../shared/model/report.ts";

/** Most that one call may carry, in characters (strings) and 8 per other value. The longest legal input has 100,000. */
const CALL_LIMIT = 256 * 1024;

/** Calls that may carry more: a saved report that was dropped on the window. */
const LARGER: Readonly<Partial<Record<CallName, number>>> = { "report.read": REPORT_SIZE_LIMIT + 1024 };

/** Most that a call of this name may carry, counted like {@link CALL_LIMIT}. */
export function limitOf(name: CallName): number {
  return LARGER[name] ?? CALL_LIMIT;
}

/** What a number, a flag or an empty place counts. */
const SMALL = 8;

/**
 * True when what came through the door is no larger than `limit`. Stops counting at the limit, follows shared and
 * circular parts once, and calls anything larger that is not plain data.
 */
export function fits(value: unknown, limit: number): boolean {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  let left = limit;
  while (waiting.length > 0) {
    const next = waiting.pop();
    left -= typeof next === "string" ? Math.max(next.length, SMALL) : SMALL;
    if (left < 0) return false;
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (!isPlain(next)) return false;
    for (const [key, inner] of Object.entries(next)) {
      left -= key.length;
      if (left < 0) return false;
      waiting.push(inner);
    }
  }
  return true;
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
}
