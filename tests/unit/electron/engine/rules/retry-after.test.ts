import { describe, expect, it } from "vitest";
import { retryAfterSeconds } from "../../../../../electron/engine/rules/retry-after.ts";

describe("the wish to wait", () => {
  it.each<[string, readonly (readonly [string, string])[], number | null]>([
    ["seconds", [["retry-after", "120"]], 120],
    ["seconds with spaces", [["retry-after", " 5 "]], 5],
    ["nought means no wish", [["retry-after", "0"]], null],
    ["a negative number is no wish", [["retry-after", "-5"]], null],
    ["words are no wish", [["retry-after", "later"]], null],
    ["an empty value is no wish", [["retry-after", ""]], null],
    ["no header", [], null],
    [
      "a date, by the server's own clock",
      [
        ["date", "Wed, 21 Oct 2026 07:28:00 GMT"],
        ["retry-after", "Wed, 21 Oct 2026 07:30:00 GMT"],
      ],
      120,
    ],
    ["a date without the server's clock", [["retry-after", "Wed, 21 Oct 2026 07:30:00 GMT"]], null],
    [
      "a date that has passed",
      [
        ["date", "Wed, 21 Oct 2026 07:28:00 GMT"],
        ["retry-after", "Wed, 21 Oct 2026 07:00:00 GMT"],
      ],
      null,
    ],
  ])("is read: %s", (_name, headers, seconds) => {
    expect(retryAfterSeconds(headers)).toBe(seconds);
  });
});
