import { describe, expect, it } from "vitest";
import { createWindowTranslator, isLanguageHere, loadLanguage } from "../../../../renderer/text/catalogues.ts";
import { say, sayConfidence, sayDuration, sayLeftOpen, sayRuledOut, sayWait } from "../../../../renderer/text/say.ts";
import { ERROR_CODES } from "../../../../shared/contract/error-code.ts";
import { ANSWER_VALUES } from "../../../../shared/model/answers.ts";
import { CHECK_ERROR_CODES, CHECK_STATUSES, SKIP_REASONS } from "../../../../shared/model/check.ts";
import { CONFIDENCES } from "../../../../shared/model/confidence.ts";
import { HTTP_OUTCOMES } from "../../../../shared/model/facts/http-facts.ts";
import { FAULT_SIDES } from "../../../../shared/model/fault-side.ts";
import { GATEWAY_KINDS, HOPS } from "../../../../shared/model/gateway.ts";
import { PATH_NODES } from "../../../../shared/model/path.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator, type Catalogue } from "../../../../shared/text/translator.ts";
import { VERDICT_CODES } from "../../../../shared/model/verdict-code.ts";
import { verdict } from "../../../window/samples.ts";

const t = createWindowTranslator("en-GB");

describe("the window's words", () => {
  it.each([
    ...ERROR_CODES.map((code) => `error.${code}`),
    ...CHECK_STATUSES.map((status) => `common.status.${status}`),
    ...SKIP_REASONS.map((reason) => `common.skipped.${reason}`),
    ...CHECK_ERROR_CODES.map((code) => `common.check-error.${code}`),
    ...CONFIDENCES.map((confidence) => `result.confidence.${confidence}`),
    ...HTTP_OUTCOMES.map((outcome) => `result.attempt.outcome.${outcome}`),
    ...PATH_NODES.flatMap((node) => [`path.node.${node}`, `path.meaning.${node}`]),
    ...["ok", "warn", "fault", "unknown", "looking"].map((state) => `path.state.${state}`),
    ...["first", "none", "address", "family", "path", "cache", "resolver", "proxy"].map(
      (varied) => `result.attempt.varied.${varied}`,
    ),
    ...VERDICT_CODES.map((code) => `rival.${code}`),
    ...Object.keys(ANSWER_VALUES).map((key) => `result.sure.question.${key}`),
    ...GATEWAY_KINDS.map((kind) => `saved.kind.${kind}`),
    ...FAULT_SIDES.map((side) => `saved.side.${side}`),
    ...HOPS.map((hop) => `saved.hop.${hop}`),
    ...["info", "warning", "problem"].map((severity) => `result.severity.${severity}`),
  ])("has a sentence for %s", (key) => {
    expect(t.has(key)).toBe(true);
  });

  it("add to the engine's words and take none of them away", () => {
    const engine = createTranslator("en", { en: ENGLISH });
    const leaves = (catalogue: Catalogue, path: string): readonly string[] =>
      Object.entries(catalogue).flatMap(([key, value]) =>
        typeof value === "string" ? [`${path}${key}`] : leaves(value, `${path}${key}.`),
      );
    const lost = leaves(ENGLISH, "").filter((key) => engine.has(key) && t(key) !== engine(key));
    expect(lost).toEqual([]);
  });

  it("speaks English to a language it does not know", () => {
    expect(createWindowTranslator("tlh").language).toBe("en");
    expect(createWindowTranslator("").language).toBe("en");
  });

  it("speaks English until another language has been loaded", async () => {
    expect(isLanguageHere("de-AT")).toBe(false);
    expect(createWindowTranslator("de-AT").language).toBe("en");
    await loadLanguage("de-AT");
    const german = createWindowTranslator("de-AT");
    expect([german.language, isLanguageHere("de")]).toEqual(["de", true]);
    expect(german("home.question")).not.toBe(t("home.question"));
  });

  it("falls back to the code where a newer report brings one without words", () => {
    expect(say(t, "repair.dance.title", "dance")).toBe("dance");
  });

  it("says why an explanation is out or open, in the right number", () => {
    const because = { key: "evidence.because-requests-agree", values: { count: 3 } };
    const out = sayRuledOut(t, { code: "intermittent", because });
    expect(out).toBe(`${t("rival.intermittent")}: ${t.message(because)}.`);
    expect(out).not.toContain("evidence.");
    const wouldDecide = { key: "evidence.would-look-from-elsewhere", values: {} };
    expect(sayLeftOpen(t, { code: "provider-block", wouldDecide })).toContain(t.message(wouldDecide));
  });

  it("writes times as people read them", () => {
    expect(sayDuration(t, 2340)).toBe("2.3\u00A0s");
    expect(sayDuration(t, 12)).toBe("<\u00A00.1\u00A0s");
    expect(sayDuration(t, 0)).toBe("0.0\u00A0s");
  });

  it("says a short wait in seconds and a long one in minutes", () => {
    expect([sayWait(t, 1), sayWait(t, 45), sayWait(t, 630)]).toEqual(["1 second", "45 seconds", "11 minutes"]);
  });

  it("does not claim to be sure of knowing nothing", () => {
    const unsure = sayConfidence(verdict("inconclusive", { confidence: "high" }), t);
    expect(unsure).not.toBe(sayConfidence(verdict("healthy", { confidence: "high" }), t));
    expect(unsure).toBe(t("result.confidence.none"));
  });
});
