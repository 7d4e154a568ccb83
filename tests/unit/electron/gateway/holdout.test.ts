import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readHoldout, score } from "./holdout.ts";

const folder = resolve(import.meta.dirname, "../../../fixtures/gateway/holdout");

describe.each([
  { name: "first", pages: 155, sideRight: 0.99, makersNamed: 0.93, makersWrong: 4 },
  { name: "second", pages: 54, sideRight: 0.98, makersNamed: 0.8, makersWrong: 0 },
  { name: "third", pages: 40, sideRight: 0.97, makersNamed: 0.5, makersWrong: 1 },
])(
  "the $name set of pages collected without looking at the rules",
  ({ name, pages, sideRight, makersNamed, makersWrong }) => {
    const total = score(readHoldout(resolve(folder, `${name}.json`)));

    it("has nearly all of its pages on the right side", () => {
      expect(total.pages).toBe(pages);
      expect(total.side.right / total.pages, total.lines.join("\n")).toBeGreaterThanOrEqual(sideRight);
    });

    it("never blames the person's side for the site's page, nor the site for theirs", () => {
      expect(total.accused, total.lines.join("\n")).toBe(0);
    });

    it("names a wrong maker for hardly any page", () => {
      expect(total.vendor.wrong, total.lines.join("\n")).toBeLessThanOrEqual(makersWrong);
      const known = total.vendor.right + total.vendor.wrong + total.vendor.unknown;
      expect(total.vendor.right / known, total.lines.join("\n")).toBeGreaterThanOrEqual(makersNamed);
    });
  },
);

describe("the score", () => {
  const page = readHoldout(resolve(folder, "first.json"))[0];

  it("counts blame across the border, and blame for a fine page, as an accusation", () => {
    if (page === undefined) throw new Error("the set is empty");
    expect(score([{ ...page, sides: ["proxy"] }])).toMatchObject({ accused: 1, side: { wrong: 1 } });
    expect(score([{ ...page, sides: ["none"] }])).toMatchObject({ accused: 1, fineAccused: 1 });
    expect(score([{ ...page, sides: ["site-edge"] }])).toMatchObject({ accused: 0, side: { wrong: 1 } });
  });
});
