import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import {
  ASKING,
  BENCH,
  FIXED,
  FIX_JOB,
  FIX_RESULT,
  HELD,
  HISTORY,
  JOB,
  OVERVIEW,
  PLAN,
  PLANNED,
} from "../window/dns-samples.ts";
import { launch, type RunningApp } from "./support/launch.ts";
import { pretendDns, tellDns } from "./support/pretend-dns.ts";

/**
 * Pictures of every screen for the README and for a look before a release:
 * `npx tsx tests/e2e/screenshots.ts FOLDER [all|checkups|reports|dns]`.
 */
const folder = process.argv[2] ?? "build/resources/screenshots";
const wanted = process.argv[3] ?? "all";

interface Look {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const LOOKS: readonly Look[] = [
  { name: "light", colorScheme: "light", width: 1100, height: 800, zoom: 1 },
  { name: "dark", colorScheme: "dark", width: 1100, height: 800, zoom: 1 },
  { name: "narrow", colorScheme: "light", width: 340, height: 780, zoom: 1 },
  { name: "zoom-200", colorScheme: "light", width: 1100, height: 800, zoom: 2 },
];

async function picture(running: RunningApp, look: Look, screen: string): Promise<void> {
  // The page's own screenshot shows only a quarter at zoom 2; the window's picture is what a person sees.
  const base64 = await running.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString("base64") ?? "";
  });
  await writeFile(join(folder, `${screen}-${look.name}.png`), Buffer.from(base64, "base64"));
}

async function practise(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: title }).first().click();
}

