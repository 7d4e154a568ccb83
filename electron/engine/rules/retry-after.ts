import { LONGEST_WAIT_SECONDS, parseHttpDate, retryAfter } from "../../gateway/retry-after.ts";

/** A date from then on (2050, ms since 1970) is more than a day ahead whenever this runs. */
const FAR_FUTURE_MS = Date.UTC(2050, 0, 1);

/**
 * The seconds a server asks us to wait, at most a day; null when it does not. Nought and the past mean "no wish". A date
 * counts only against the server's own clock: judging must not depend on when it is done. Without that clock only a date
 * in the far future counts, as the day it is capped to.
 */
export function retryAfterSeconds(headers: readonly (readonly [string, string])[]): number | null {
  const seconds = retryAfter(headers, Number.NaN)?.seconds ?? 0;
  if (seconds > 0) return seconds;
  const date = headers.find(([name]) => name === "retry-after")?.[1] ?? "";
  return Number.isNaN(seconds) && (parseHttpDate(date) ?? 0) >= FAR_FUTURE_MS ? LONGEST_WAIT_SECONDS : null;
}
