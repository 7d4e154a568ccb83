import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaultsOf } from "./support/accessibility.ts";
import { launch, type RunningApp } from "./support/launch.ts";

const NGINX =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";

describe.each(["light", "dark"] as const)("a saved error page, in the %s scheme", (colorScheme) => {
  let running: RunningApp;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gg-saved-"));
    running = await launch({ colorScheme });
  });

  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await running.page.reload();
    await running.page.locator("h1").waitFor();
    await running.page.getByRole("button", { name: "I have a saved error page" }).click();
  });

  const heading = async (text: RegExp): Promise<void> =>
    running.page.getByRole("heading", { level: 1, name: text }).waitFor();

  /** The next dialog gives this file; null: the person closes it. */
  const choose = async (path: string | null): Promise<void> =>
    running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({
        canceled: chosen === null,
        filePaths: chosen === null ? [] : [chosen],
      });
    }, path);

  it("is judged from its pasted source with the keyboard alone", async () => {
    const { page } = running;
    expect(await accessibilityFaultsOf(page)).toEqual([]);
    await page.keyboard.insertText(NGINX);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await heading(/It's the site, not you/);
    await page.getByText("502, going by the page's own words").waitFor();
    expect(await accessibilityFaultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await heading(/What does the error page say/);
    expect(await page.getByRole("textbox", { name: /text or source/ }).inputValue()).toContain("nginx/1.22.1");
  });

  it("never runs or renders what is in it", async () => {
    const { page } = running;
    const evil = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    const saved = { status: 502, statusText: evil, headers: { server: "nginx", "x-request-id": evil }, body: evil };
    await page.getByRole("textbox", { name: /text or source/ }).fill(JSON.stringify(saved));
    await page.getByRole("button", { name: "Who made it?" }).click();
    await page.getByText("onerror").first().waitFor();
    expect(await page.locator("img, main script, iframe").count()).toBe(0);
    expect(await page.title()).not.toContain("owned");
    expect(running.complaints).toEqual([]);
  });

  it("is judged from a network log that is opened, and quotes its number", async () => {
    const { page } = running;
    const entry = (status: number, headers: readonly { name: string; value: string }[]) => ({
      request: { url: "https://shop.example/pay?card=4711" },
      response: { status, statusText: "", headers, content: { text: "error code: 502" } },
    });
    const path = join(folder, "shop.har");
    const cloudflare = [
      { name: "server", value: "cloudflare" },
      { name: "cf-ray", value: "8abcdef012345678-FRA" },
    ];
    await writeFile(path, JSON.stringify({ log: { entries: [entry(200, []), entry(502, cloudflare)] } }));
    await choose(path);
    await page.getByRole("button", { name: "Open a file…" }).click();
    await page.getByText("8abcdef012345678-FRA").waitFor();
    await page.getByText("https://shop.example/pay", { exact: true }).waitFor();
    expect(await page.getByText("4711").count()).toBe(0);
  });

  it("says so when the file is gone, and nothing when none is chosen", async () => {
    const { page } = running;
    await choose(join(folder, "missing.html"));
    await page.getByRole("button", { name: "Open a file…" }).click();
    await page.getByText("That file could not be read").waitFor();
    await choose(null);
    await page.getByRole("button", { name: "Open a file…" }).click();
    await page.getByText("That file could not be read").waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("What does the error page say?");
  });
});
