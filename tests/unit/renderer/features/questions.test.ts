import { describe, expect, it } from "vitest";
import { elsewhereHelps, nextQuestion, withAnswer } from "../../../../renderer/features/verdict/questions.ts";
import { VERDICT_CODES } from "../../../../shared/model/verdict-code.ts";
import type { Answers } from "../../../../shared/model/answers.ts";

/** Answers every question with the given value until none is left; returns the questions in order. */
function askAll(code: (typeof VERDICT_CODES)[number], value: "yes" | "no"): readonly string[] {
  const asked: string[] = [];
  let answers: Answers = {};
  for (
    let key = nextQuestion({ code, confidence: "medium" }, answers);
    key !== null;
    key = nextQuestion({ code, confidence: "medium" }, answers)
  ) {
    asked.push(key);
    answers = withAnswer(answers, key, key === "vpn" ? (value === "yes" ? "on" : "off") : value);
    if (asked.length > 20) throw new Error("the questions never end");
  }
  return asked;
}

describe("nextQuestion", () => {
  it("asks about the browser when the site works from here, and goes on only if it fails there", () => {
    expect(askAll("healthy", "no")).toEqual(["browser-fails"]);
    expect(askAll("healthy", "yes")).toEqual([
      "browser-fails",
      "private-window-works",
      "reload-keeps-old",
      "no-extensions-works",
    ]);
  });

  it("asks for another way in when nothing decides", () => {
    expect(askAll("inconclusive", "no")).toEqual(["other-device-works", "vpn"]);
    expect(askAll("inconclusive", "yes")).toEqual(["other-device-works", "vpn", "works-without-vpn"]);
  });

  it("asks nothing when the site itself said what is wrong", () => {
    expect(nextQuestion({ code: "gateway-error", confidence: "medium" }, {})).toBeNull();
  });

  it("comes to an end for every verdict", () => {
    for (const code of VERDICT_CODES) {
      for (const value of ["yes", "no"] as const) expect(askAll(code, value).length).toBeLessThan(7);
    }
  });

  it("takes no answer that the question does not offer", () => {
    expect(withAnswer({}, "vpn", "yes")).toEqual({});
  });
});

describe("elsewhereHelps", () => {
  it("is of no use for a fault on this computer", () => {
    expect(elsewhereHelps({ faultSide: "device", confidence: "low" })).toBe(false);
    expect(elsewhereHelps({ faultSide: "unknown", confidence: "low" })).toBe(true);
  });

  it("is not offered where the answer is sure already", () => {
    expect(elsewhereHelps({ faultSide: "site-edge", confidence: "high" })).toBe(false);
    expect(nextQuestion({ code: "site-unreachable", confidence: "high" }, {})).toBeNull();
    expect(nextQuestion({ code: "healthy", confidence: "high" }, {})).toBe("browser-fails");
  });
});
