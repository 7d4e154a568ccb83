import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";

/** The ways to ask for the help and the version without naming a command. */
const WORDS_WITH_DASHES = new Set(["--help", "-h", "--version", "-v"]);

/**
 * The words of a terminal command inside the program's arguments; null when a window is wanted. Switches for Chromium
 * come first; a program that runs from its sources gets its folder before the words.
 */
export function terminalWords(argv: readonly string[], packaged: boolean): readonly string[] | null {
  const given = argv.slice(1);
  const start = given.findIndex((word) => !word.startsWith("-") || (packaged && WORDS_WITH_DASHES.has(word)));
  if (start < 0) return null;
  const words = given.slice(packaged ? start : start + 1);
  return words.length === 0 ? null : words;
}

/**
 * The report that the system's file manager hands over ("open with"): one absolute path or `file:` address that ends in
 * .json, which no command is called. Null: something else is wanted.
 */
export function handedFile(words: readonly string[] | null): string | null {
  const [word = "", ...more] = words ?? [];
  if (more.length > 0) return null;
  const path = word.startsWith("file:") ? pathOf(word) : word;
  return isAbsolute(path) && path.toLowerCase().endsWith(".json") ? path : null;
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return ""; // another computer's file, or no address at all
  }
}

/**
 * Switches that would open the shipped window to others on this machine: a port that drives it, a debugger, no
 * sandbox, other flags for the script engine, other certificates or a page from elsewhere.
 */
const REFUSED = [
  "no-sandbox",
  "disable-gpu-sandbox",
  "disable-seccomp-filter-sandbox",
  "disable-site-isolation-trials",
  "single-process",
  "remote-debugging-port",
  "remote-debugging-pipe",
  "remote-debugging-address",
  "inspect",
  "inspect-brk",
  "inspect-wait",
  "inspect-port",
  "js-flags",
  "disable-web-security",
  "allow-running-insecure-content",
  "enable-blink-features",
  "ignore-certificate-errors",
  "load-extension",
  "renderer-cmd-prefix",
  "utility-cmd-prefix",
  "gpu-launcher",
  "browser-subprocess-path",
  "ppapi-plugin-launcher",
] as const;

/** The first switch the shipped app does not open a window with; null when there is none or while developing. */
export function refusedSwitch(packaged: boolean, has: (name: string) => boolean): string | null {
  return packaged ? (REFUSED.find((name) => has(name)) ?? null) : null;
}
