import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../shared/model/settings.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { ROOT } from "./support/root.ts";

let home: string;
let running: RunningApp;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gg-first-"));
  await writeFile(join(home, "settings.json"), JSON.stringify({ ...DEFAULT_SETTINGS, language: "de" }));
  running = await launch({ home });
});

afterAll(async () => {
  await running.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

describe("the first screen", () => {
  it("is written into the page of each language by the build", async () => {
    const pages = await Promise.all(
      ["index.html", "index.de.html"].map((name) => readFile(join(ROOT, "out", "renderer", name), "utf8")),
    );
    const words = pages.map((page) => [/<html lang="(\w+)"/u.exec(page)?.[1], /<h1[^>]*>([^<]*)</u.exec(page)?.[1]]);
    expect(words).toEqual([
      ["en", "Which page does not load?"],
      ["de", expect.stringMatching(/^Welche Seite /u)],
    ]);
    for (const page of pages) expect(page).toContain("<input");
  });

  it("comes in the chosen language and to life without a complaint", async () => {
    await running.page.reload();
    expect(await running.page.locator("html").getAttribute("lang")).toBe("de");
    expect(await running.page.locator("h1").textContent()).toMatch(/^Welche Seite /u);
    expect(await running.page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    expect(running.complaints).toEqual([]);
  });

  it("keeps what is typed and sent before its program is there", async () => {
    // Runs when the page has been read and before its scripts do, as nobody's hands could.
    await running.page.addInitScript(() => {
      const act = (): void => {
        const field = document.querySelector("input");
        const form = document.querySelector("form");
        if (field === null || form === null) return;
        field.value = "ftp://example.test/";
        setTimeout(() => form.requestSubmit());
      };
      document.addEventListener("DOMContentLoaded", act);
    });
    await running.page.reload();
    await running.page.locator("[aria-invalid=true]").waitFor();
    expect(await running.page.locator("input").first().inputValue()).toBe("ftp://example.test/");
    expect(running.complaints).toEqual([]);
  });
});
