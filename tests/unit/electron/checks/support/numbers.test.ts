import { expect, test } from "vitest";
import { median, spread } from "../../../../../electron/checks/support/numbers.ts";

test("the median of nothing is not known, of an even count the mean of the middle two", () => {
  expect(median([])).toBeNull();
  expect(median([9])).toBe(9);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("the spread needs three values and leaves the extremes out", () => {
  expect(spread([1, 2])).toBeNull();
  expect(spread([1, 2, 3])).toBe(2);
  expect(spread([...Array.from({ length: 19 }, () => 10), 1_000])).toBe(0);
});
