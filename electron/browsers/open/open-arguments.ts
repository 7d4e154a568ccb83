import type { BrowserId } from "../../../shared/model/browser.ts";
import type { InstalledBrowser } from "../find-browsers.ts";

/**
 * `plain`: as links open. `private`: a private window. `fresh`: a new, empty profile, so no extension, cookie or setting
 * of the person's. `no-extensions`: their own profile with extensions off. `troubleshoot`: Firefox's own mode for that.
 */
export type OpenMode = "plain" | "private" | "fresh" | "no-extensions" | "troubleshoot";

/** A program to start, with its arguments as they stand. */
export interface OpenCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The makers' words for a private window (each browser's command line; Chromium's chrome_switches.cc). */
const PRIVATE_SWITCH: Readonly<Record<Exclude<BrowserId, "firefox" | "safari">, string>> = {
  chrome: "--incognito",
  chromium: "--incognito",
  brave: "--incognito",
  vivaldi: "--incognito",
  edge: "--inprivate",
  opera: "--private",
};

/**
 * How a browser opens an address; null when it has no such way. `address` must come from `openableAddress`. `folder` is
 * the new profile of `fresh`. `profile` names one of the person's profiles; null leaves it to the browser.
 */
export function openCommand(
  browser: Pick<InstalledBrowser, "id" | "kind" | "program" | "before">,
  mode: OpenMode,
  address: string,
  folder: string | null = null,
): OpenCommand | null {
  const switches = switchesOf(browser, mode, folder);
  if (switches === null) return null;
  // Safari takes an address from the system alone; there is nothing it understands on its own command line.
  if (browser.kind.family === "safari") return { program: "/usr/bin/open", args: ["-a", "Safari", address] };
  return { program: browser.program, args: [...browser.before, ...switches, address] };
}

function switchesOf(
  { id, kind, program }: Pick<InstalledBrowser, "id" | "kind" | "program">,
  mode: OpenMode,
  folder: string | null,
): readonly string[] | null {
  if (kind.family === "safari" || id === "safari") return mode === "plain" ? [] : null;
  if (mode === "fresh" && folder === null) return null;
  if (kind.family === "firefox" || id === "firefox") return firefoxSwitches(mode, folder ?? "", program);
  switch (mode) {
    case "plain":
      return [];
    case "private":
      return [PRIVATE_SWITCH[id]];
    case "fresh":
      return [
        `--user-data-dir=${folder ?? ""}`,
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
      ];
    case "no-extensions":
      return ["--disable-extensions"];
    case "troubleshoot":
      return null;
  }
}

function firefoxSwitches(mode: OpenMode, folder: string, program: string): readonly string[] | null {
  // On Windows a launcher starts Firefox and would end at once; its end is how we know that the window was closed.
  const waits = program.toLowerCase().endsWith(".exe") ? ["-wait-for-browser"] : [];
  switch (mode) {
    case "plain":
      return ["-new-tab"];
    case "private":
      return ["-private-window"];
    case "fresh":
      return [...waits, "-no-remote", "-profile", folder, "-new-window"];
    case "troubleshoot":
      return ["-safe-mode", "-new-window"];
    case "no-extensions":
      return null;
  }
}
