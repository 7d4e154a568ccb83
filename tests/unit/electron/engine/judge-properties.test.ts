import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import type { Judgement } from "../../../../shared/model/checkup.ts";
import type { Message } from "../../../../shared/model/message.ts";
import { PATH_NODES } from "../../../../shared/model/path.ts";
import { VERDICT_CODES, VERDICT_SIDES } from "../../../../shared/model/verdict-code.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";
import { verdictText } from "../../../../shared/text/verdict-text.ts";
import { failing, onLoopback } from "./build-observations.ts";
import { CASES } from "./judge-cases.ts";
import { randomObservations, seededRandom } from "./random-observations.ts";

const t = createTranslator("en", { en: ENGLISH });
const ROUNDS = 4_000;

function messagesOf({ verdict, findings }: Judgement): readonly Message[] {
  return [
    ...verdict.evidence.map((item) => item.fact),
    ...verdict.ruledOut.map((item) => item.because),
    ...verdict.leftOpen.map((item) => item.wouldDecide),
    ...verdict.wouldChange,
    ...findings.map((item) => item.summary),
  ];
}

/** What is wrong with the words: a key without a sentence, or a placeholder without its value. */
function wordProblems(judgement: Judgement): readonly string[] {
  const { title, explanation } = verdictText(judgement.verdict, t);
  const spoken = messagesOf(judgement).map((message) => [message.key, t.message(message)] as const);
  const all = [...spoken, ["title", title] as const, ["explanation", explanation] as const];
  const repairs = judgement.repairs.flatMap(({ id }) => [`repair.${id}.title`, `repair.${id}.why`]);
  return [
    ...all
      .filter(([key, text]) => text === key || text === "" || text.includes("{{") || text.includes("undefined"))
      .map(([key, text]) => `${judgement.verdict.code} ${key}: ${text}`),
    ...repairs.filter((key) => !t.has(key)),
  ];
}

describe("any observations whatever", () => {
  const random = seededRandom(20_260);
  const rounds = Array.from({ length: ROUNDS }, () => randomObservations(random));

  it("get one sound verdict that survives a trip through JSON", () => {
    for (const given of rounds) {
      const judgement = judge(given);
      const { verdict, path, findings } = judgement;
      expect(VERDICT_SIDES[verdict.code]).toContain(verdict.faultSide);
      expect(structuredClone(judgement)).toEqual(JSON.parse(JSON.stringify(judgement)));
      expect(verdict.code === "inconclusive" || verdict.evidence.length > 0).toBe(true);
      expect(verdict.leftOpen.length === 0 || verdict.confidence !== "high").toBe(true);
      expect(path.map((node) => node.node)).toEqual([...PATH_NODES]);
      expect(new Set(findings.map((finding) => finding.code)).size).toBe(findings.length);
    }
  }, 120_000);

  it("are judged the same way twice", () => {
    for (const given of rounds.slice(0, 300)) expect(judge(structuredClone(given))).toEqual(judge(given));
  }, 60_000);

  it("are spoken of in whole sentences", () => {
    const problems = new Set(rounds.flatMap((given) => wordProblems(judge(given))));
    expect([...problems].slice(0, 10)).toEqual([]);
  }, 120_000);

  it("never rest on a person's word with certainty", () => {
    const said = rounds
      .map((given) => judge(given).verdict)
      .filter((verdict) => ["browser-only", "session-bound", "browser-cache-stale", "vpn-path"].includes(verdict.code));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((verdict) => verdict.confidence === "high")).toEqual([]);
  }, 60_000);
});

describe("the words of a verdict", () => {
  it.each(VERDICT_CODES)("are whole for every case of %s", (code) => {
    expect(CASES[code].flatMap((row) => wordProblems(judge(row.given)))).toEqual([]);
  });

  it("exist for every code", () => {
    const missing = VERDICT_CODES.flatMap((code) => [`verdict.${code}.title`, `verdict.${code}.explanation`]).filter(
      (key) => !t.has(key),
    );
    expect(missing).toEqual([]);
  });

  it("tell a short wait in seconds and a long one in minutes", () => {
    const words = (seconds: number): string =>
      verdictText(judge(onLoopback(failing({ status: 429, headers: [["retry-after", String(seconds)]] }))).verdict, t)
        .explanation;
    expect(words(30)).toContain("30 s");
    expect(words(600)).toContain("about 10 minutes");
  });

  it("say a gateway's fault, a CDN's fault and a wait differently", () => {
    const titles = [...CASES["gateway-error"], ...CASES["overloaded"], ...CASES["clock-wrong"]].map(
      (row) => verdictText(judge(row.given).verdict, t).title,
    );
    expect(titles).toContain("It's the site, not you: its server is down.");
    expect(titles).toContain("It's the site, not you: the gateway in front of it is in trouble.");
    expect(titles).toContain("It's the site, not you: it is overloaded and asks you to wait.");
    expect(titles).toContain("The clock of this computer is 600 minutes ahead.");
  });
});
