import { describe, expect, it } from "vitest";
import { LONGEST_WAIT_SECONDS, parseHttpDate, retryAfter } from "../../../../electron/gateway/retry-after.ts";

const NOW = Date.parse("2026-11-22T09:00:00Z");
const read = (value: string, date?: string) =>
  retryAfter([...(date === undefined ? [] : [["Date", date] as const]), ["Retry-After", value]], NOW);

describe("retryAfter", () => {
  it("reads seconds", () => {
    expect(read("120")).toEqual({ seconds: 120, capped: false });
    expect(read(" 0 ")).toEqual({ seconds: 0, capped: false });
  });

  it("compares a date with the answer's own date, so that this computer's clock does not matter", () => {
    expect(read("Sun, 22 Nov 2020 07:30:00 GMT", "Sun, 22 Nov 2020 07:28:00 GMT")).toEqual({
      seconds: 120,
      capped: false,
    });
  });

  it("falls back to the time of arrival", () => {
    expect(read("Sun, 22 Nov 2026 09:01:00 GMT")).toEqual({ seconds: 60, capped: false });
    expect(read("Sun, 22 Nov 2026 09:01:00 GMT", "soon")).toEqual({ seconds: 60, capped: false });
  });

  it("limits what it takes at its word", () => {
    expect(read("999999999")).toEqual({ seconds: LONGEST_WAIT_SECONDS, capped: true });
    expect(read("1".repeat(40))).toEqual({ seconds: LONGEST_WAIT_SECONDS, capped: true });
    expect(read("9".repeat(400))).toEqual({ seconds: LONGEST_WAIT_SECONDS, capped: true });
    expect(read(String(LONGEST_WAIT_SECONDS))).toEqual({ seconds: LONGEST_WAIT_SECONDS, capped: false });
  });

  it.each(["-5", "1.5", "soon", "", "5 minutes", "0x10", "2026-11-22", "Sun, 22 Nov 2026 08:59:00 GMT"])(
    "ignores %s",
    (value) => {
      expect(read(value)).toBeNull();
    },
  );

  it("is null without the header", () => {
    expect(retryAfter([], NOW)).toBeNull();
  });
});

describe("parseHttpDate", () => {
  it("reads the three forms of RFC 9110", () => {
    const time = Date.parse("1994-11-06T08:49:37Z");
    expect(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT")).toBe(time);
    expect(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT")).toBe(time);
    expect(parseHttpDate("Sun Nov  6 08:49:37 1994")).toBe(time);
  });

  it("reads nothing else", () => {
    expect(parseHttpDate("Sun, 06 Nov 1994 08:49:37 +0100")).toBeNull();
    expect(parseHttpDate("Sun, 06 Xxx 1994 08:49:37 GMT")).toBeNull();
  });
});
