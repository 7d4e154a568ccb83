import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rememberFinished } from "../../../../electron/ipc/guided/finished.ts";
import { createDesk } from "../../../../electron/ipc/desk.ts";
import { appInfoHandler } from "../../../../electron/ipc/handlers/app-info.ts";
import { checkupStartHandler } from "../../../../electron/ipc/handlers/checkup.ts";
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

describe("a check-up without an address", () => {
  async function started(stableName: string | null) {
    const folder = await mkdtemp(join(tmpdir(), "gg-handlers-"));
    const file = join(folder, "references.json");
    // Every name leads nowhere: the only resolver is a closed port of this machine.
    await writeFile(
      file,
      JSON.stringify({ ...(stableName === null ? {} : { stableName }), systemResolver: ["127.0.0.1:9"] }),
    );
    const desk = createDesk(() => undefined);
    const parts = {
      desk,
      onEvent: () => undefined,
      finished: rememberFinished(),
      env: { GOODGATEWAY_REFERENCES: file },
    };
    const order = { input: null, privateMode: true, askVantage: false, answers: {} };
    const outcome = await checkupStartHandler(parts)(order);
    if (outcome.ok) desk.cancel(outcome.value.id);
    await rm(folder, { recursive: true });
    return outcome;
  }

  it("checks the references' page that surely exists", async () => {
    expect(await started("stable.example")).toMatchObject({
      ok: true,
      value: { target: { url: "https://stable.example/", anyPage: true } },
    });
    // Loading the engine for the first time takes seconds on a busy machine.
  }, 30_000);

  it("is not possible where the references name none", async () => {
    expect(await started(null)).toEqual({ ok: false, error: "not-found" });
  });
});

describe("app.info", () => {
  const facts = { version: "1.0.0", runtime: "Electron 45.0.0" };

  it("names the system and the first language", async () => {
    const handler = appInfoHandler(() => ({ ...facts, platform: "win32", languages: ["de-DE", "en"] }));
    expect(await handler(undefined)).toEqual(ok({ ...facts, os: "windows", language: "de" }));
  });

  it("says `other` and English where the system is not known and names no language", async () => {
    const handler = appInfoHandler(() => ({ ...facts, platform: "freebsd", languages: [] }));
    expect(await handler(undefined)).toEqual(ok({ ...facts, os: "other", language: "en" }));
  });
});
