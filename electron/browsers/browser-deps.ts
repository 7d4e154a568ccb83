import { homedir, hostname } from "node:os";
import { posix, win32 } from "node:path";
import { type LaunchProgram, launchProgram, runProgram, type RunProgram } from "../platform/exec.ts";
import { knownOs, type KnownOs } from "../platform/programs.ts";
import { type BrowserFiles, realBrowserFiles } from "./browser-files.ts";

/** Everything browsers are read and opened through; tests give trees and programs of other systems. */
export interface BrowserDeps {
  readonly os: KnownOs;
  readonly files: BrowserFiles;
  readonly run: RunProgram;
  readonly launch: LaunchProgram;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's home folder. */
  readonly home: string;
  /** This computer's name: locks of Chromium name the computer that holds them. */
  readonly hostName: string;
}

/** Those of this machine; null on a system we have no table for. */
export function realBrowserDeps(): BrowserDeps | null {
  const os = knownOs(process.platform);
  if (os === null) return null;
  return {
    os,
    files: realBrowserFiles,
    run: runProgram,
    launch: launchProgram,
    environment: process.env,
    home: homedir(),
    hostName: hostname(),
  };
}

/** Paths in the manner of one system. */
export interface Paths {
  readonly sep: string;
  readonly join: (...parts: readonly string[]) => string;
  readonly basename: (path: string) => string;
  readonly dirname: (path: string) => string;
  readonly isAbsolute: (path: string) => boolean;
}

/** Paths in the manner of the system that is read, which in tests is not the one that reads. */
export function pathsOf(os: KnownOs): Paths {
  return os === "windows" ? win32 : posix;
}

/** The folders that a table of browsers names by `{...}`; a placeholder that this computer lacks makes the path null. */
export function placeOf(deps: BrowserDeps, template: string): string | null {
  const folders = foldersOf(deps);
  let known = true;
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const folder = folders[name];
    if (folder === undefined || folder === "") known = false;
    return folder ?? "";
  });
  return known ? path : null;
}

function foldersOf({ os, environment: env, home }: BrowserDeps): Readonly<Record<string, string | undefined>> {
  if (os === "windows") {
    return {
      home,
      programs: env["ProgramW6432"] ?? env["ProgramFiles"] ?? "C:\\Program Files",
      programs86: env["ProgramFiles(x86)"] ?? "C:\\Program Files (x86)",
      local: env["LOCALAPPDATA"] ?? `${home}\\AppData\\Local`,
      roaming: env["APPDATA"] ?? `${home}\\AppData\\Roaming`,
    };
  }
  return {
    home,
    // Chromium honours its own variable before the common one (chrome_paths_linux.cc).
    config: absolute(env["CHROME_CONFIG_HOME"]) ?? absolute(env["XDG_CONFIG_HOME"]) ?? `${home}/.config`,
    cache: absolute(env["XDG_CACHE_HOME"]) ?? `${home}/.cache`,
  };
}

/** The XDG base directory specification: anything but an absolute path is to be ignored. */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith("/") === true ? path : undefined;
}
