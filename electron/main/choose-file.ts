import { type BrowserWindow, dialog, type OpenDialogOptions, type OpenDialogReturnValue } from "electron";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { fail, ok } from "../../shared/lib/result.ts";
import type { Translator } from "../../shared/text/translator.ts";
import type { PageParts } from "../ipc/handlers/page.ts";

/** Largest file that is read, bytes: above any network log worth looking at, below what would hurt. */
const FILE_LIMIT = 32 * 1024 * 1024;

/** Asks for a saved page or network log with the system's own dialog over `window`, and reads it. */
export async function chooseSavedPage(
  window: BrowserWindow | null,
  t: Translator,
): ReturnType<PageParts["chooseFile"]> {
  const options: OpenDialogOptions = {
    title: t("open-page.title"),
    properties: ["openFile", "dontAddToRecent"],
    filters: [
      { name: t("open-page.pages"), extensions: ["html", "htm", "har", "json", "txt", "mhtml", "xml"] },
      { name: t("open-page.all"), extensions: ["*"] },
    ],
  };
  const chosen = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return readChosen(chosen);
}

/** Reads what the person chose in a dialog; null when they chose nothing. */
export async function readChosen(chosen: OpenDialogReturnValue): ReturnType<PageParts["chooseFile"]> {
  const [path] = chosen.filePaths;
  return chosen.canceled || path === undefined ? ok(null) : readCapped(path);
}

async function readCapped(path: string): ReturnType<PageParts["chooseFile"]> {
  try {
    // Without waiting: a pipe that nobody writes to must not hold a thread for ever.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const info = await file.stat();
      if (!info.isFile()) return fail("not-readable");
      if (info.size > FILE_LIMIT) return fail("too-large");
      return ok({ name: basename(path), text: decode(await file.readFile()) });
    } finally {
      await file.close();
    }
  } catch {
    return fail("not-readable"); // gone, forbidden or no file: the person hears one sentence for all of them
  }
}

/** Saved pages come in several encodings; what signatures look for is ASCII, so a wrong guess costs only letters. */
function decode(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
}
