// Opens reports full of hostile texts in a real Chromium and listens: nothing may run, nothing may be asked for.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { openReport } from "../../electron/report/kept/open-report.ts";
import { renderReport } from "../../electron/report/render.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { HOSTILE, poisoned } from "../unit/electron/report/hostile.ts";

const executablePath = process.env["GG_CHROMIUM"] ?? "/usr/bin/chromium";
const t = createTranslator("en", { en: ENGLISH });
const opened = openReport(await readFile("tests/fixtures/reports/v1-everything.goodgateway.json", "utf8"));
if (!opened.ok) throw new Error(opened.error);

const folder = await mkdtemp(join(tmpdir(), "gg-hostile-"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const count = { pages: 0, scripts: 0, requests: 0, dialogs: 0, complaints: 0 };
const page = await browser.newPage();
// Set for every document before anything in it: what a script that got through would call.
await page.exposeFunction("HIT", () => {
  count.scripts += 1;
});
let own = "";
page.on("request", (request) => {
  if (request.url() !== own) count.requests += 1;
});
page.on("dialog", (dialog) => {
  count.dialogs += 1;
  void dialog.dismiss();
});
page.on("console", () => {
  count.complaints += 1;
});
const bytes = { largest: 0 };

// The ears work: a script and a picture in a page that is not ours are heard.
await page.setContent("<script>HIT()</script><img src='http://127.0.0.1:9/heard'>");
await page.waitForTimeout(200);
if (count.scripts === 0 || count.requests === 0) throw new Error("the listeners hear nothing");
Object.assign(count, { scripts: 0, requests: 0, complaints: 0 });
try {
  for (let start = 0; start < HOSTILE.length; start += 1) {
    const html = renderReport(poisoned(opened.value.report, start), "html", t).bytes;
    bytes.largest = Math.max(bytes.largest, html.length);
    const file = join(folder, "report.html");
    await writeFile(file, html);
    own = pathToFileURL(file).href;
    await page.goto(own);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    count.scripts += await page.evaluate(
      () => document.scripts.length + document.images.length + document.links.length,
    );
    count.pages += 1;
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ strings: HOSTILE.length, ...count, ...bytes })}\n`);
process.exitCode = count.scripts + count.requests + count.dialogs + count.complaints === 0 ? 0 : 1;
