import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { VERDICT_CODES, VERDICT_SIDES } from "../../../../shared/model/verdict-code.ts";
import { CASES } from "./judge-cases.ts";

describe.each(VERDICT_CODES)("the row %s", (code) => {
  it.each(CASES[code].map((row) => [row.name, row] as const))("holds for: %s", (_name, row) => {
    const { verdict, findings, path } = judge(row.given);
    expect({ code: verdict.code, open: verdict.leftOpen }).toMatchObject({ code });
    expect(VERDICT_SIDES[code]).toContain(verdict.faultSide);
    expect(verdict.faultSide).toBe(row.side ?? verdict.faultSide);
    expect(verdict.values["context"]).toBe(row.context ?? verdict.values["context"]);
    expect(verdict.leftOpen.length === 0 || verdict.confidence !== "high").toBe(true);
    expect(findings.map((finding) => finding.code)).not.toContain(code);
    expect(path.filter((node) => node.state === "fault").map((node) => node.node)).toEqual(
      verdict.faultSide === "none" || verdict.faultSide === "unknown" ? [] : [verdict.faultSide],
    );
  });
});
