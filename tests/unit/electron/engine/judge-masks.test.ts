import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { CHECK_IDS, type CheckId } from "../../../../shared/model/check-id.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import { VERDICT_CODES } from "../../../../shared/model/verdict-code.ts";
import { without } from "./build-observations.ts";
import { CASES } from "./judge-cases.ts";
import { seededRandom } from "./random-observations.ts";

/** Checks that carry what the case is about; leaving one out may leave another true explanation as the best known. */
function masks(given: Observations): readonly (readonly CheckId[])[] {
  const present = CHECK_IDS.filter((id) => given.checks[id] !== undefined);
  const pairs = present.flatMap((a, index) => present.slice(index + 1).map((b) => [a, b]));
  const random = seededRandom(present.length);
  const many = Array.from({ length: 150 }, () => present.filter(() => random() < 0.5));
  return [...present.map((id) => [id]), ...pairs, ...many];
}

describe.each(VERDICT_CODES)("a world of %s", (code) => {
  it("accuses no other side with certainty, whichever checks are missing", () => {
    const wrong = new Set<string>();
    for (const row of CASES[code]) {
      const full = judge(row.given).verdict;
      for (const mask of masks(row.given)) {
        const { verdict } = judge(without(row.given, ...mask));
        // While one address of several is down, the site does work for whom the other one answers.
        const harmless =
          verdict.faultSide === full.faultSide ||
          verdict.faultSide === "unknown" ||
          (code === "site-partial" && verdict.code === "healthy");
        if (verdict.confidence === "high" && !harmless) {
          const kept = CHECK_IDS.filter((id) => row.given.checks[id] !== undefined && !mask.includes(id));
          wrong.add(`${row.name}: ${verdict.code} by ${kept.join(",")}`);
        }
      }
    }
    expect([...wrong].slice(0, 5)).toEqual([]);
  });
});
