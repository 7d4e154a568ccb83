import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readHoldout, score } from "./holdout.ts";

const folder = resolve(import.meta.dirname, "../../../fixtures/gateway/holdout");

describe.each([
  ["first", 150, 5],
  ["second", 50, 1],
])("the %s set of pages collected without looking at the rules", (name, atLeast, wrongMakers) => {
  const total = score(readHoldout(resolve(folder, `${name}.json`)));

  it("has nearly all of its pages on the right side", () => {
    expect(total.pages).toBeGreaterThanOrEqual(atLeast);
    expect(total.side.right / total.pages, total.lines.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it("never blames the person's side for the site's page, nor the site for theirs", () => {
    expect(total.accused, total.lines.join("\n")).toBe(0);
  });

  it("names a wrong maker for hardly any page", () => {
    expect(total.vendor.wrong, total.lines.join("\n")).toBeLessThanOrEqual(wrongMakers);
    expect(total.vendor.right, total.lines.join("\n")).toBeGreaterThan(4 * total.vendor.unknown);
  });
});

describe("the score", () => {
  const page = readHoldout(resolve(folder, "first.json"))[0];

  it("counts blame across the border, and blame for a fine page, as an accusation", () => {
    if (page === undefined) throw new Error("the set is empty");
    expect(score([{ ...page, sides: ["proxy"] }])).toMatchObject({ accused: 1, side: { wrong: 1 } });
    expect(score([{ ...page, sides: ["none"] }])).toMatchObject({ accused: 1, fineAccused: 1 });
    expect(score([{ ...page, sides: ["site-edge"] }])).toMatchObject({ accused: 0, side: { wrong: 1 } });
  });
});
