import { describe, expect, it } from "vitest";
import { appInfoHandler } from "../../../../electron/ipc/handlers/app-info.ts";
import { clipboardHandler } from "../../../../electron/ipc/handlers/clipboard.ts";
import { ok } from "../../../../shared/lib/result.ts";

async function offer(text: string): Promise<string | null> {
  const outcome = await clipboardHandler(async () => text)(undefined);
  return outcome.ok ? outcome.value.url : "failed";
}

describe("the clipboard's offer", () => {
  it.each([
    ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
    ["  http://192.168.1.1/\n", "http://192.168.1.1/"],
    ["HTTPS://EXAMPLE.COM", "HTTPS://EXAMPLE.COM"],
  ])("offers the address %j", async (text, expected) => {
    expect(await offer(text)).toBe(expected);
  });

  it.each([
    "",
    "example.com",
    "my password",
    "https://user:secret@example.com/",
    "https://user@example.com/",
    "https://example.com/ and more",
    "https://example.com/\nhttps://example.org/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://example.com/",
    "https://",
    "https://[bad",
    `https://example.com/${"x".repeat(2_048)}`,
  ])("keeps %j to itself", async (text) => {
    expect(await offer(text)).toBeNull();
  });
});

describe("app.info", () => {
  const facts = { version: "1.0.0", runtime: "Electron 45.0.0" };

  it("names the system and the first language", async () => {
    const handler = appInfoHandler(() => ({ ...facts, platform: "win32", languages: ["de-DE", "en"] }));
    expect(await handler(undefined)).toEqual(ok({ ...facts, os: "windows", language: "de-DE" }));
  });

  it("says `other` and English where the system is not known and names no language", async () => {
    const handler = appInfoHandler(() => ({ ...facts, platform: "freebsd", languages: [] }));
    expect(await handler(undefined)).toEqual(ok({ ...facts, os: "other", language: "en" }));
  });
});
