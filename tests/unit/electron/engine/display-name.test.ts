import { domainToASCII } from "node:url";
import { describe, expect, it } from "vitest";
import { displayName } from "../../../../electron/engine/display-name.ts";

describe("a host that people read", () => {
  it.each([
    ["example.com"],
    ["münchen.example"],
    ["straße.example"],
    ["łódź.example"],
    ["việtnam.example"],
    ["例え.テスト"],
    ["東京タワー.example"],
    ["пример.рф"],
    ["παράδειγμα.example"],
    ["דוגמה.example"],
    ["مثال.example"],
    ["उदाहरण.example"],
    ["한국어.example"],
    ["ตัวอย่าง.example"],
  ])("is shown as %s", (host) => {
    expect(displayName(domainToASCII(host))).toBe(host);
  });

  it.each([
    ["a Cyrillic a among Latin letters", "p\u0430ypal.test"],
    ["a whole word of Cyrillic letters with a Latin twin", "\u0430\u0440\u0440\u04CF\u0435.test"],
    ["a whole word of Greek letters with a Latin twin", "\u03BF\u03C5\u03BA.test"],
    ["a whole word of Armenian letters with a Latin twin", "\u0585\u057D\u0585.test"],
    ["a small capital", "\u0262oogle.test"],
    ["a phonetic letter", "\u0261oogle.test"],
    ["an i without its dot", "pa\u0131n.test"],
    ["a thorn for a p", "\u00FEaypal.test"],
    ["a mark that stands on no letter", "go\u0323\u0307ogle.test"],
    ["a stroke of Chinese for a hyphen", "pay\u4E00pal.test"],
    ["a stroke of Japanese for a slash", "example.com\u30CEx.test"],
    ["letters of Cherokee", "\u13E2\u13A5\u13B5.test"],
    ["letters of Lisu", "\uA4DA\uA4F3\uA4F2.test"],
    ["a circle of Tifinagh", "g\u2D54\u2D54gle.test"],
    ["digits of another script", "\u0966\u0967\u0664.test"],
    ["two scripts that are never written together", "\u0905\u0C05.test"],
    ["a middle dot", "a\u00B7b.test"],
  ])("stays in ASCII with %s", (_what, host) => {
    const ascii = domainToASCII(host);
    expect(ascii).toContain("xn--");
    expect(displayName(ascii)).toBe(ascii);
  });
});
