import { app, BrowserWindow, session } from "electron";
import { readFile, rm, writeFile } from "node:fs/promises";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { registerScheme, SCHEME, START_PAGE } from "./scheme.ts";
import { confinePages, silenceChromium } from "./session-policy.ts";

/** Longest time for one report to become pages, ms; an ordinary one takes under a second. */
const LIMIT_MS = 20_000;

/** Margins of the page numbers, in the style the print engine's footer understands; it is a page of its own. */
const FOOTER =
  '<div style="width:100%;font:8px system-ui;color:#555;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/**
 * `print-pdf IN.html OUT.pdf`: turns an exported report into pages, out of sight, and ends the program: 0 written,
 * 1 not. Meant for the terminal program, which starts it; the page runs no script and may load nothing but itself.
 */
export function startPrinting(words: readonly string[]): void {
  const [, input, output] = words;
  if (input === undefined || output === undefined) {
    app.exit(2);
    return;
  }
  // Chromium's own files of this one run; never the window's.
  const scratch = mkdtempSync(join(tmpdir(), "goodgateway-print-"));
  app.setPath("userData", scratch);
  // On macOS a program with a window kit gets an icon in the Dock; this one is never seen.
  if (process.platform === "darwin") app.setActivationPolicy("prohibited");
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  app.disableHardwareAcceleration();
  silenceChromium();
  registerScheme();
  confinePages();
  // Left alone, the program would end with its last window, sometimes before the pages are on the disk.
  app.on("window-all-closed", () => {});
  setTimeout(() => app.exit(1), LIMIT_MS);
  runPrinting(input, output, scratch)
    .then((code) => app.exit(code))
    .catch(() => app.exit(1));
}

async function runPrinting(input: string, output: string, scratch: string): Promise<number> {
  try {
    await printFile(input, output);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    // The pages are written, or their failure is told; a folder of our own that stays is the system's to clear.
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function printFile(input: string, output: string): Promise<void> {
  await app.whenReady();
  await writeFile(output, await printToPdf(await readFile(input)), { mode: 0o600 });
}

/**
 * The pages of an exported report. Also for the window: it prints the same bytes that it would save. The page comes
 * from memory under the window's own scheme, in a session that knows nothing else: no file and no network.
 */
export function printToPdf(html: Buffer): Promise<Buffer> {
  // One after the other: the session serves one page at a time.
  const printed = printing.then(() => printPage(html));
  // Whoever asked hears of a failure; the next one in the row only waits for its end.
  printing = printed.catch(() => undefined);
  return printed;
}

let printing: Promise<unknown> = Promise.resolve();

async function printPage(html: Buffer): Promise<Buffer> {
  const own = session.fromPartition("print", { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: details.url !== START_PAGE }));
  own.protocol.handle(SCHEME, () => new Response(new Uint8Array(html), { headers: { "content-type": "text/html" } }));
  const window = new BrowserWindow({
    show: false,
    // Without a display (Ozone's headless platform) the frame is what ends the program.
    frame: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(START_PAGE);
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: FOOTER,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}