async function takeAll(look: Look): Promise<void> {
  const running = await launch({ colorScheme: look.colorScheme });
  const { app, page } = running;
  await app.evaluate(
    ({ BrowserWindow }, { width, height, zoom }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    { width: look.width, height: look.height, zoom: look.zoom },
  );
  await page.waitForTimeout(400);
  await picture(running, look, "home");
  if (wanted !== "dns" && wanted !== "reports") await takeCheckups(running, look);
  if (wanted === "all" || wanted === "reports") await takeReports(running, look);
  if (wanted !== "checkups" && wanted !== "reports") {
    await takeSaved(running, look);
    await takeDns(running, look);
  }
  await running.stop();
}

async function takeCheckups(running: RunningApp, look: Look): Promise<void> {
  const { page } = running;
  for (const [screen, title] of [
    ["gateway", /502/u],
    ["healthy", /A healthy site/u],
    ["expired", /certificate has expired/u],
  ] as const) {
    if (screen === "gateway")
      await page
        .getByText(/practice network/iu)
        .first()
        .click();
    await practise(page, title);
    await page.waitForTimeout(250);
    if (screen === "gateway") await picture(running, look, "checkup");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page
      .getByRole("button", { name: /new address|other practice/iu })
      .first()
      .waitFor({ timeout: 30_000 });
    await page.waitForTimeout(300);
    await picture(running, look, `verdict-${screen}`);
    await page
      .getByRole("button", { name: /new address|other practice/iu })
      .first()
      .click();
    await page.waitForTimeout(200);
  }
  await page.keyboard.press("Escape");
  await page.waitForTimeout(200);
}

async function takeSaved(running: RunningApp, look: Look): Promise<void> {
  const { page } = running;
  await page.getByRole("button", { name: "I have a saved error page" }).click();
  await page.keyboard.insertText(
    "HTTP/1.1 502 Bad Gateway\nserver: nginx\nx-request-id: 4f1c-77\n\n<hr><center>nginx</center>502 Bad Gateway",
  );
  await picture(running, look, "saved-ask");
  await page.getByRole("button", { name: "Who made it?" }).click();
  await page.getByText("4f1c-77").waitFor();
  await picture(running, look, "saved-answer");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

/** Reports and the history, with two saved check-ups as its entries. */
async function takeReports(running: RunningApp, look: Look): Promise<void> {
  const { page } = running;
  const history = join(running.home, "history");
  await mkdir(history, { recursive: true });
  for (const name of ["v1-everything", "v1-gateway-error"]) {
    const text = await readFile(`tests/fixtures/reports/${name}.goodgateway.json`, "utf8");
    const id = /"id": "([^"]+)"/u.exec(text)?.[1] ?? name;
    await writeFile(join(history, `${id}.goodgateway.json`), text);
  }
  const button = (name: string | RegExp) => page.getByRole("button", { name }).first();
  const shot = async (name: string): Promise<void> => {
    await page.waitForTimeout(500);
    await picture(running, look, `report-${name}`);
  };
  await button("History").click();
  await page.getByRole("checkbox").first().waitFor();
  await shot("history");
  for (const box of await page.getByRole("checkbox").all()) await box.click({ force: true });
  await button("Compare the two").click();
  await shot("compare");
  await button("Back").click();
  await button(/shop\.example/).click();
  await page.locator("iframe").waitFor();
  await shot("opened");
  await button("This is wrong").click();
  await shot("wrong");
  await button("Back").click();
  await button("Report…").click();
  await page.getByRole("heading", { name: "Preview" }).waitFor();
  await page.locator("iframe").waitFor();
  await shot("make");
  await page.getByRole("heading", { name: "Preview" }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 2000);
  await shot("preview");
  await page.getByRole("radio", { name: "Plain text" }).click({ force: true });
  await page.locator("pre").first().waitFor();
  await button(/taken out, in/).click();
  await page.getByRole("textbox", { name: "Find in the text" }).fill("shop");
  await shot("text");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

/** The screens about DNS, with made-up answers: nothing of this machine is read or changed. */
async function takeDns(running: RunningApp, look: Look): Promise<void> {
  const { app, page } = running;
  const shot = async (name: string): Promise<void> => {
    await page.waitForTimeout(250);
    await picture(running, look, `dns-${name}`);
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name }).first();
  const recovered = [{ changeId: "a", startedAt: HISTORY[0]?.startedAt, kind: "put-back" }];
  const answers = {
    "dns.status": OVERVIEW,
    "dns.history": HISTORY,
    "dns.switch": { id: "job-1" },
    "dns.fix": { id: "job-1" },
  };
  await pretendDns(app, { ...answers, "dns.plan": PLANNED, "dns.bench": { id: "b" }, "dns.recovered": recovered });
  await page.reload();
  await button("All right").waitFor();
  await shot("recovered");
  await button("My DNS settings").click();
  await shot("status");
  await button("How fast is it?").click();
  await shot("bench");
  await button("Measure").click();
  await tellDns(app, { name: "dns.benchEvent", data: { id: "b", done: 24, of: 24, report: BENCH, stopped: false } });
  await shot("bench-answer");
  await button("Back").click();
  await button("History").click();
  await shot("history");
  await button("Back").click();
  await button(/Use other servers/).click();
  await shot("choose");
  await button(/Cloudflare/).click();
  await shot("plan");
  await button("Switch").click();
  await tellDns(app, { name: "dns.event", data: JOB });
  await shot("job");
  await tellDns(app, { name: "dns.event", data: { ...ASKING, comparison: FIXED } });
  await shot("keep");
  await tellDns(app, {
    name: "dns.event",
    data: {
      ...JOB,
      kind: "fix",
      host: "shop.example",
      comparison: FIXED,
      end: { kind: "fix-ended", result: FIX_RESULT, noAnswer: false },
    },
  });
  await shot("fixed");
  await button("My DNS settings").click();
  await pretendDns(app, { "dns.plan": { kind: "planned", plan: PLAN, conditions: HELD } });
  await button(/Use other servers/).click();
  await button(/Cloudflare/).click();
  await shot("held");
  await button("Back").click();
  await button(/Fix my DNS/).click();
  await shot("fix-ask");
  await page.keyboard.insertText("shop.example");
  await button("Fix it").click();
  await tellDns(app, { name: "dns.event", data: FIX_JOB });
  await shot("fix-job");
}

await mkdir(folder, { recursive: true });
for (const look of LOOKS) await takeAll(look);
