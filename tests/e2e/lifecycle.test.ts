import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { launch, type RunningApp } from "./support/launch.ts";
import { until } from "./support/processes.ts";
import { ROOT } from "./support/root.ts";
import { findRuntime } from "./support/runtime.ts";

const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
let running: RunningApp | null = null;

afterEach(async () => {
  await running?.stop();
  running = null;
});

it("is one program: a second start ends at once and brings the first window forward", async () => {
  running = await launch();
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { executable } = await findRuntime();
  await promisify(execFile)(executable, [...AS_ROOT, "--disable-gpu", ROOT], {
    env: { ...process.env, GOODGATEWAY_HOME: running.home },
    timeout: 30_000,
  });
  await expect
    .poll(async () => running?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  expect(running.app.windows()).toHaveLength(1);
});

it("loads the page again when its process is lost, and writes down that it was", async () => {
  running = await launch();
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const log = join(running.home, "logs", "main.log");
  await until(
    async () => readFile(log, "utf8"),
    (text) => text.includes("the window's process is gone"),
  );
  const heading = async (): Promise<unknown> =>
    running?.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return "";
      return contents.executeJavaScript("document.querySelector('h1')?.textContent ?? ''");
    });
  expect(await until(heading, (text) => text !== "")).toBe("Which page does not load?");
});

it("does not fall back to the built-in reference points when the named file cannot be used", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gg-bad-"));
  try {
    const file = join(folder, "references.json");
    await writeFile(file, "no JSON");
    running = await launch({ env: { GOODGATEWAY_REFERENCES: file } });
    const outcome = await running.page.evaluate(async () =>
      window.api?.call("checkup.start", {
        input: "http://127.0.0.1:8/",
        privateMode: false,
        askVantage: false,
        answers: {},
      }),
    );
    expect(outcome).toEqual({ ok: false, error: { code: "crashed" } });
    expect(await readFile(join(running.home, "logs", "main.log"), "utf8")).toContain("UnusableReferencesFile");
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("runs a terminal command without a display and without a window", async () => {
  const { executable } = await findRuntime();
  const { DISPLAY: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(executable, [...AS_ROOT, ROOT, "version"], { env, timeout: 30_000 });
  expect(stdout).toBe("0.1.0\n");
});
