/** How long the server asks to wait. */
export interface RetryAfter {
  /** From the moment of the answer. 0 (Fastly and others send it): no wish, use the usual pause. */
  readonly seconds: number;
  /** True when the server asked for longer than {@link LONGEST_WAIT_SECONDS} and this is that limit. */
  readonly capped: boolean;
}

/** Longest wait taken at its word: a day. What asks for more is a ban or a mistake, and a person should decide. */
export const LONGEST_WAIT_SECONDS = 86_400;

/** IMF-fixdate, the RFC 850 form and asctime (RFC 9110, section 5.6.7); `Date.parse` alone takes far too much. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

/** Milliseconds since 1970 of an HTTP date; null for anything else. */
export function parseHttpDate(value: string): number | null {
  const text = value.trim();
  if (!HTTP_DATE.test(text)) return null;
  // asctime has no zone, and every HTTP date is GMT.
  const time = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
}

function first(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1].trim() ?? null;
}

function limited(seconds: number): RetryAfter | null {
  if (seconds < 0) return null;
  return seconds > LONGEST_WAIT_SECONDS ? { seconds: LONGEST_WAIT_SECONDS, capped: true } : { seconds, capped: false };
}

/**
 * Reads Retry-After (RFC 9110, section 10.2.3): seconds, or a date that is compared with the answer's own Date, so
 * that a wrong clock here changes nothing. `receivedAt` (milliseconds since 1970) stands in when the answer has no
 * usable Date. Null: no such header, a time in the past, or something that is neither form.
 */
export function retryAfter(headers: readonly (readonly [string, string])[], receivedAt: number): RetryAfter | null {
  const value = first(headers, "retry-after");
  if (value === null) return null;
  // Any run of digits is a number of seconds; absurd ones end at the limit.
  if (/^\d+$/.test(value)) return limited(Number(value));
  const until = parseHttpDate(value);
  if (until === null) return null;
  const sent = parseHttpDate(first(headers, "date") ?? "") ?? receivedAt;
  return limited(Math.ceil((until - sent) / 1_000));
}
