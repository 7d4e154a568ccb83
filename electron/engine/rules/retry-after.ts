/** The seconds a server asks us to wait (RFC 9110, 10.2.3): a number or a date, the latter against the server's own clock. */
export function retryAfterSeconds(headers: readonly (readonly [string, string])[]): number | null {
  const value = headerOf(headers, "retry-after")?.trim();
  if (value === undefined || value === "") return null;
  if (/^\d{1,9}$/.test(value)) return positive(Number(value));
  const until = Date.parse(value);
  const now = Date.parse(headerOf(headers, "date") ?? "");
  if (Number.isNaN(until) || Number.isNaN(now)) return null;
  return positive(Math.round((until - now) / 1000));
}

/** Nought and the past mean "no wish": Fastly and others send 0 with every answer. */
function positive(seconds: number): number | null {
  return seconds > 0 ? seconds : null;
}

/** First value of a header (names are in lower case); null when it is missing. */
export function headerOf(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([key]) => key === name)?.[1] ?? null;
}
