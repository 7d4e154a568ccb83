import { expect, test } from "vitest";
import { createWindowTranslator, loadLanguage } from "../../../../renderer/text/catalogues.ts";
import { markTerms, TERM_IDS } from "../../../../shared/text/terms.ts";

const t = createWindowTranslator("en");
const marked = (text: string) =>
  markTerms(text, t).flatMap(({ text: word, term }) => (term === null ? [] : [[word, term]]));

test("marks each word once, where it first stands, the longest form of it", () => {
  const text = "Your DNS server fails; another DNS server, or a VPN, helps. Ask the DNS again.";
  expect(marked(text)).toEqual([
    ["DNS server", "resolver"],
    ["VPN", "vpn"],
    ["DNS", "dns"],
  ]);
  expect(
    markTerms(text, t)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});

test("leaves parts of longer words, names and addresses alone", () => {
  expect(marked("gateway-error, dns.example, reproxying, https://proxy/x")).toEqual([]);
});

test("gives a text without jargon back whole, and nothing for nothing", () => {
  expect(markTerms("All is well.", t)).toEqual([{ text: "All is well.", term: null }]);
  expect(markTerms("", t)).toEqual([]);
});

test("finds the words in both languages", async () => {
  await loadLanguage("de");
  const de = createWindowTranslator("de");
  for (const id of TERM_IDS) {
    for (const words of [t(`glossary.${id}.words`), de(`glossary.${id}.words`)]) expect(words, id).not.toContain(".");
  }
  expect(markTerms("Das Gateway hat ein Zertifikat.", de).map(({ term }) => term)).toContain("certificate");
});
