import { retryAfter } from "../../gateway/retry-after.ts";

/**
 * The seconds a server asks us to wait, at most a day; null when it does not. Nought and the past mean "no wish". A date
 * counts only against the server's own clock: judging must not depend on when it is done.
 */
export function retryAfterSeconds(headers: readonly (readonly [string, string])[]): number | null {
  const seconds = retryAfter(headers, Number.NaN)?.seconds ?? 0;
  return seconds > 0 ? seconds : null;
}
