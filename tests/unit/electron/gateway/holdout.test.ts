import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readHoldout, score } from "./holdout.ts";

const folder = resolve(import.meta.dirname, "../../../fixtures/gateway/holdout");

describe("pages collected without looking at the rules", () => {
  const total = score(readHoldout(resolve(folder, "first.json")));

  it("puts nearly all of the first set on the right side", () => {
    expect(total.pages).toBeGreaterThanOrEqual(150);
    expect(total.side.right / total.pages, total.lines.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it("never blames the person's side for the site's page, nor the site for theirs", () => {
    expect(total.accused, total.lines.join("\n")).toBe(0);
  });

  it("names a wrong maker for hardly any page", () => {
    const named = total.vendor.right + total.vendor.wrong + total.vendor.unknown;
    expect(total.vendor.right / named, total.lines.join("\n")).toBeGreaterThanOrEqual(0.93);
    expect(total.vendor.wrong, total.lines.join("\n")).toBeLessThanOrEqual(5);
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
