// Opens one page in Debian's Chromium, headless, and prints what it says.
// usage: visit.mjs URL PROFILE_FOLDER
import { chromium } from "playwright-core";

const [url = "", profile = ""] = process.argv.slice(2);
const context = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
const page = await context.newPage();
const started = performance.now();
let error = null;
let status = null;
try {
  const response = await page.goto(url, { timeout: 40_000, waitUntil: "load" });
  status = response?.status() ?? null;
} catch (thrown) {
  error = /net::(ERR_\w+)/.exec(String(thrown))?.[1] ?? "NO_ANSWER";
}
const ms = Math.round(performance.now() - started);
process.stdout.write(`${JSON.stringify({ error, status, ms })}\n`);
await Promise.race([context.close(), new Promise((resolve) => void setTimeout(resolve, 2_000))]);
process.exit(0);
