import { describe, expect, it } from "vitest";
import { maintenanceWords, parkingSigns } from "../../../../electron/gateway/page-words.ts";

const page = (words: string): string =>
  `<html><head><title>Acme</title><script>var x = "down for maintenance later"</script></head><body><p>${words}</p></body></html>`;

describe("maintenanceWords", () => {
  it.each([
    ["en", "We are down for maintenance.", "down for maintenance"],
    ["en", "We’ll be right back", "we'll be right back"],
    ["de", "Wegen Wartungsarbeiten nicht erreichbar", "wartungsarbeiten"],
    ["fr", "Le site est en maintenance", "en maintenance"],
    ["es", "Estamos en mantenimiento", "en mantenimiento"],
    ["it", "Sito in manutenzione", "in manutenzione"],
    ["nl", "Gepland onderhoud tot 10 uur", "gepland onderhoud"],
    ["pt", "Estamos em manutenção", "em manutenção"],
    ["ja", "ただいまメンテナンス中です", "メンテナンス中"],
    ["zh", "网站正在维护中", "维护中"],
    ["ru", "Ведутся технические работы", "технические работы"],
    ["ko", "서비스 점검 중입니다", "점검 중"],
  ])("understands %s: %s", (_language, words, phrase) => {
    expect(maintenanceWords(page(words))).toBe(phrase);
  });

  it("does not listen to scripts", () => {
    expect(maintenanceWords(page("Welcome to our shop"))).toBeNull();
  });

  it("does not take a long page that mentions maintenance for a notice", () => {
    expect(maintenanceWords(page(`${"News of the day. ".repeat(400)} The lift is under maintenance.`))).toBeNull();
    expect(maintenanceWords(`${"x".repeat(100_000)} under maintenance`)).toBeNull();
  });

  it("takes a headline for a notice, however long the page is", () => {
    const body = `<h1>Scheduled maintenance</h1>${"<p>Details of the works.</p>".repeat(500)}`;
    expect(maintenanceWords(body)).toBe("scheduled maintenance");
    expect(maintenanceWords(`<article>${body}</article>`)).toBeNull();
  });
});

describe("parkingSigns", () => {
  it("finds sellers' marks", () => {
    expect(parkingSigns('<script src="//www.sedoparking.com/x"></script>This domain is for sale')).toEqual([
      "sedoparking.com",
      "this domain is for sale",
      "domain is for sale",
    ]);
    expect(parkingSigns("Diese Domain steht zum Verkauf")).toEqual(["diese domain steht zum verkauf"]);
  });

  it("finds none in an ordinary page or one too long to be parked", () => {
    expect(parkingSigns("<h1>Our garden</h1>")).toEqual([]);
    expect(parkingSigns(`${"x".repeat(70_000)}this domain is for sale`)).toEqual([]);
  });
});
