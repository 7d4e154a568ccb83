import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openReport } from "../../electron/report/kept/open-report.ts";
import { renderReport } from "../../electron/report/render.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { HOSTILE, poisoned } from "../unit/electron/report/hostile.ts";
import { launch } from "./support/launch.ts";
import { ROOT } from "./support/root.ts";
import { findRuntime } from "./support/runtime.ts";

const run = promisify(execFile);
const CLI = join(ROOT, "out/cli/index.js");
const SAVED = join(ROOT, "tests/fixtures/reports/v1-everything.goodgateway.json");
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-e2e-report-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("prints a saved report as a PDF out of sight", async () => {
  const { executable } = await findRuntime();
  const out = join(folder, "report.pdf");
  await run(process.execPath, [CLI, "report", SAVED, "--out", out], {
    env: { ...process.env, GG_ELECTRON: executable, GOODGATEWAY_HOME: folder },
    timeout: 50_000,
  });
  const pdf = await readFile(out);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.toString("latin1").split("/Type /Page\n").length).toBeGreaterThan(1);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});

it("opens no network socket for any of the other formats", async () => {
  const strace = await access("/usr/bin/strace").then(
    () => true,
    () => false,
  );
  for (const format of ["html", "md", "txt", "json", "har"]) {
    const trace = join(folder, `trace.${format}`);
    const command = [
      process.execPath,
      CLI,
      "report",
      SAVED,
      "--format",
      format,
      "--out",
      join(folder, `out.${format}`),
    ];
    const [program = "", ...args] = strace
      ? ["/usr/bin/strace", "-f", "-e", "trace=socket,connect", "-o", trace, ...command]
      : command;
    await run(program, args, { env: { ...process.env, GOODGATEWAY_HOME: folder } });
    const calls = strace ? await readFile(trace, "utf8") : "";
    expect(calls).not.toContain("AF_INET");
    expect((await stat(join(folder, `out.${format}`))).size).toBeGreaterThan(1000);
  }
});

it("shows a report full of hostile texts in a real page where nothing runs and nothing is asked for", async () => {
  const t = createTranslator("en", { en: ENGLISH });
  const opened = openReport(await readFile(SAVED, "utf8"));
  if (!opened.ok) throw new Error(opened.error);
  const files: string[] = [];
  // Every field gets each tenth of the 300 strings here; the campaign in tests/bench opens all.
  for (let start = 0; start < HOSTILE.length; start += 10) {
    const file = join(folder, `hostile-${start}.html`);
    await writeFile(file, renderReport(poisoned(opened.value.report, start), "html", t).bytes);
    files.push(file);
  }
  const control = join(folder, "control.html");
  await writeFile(control, "<script>document.title = 'ran'</script><img src='http://127.0.0.1:9/x'>");
  const running = await launch();
  const heard = await running.app.evaluate(
    async ({ BrowserWindow, session }, paths) => {
      const own = session.fromPartition("hostile", { cache: false });
      const found = { pages: 0, requests: [] as string[], scripts: 0, controls: 0 };
      let allowed = "";
      own.webRequest.onBeforeRequest((details, decide) => {
        const foreign = !details.url.startsWith("file://") || !details.url.endsWith(allowed);
        if (foreign) found.requests.push(details.url);
        decide({ cancel: foreign });
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true } });
      for (const path of paths) {
        allowed = path.slice(path.lastIndexOf("/") + 1);
        await window.loadFile(path);
        const seen = await window.webContents.executeJavaScript(
          "({ title: document.title, scripts: document.scripts.length + document.images.length + document.links.length, heading: document.querySelectorAll('h1').length })",
        );
        found.pages += 1;
        if (allowed === "control.html")
          found.controls += (seen.title === "ran" ? 1 : 0) + found.requests.splice(0).length;
        else found.scripts += seen.scripts + (seen.heading === 1 ? 0 : 1);
      }
      window.destroy();
      return found;
    },
    [control, ...files],
  );
  await running.stop();
  // The control shows that scripts and requests would have been noticed.
  expect(heard).toEqual({ pages: files.length + 1, requests: [], scripts: 0, controls: 2 });
});
