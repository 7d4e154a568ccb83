import { ask } from "../platform/readings/reading.ts";
import { type BrowserDeps, placeOf } from "./browser-deps.ts";
import type { InstalledBrowser } from "./find-browsers.ts";

const WINDOWS_CHOICE = "HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https\\UserChoice";

/**
 * What the system calls the program that opens links, in lower case; null when it does not say. macOS keeps that in a
 * binary list that only its own frameworks read.
 */
export async function defaultHandler(deps: BrowserDeps, signal: AbortSignal): Promise<string | null> {
  if (deps.os === "macos") return null;
  if (deps.os === "windows") {
    const said = await ask(deps.run, { program: "reg", args: ["query", WINDOWS_CHOICE, "/v", "ProgId"], signal }, true);
    const id = said.ok ? /^ {4}ProgId {4}REG_SZ {4}(\S+)/m.exec(said.value.stdout)?.[1] : undefined;
    return id?.toLowerCase() ?? null;
  }
  // The order of the MIME applications specification: the person's own first.
  const lists = [
    "{config}/mimeapps.list",
    "/etc/xdg/mimeapps.list",
    "{home}/.local/share/applications/mimeapps.list",
    "/usr/share/applications/mimeapps.list",
  ];
  const texts = await Promise.all(
    lists.map((list) => {
      const path = placeOf(deps, list);
      return path === null ? Promise.resolve(null) : deps.files.readText(path);
    }),
  );
  return texts.map((text) => handlerIn(text ?? "")).find((one) => one !== null) ?? null;
}

/** The first program under `[Default Applications]` for https addresses; null when there is none. */
export function handlerIn(text: string): string | null {
  const section = /^\[Default Applications\]$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? "";
  const program = /^x-scheme-handler\/https?\s*=\s*([^;\r\n]+)/m.exec(section)?.[1]?.trim() ?? "";
  return program === "" ? null : program.toLowerCase();
}

/** Whether a browser is the one that opens links; null when the system did not say. */
export function isDefaultBrowser(browser: InstalledBrowser, handler: string | null): boolean | null {
  if (handler === null) return null;
  const { handlers } = browser.kind;
  if (!handlers.some((one) => handler.startsWith(one))) return false;
  // Snap and Flatpak register names of their own, which a package never uses.
  const form = handler.includes("_")
    ? "snap"
    : /^(?:com|org)\./.test(handler) && handler.endsWith(".desktop")
      ? "flatpak"
      : "package";
  return browser.form === form;
}
