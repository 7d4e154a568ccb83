import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, errors, type ElectronApplication, type Page } from "playwright-core";
import { ROOT } from "./root.ts";
import { findRuntime } from "./runtime.ts";

/** A running app and its one window. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything the page wrote to its console as a warning or an error, and every uncaught error in it. */
  readonly complaints: string[];
  /** The app's own data folder, empty at the start. */
  readonly home: string;
  stop(): Promise<void>;
}

/** How to start it. */
export interface LaunchOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly colorScheme?: "light" | "dark";
  /** Another program than the runtime; it has its app inside. */
  readonly program?: string;
  /** The program changes to an ordinary user by itself: its sandbox must work although the tests may run as root. */
  readonly ordinary?: true;
  /** A data folder to reuse; else a fresh one that is removed at the end. */
  readonly home?: string;
}

/** Starts the built app in the real runtime and waits for its first heading. */
export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const executablePath = options.program ?? (await findRuntime()).executable;
  const home = options.home ?? (await mkdtemp(join(tmpdir(), "gg-e2e-")));
  const root = process.getuid?.() === 0 && options.ordinary === undefined;
  const start: Start = {
    executablePath,
    args: [...(root ? ["--no-sandbox"] : []), "--disable-gpu", ...(options.program === undefined ? [ROOT] : [])],
    env: { ...definedEnvironment(), GOODGATEWAY_HOME: home, ...options.env },
    // The driver switches the sandbox off by itself unless told otherwise, also where it would work.
    chromiumSandbox: !root,
    colorScheme: options.colorScheme ?? "light",
    timeout: DRIVER_MS,
  };
  const app = await started(start, home);
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.locator("h1").first().waitFor();
  // The first screen stands in its page before the program behind it does; React marks what it has taken over.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("#root > *") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
  // The first call brings the rest of the program; a main process that is loading code loses what its driver asks of it.
  await page.evaluate(async () => window.api?.call("app.info", undefined));
  const stop = async (): Promise<void> => {
    await app.close();
    // Chromium's helpers may still be writing their last files.
    if (options.home === undefined) await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { app, page, complaints, home, stop };
}

type Start = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** How long the driver may need to get hold of a program that started (ms): it takes one second, or never ends. */
const DRIVER_MS = 25_000;

/**
 * Starts the program under the driver. The driver sometimes misses a page that loads while it is still attaching, and
 * waits for it for ever (known to its makers: playwright issue 17765). That alone is tried again, once: the program must
 * have shown its window by its own account, or its start is what failed.
 */
async function started(how: Start, home: string): Promise<ElectronApplication> {
  const logFile = join(home, "logs", "main.log");
  const shownBefore = await timesShown(logFile);
  try {
    return await _electron.launch(how);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || (await timesShown(logFile)) === shownBefore) throw error;
    process.stderr.write("The driver did not get hold of the window, which was shown; the program is started again.\n");
    return _electron.launch(how);
  }
}

async function timesShown(logFile: string): Promise<number> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.split("window shown").length - 1;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
