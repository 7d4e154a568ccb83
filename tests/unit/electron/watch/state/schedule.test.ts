import { describe, expect, it } from "vitest";
import { nextLookAt, nextNearCheckAt, spreadAt } from "../../../../../electron/watch/state/schedule.ts";
import { firstMemory, type WatchMemory } from "../../../../../electron/watch/state/memory.ts";

const T0 = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** Seconds until the next look of a site that has been down for so many minutes. */
function pause(
  quietMinutes: number,
  random = 0.5,
  change: Partial<WatchMemory> = {},
  notBefore: number | null = null,
): number {
  const at = T0 + quietMinutes * MINUTE;
  const memory = { ...firstMemory(T0, true), ...change };
  return (nextLookAt({ memory, at, notBefore, random }) - at) / 1_000;
}

describe("the next look", () => {
  it.each([
    [0, 60],
    [14.9, 60],
    [15, 120],
    [119.9, 120],
    [120, 300],
    [5_000, 300],
  ])("comes after %d quiet minutes in %d seconds", (quiet, seconds) => {
    expect(pause(quiet)).toBe(seconds);
  });

  it("comes a fifth earlier or later by chance", () => {
    expect(pause(0, 0)).toBe(48);
    expect(pause(0, 1)).toBe(72);
    expect(pause(200, 0)).toBe(240);
  });

  it("comes in five seconds after the first and the second good answer", () => {
    expect(pause(30, 0.5, { state: "recovering", good: 1 })).toBe(5);
    expect(pause(30, 0.5, { state: "recovering", good: 2 })).toBe(5);
    expect(pause(0, 0.5, { state: "new", good: 1 })).toBe(5);
  });

  it("comes at the usual pace once the site is up, and does not press an unsteady one", () => {
    expect(pause(0, 0.5, { state: "up", good: 3 })).toBe(60);
    expect(pause(0, 0.5, { state: "flapping", good: 1 })).toBe(60);
  });

  it("never comes before the time the site asked for, whatever chance says", () => {
    const notBefore = T0 + 10 * MINUTE;
    for (const random of [0, 0.3, 1]) expect(pause(0, random, {}, notBefore)).toBeGreaterThanOrEqual(600);
    expect(pause(0, 0.5, { state: "recovering", good: 1 }, notBefore)).toBeGreaterThanOrEqual(600);
  });

  it("is not brought forward by a wish that is shorter than the pause or over", () => {
    expect(pause(0, 0.5, {}, T0 + 10_000)).toBe(60);
    expect(pause(20, 0.5, {}, T0)).toBe(120);
  });
});

describe("while the way is broken", () => {
  it("looks around every quarter of a minute, after ten minutes every minute", () => {
    expect(nextNearCheckAt(T0, T0, 0.5) - T0).toBe(15_000);
    expect(nextNearCheckAt(T0, T0 + 10 * MINUTE, 0.5) - T0 - 10 * MINUTE).toBe(60_000);
  });
});

describe("after a sleep", () => {
  it("each of many watches gets a moment of its own", () => {
    const times = Array.from({ length: 50 }, (_, index) => spreadAt(T0, index, 0.5));
    expect(new Set(times).size).toBe(50);
    expect(Math.min(...times)).toBeGreaterThan(T0);
    // One a second: no burst, and the last one is not forgotten for long.
    expect((times.at(-1) ?? 0) - T0).toBeLessThan(60_000);
  });
});
