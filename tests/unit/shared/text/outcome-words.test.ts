import { expect, test } from "vitest";
import { HTTP_OUTCOMES } from "../../../../shared/model/facts/http-facts.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { GERMAN } from "../../../../shared/text/german.ts";
import { sayOutcome } from "../../../../shared/text/outcome-words.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";

const EN = createTranslator("en", { en: ENGLISH });
const DE = createTranslator("de", { en: ENGLISH, de: GERMAN });

test.each(HTTP_OUTCOMES)("what came of a request has words of its own in both languages: %s", (outcome) => {
  const [english, german] = [sayOutcome(outcome, EN), sayOutcome(outcome, DE)];
  expect([english, german]).not.toContain(outcome);
  expect(english).not.toContain("watch.look");
  expect(german).not.toBe(english);
});

test("a code of a newer version stays as it is", () => {
  expect(sayOutcome("quantum-lost", EN)).toBe("quantum-lost");
});
