import { describe, expect, test } from "vitest";
import {
  answerBisect,
  type Bisect,
  startBisect,
  stepsLeft,
  switchedOff,
} from "../../../../electron/browsers/bisect.ts";

/** Plays a person whose page works exactly when `works` says so of what is off. */
function search(names: readonly string[], works: (off: ReadonlySet<string>) => boolean): Bisect {
  let bisect = startBisect(names);
  for (let step = 0; bisect.state === "searching"; step += 1) {
    if (step > 200) throw new Error("the search does not end");
    bisect = answerBisect(bisect, works(new Set(switchedOff(bisect))));
  }
  return bisect;
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `e${index}`);

describe("the search by halves", () => {
  test("finds one culprit among any number, wherever it stands, in few steps", () => {
    for (const count of [1, 2, 3, 7, 16, 33]) {
      for (const culprit of names(count)) {
        const found = search(names(count), (off) => off.has(culprit));
        expect(found).toMatchObject({ state: "found", culprits: [culprit] });
        expect(found.asked).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + 2);
      }
    }
  });

  test("finds two that break the page each by itself", () => {
    for (const first of names(9)) {
      for (const second of names(9).filter((one) => one !== first)) {
        const found = search(names(9), (off) => off.has(first) && off.has(second));
        expect(found.state).toBe("found");
        expect(new Set(found.culprits)).toEqual(new Set([first, second]));
      }
    }
  });

  test("names one of two that break it only together, and that is enough", () => {
    for (const first of names(6)) {
      for (const second of names(6).filter((one) => one !== first)) {
        const found = search(names(6), (off) => off.has(first) || off.has(second));
        expect(found.state).toBe("found");
        expect(found.culprits).toHaveLength(1);
        expect([first, second]).toContain(found.culprits[0]);
      }
    }
  });

  test("says that none is it when the page fails with all of them off", () => {
    expect(search(names(5), () => false)).toMatchObject({ state: "none", culprits: [], asked: 1 });
    expect(startBisect([])).toMatchObject({ state: "none" });
  });

  test("says so when the answers do not fit together", () => {
    // Works with all off at first, and fails ever after.
    let asked = 0;
    expect(search(names(4), () => (asked += 1) === 1)).toMatchObject({ state: "contradictory" });
  });

  test("asks for nothing once it is over, and counts a name only once", () => {
    const over = search(names(3), (off) => off.has("e1"));
    expect(answerBisect(over, true)).toBe(over);
    expect(stepsLeft(over)).toBe(0);
    expect(switchedOff(over)).toEqual(["e1"]);
    expect(startBisect(["a", "a", "b"]).all).toEqual(["a", "b"]);
  });
});
