import { windowsFolder } from "./programs.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Windows programs keep what is the user's own; folders to write to, never searched for programs. */
const WINDOWS_USER_FOLDERS = ["TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData"] as const;

/**
 * The environment every program gets: the fixed search path of the system, and English, unlocalised output where the
 * system honours it. Nothing of ours leaks in (no NODE_OPTIONS, LD_PRELOAD, proxies or PATH of the person).
 */
export function fixedEnvironment(platform: NodeJS.Platform, own: Environment): Record<string, string> {
  if (platform !== "win32") {
    return { LC_ALL: "C", LANG: "C", LANGUAGE: "C", PATH: "/usr/bin:/usr/sbin:/bin:/sbin" };
  }
  const root = windowsFolder(own);
  const kept = WINDOWS_USER_FOLDERS.flatMap((name) => {
    const value = own[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    SystemRoot: root,
    windir: root,
    SystemDrive: root.slice(0, 2),
    PATH: `${root}\\System32;${root};${root}\\System32\\Wbem`,
    PATHEXT: ".COM;.EXE",
    // Only the system's own modules: a module of the same name in the user's folder would be loaded first.
    PSModulePath: `${root}\\System32\\WindowsPowerShell\\v1.0\\Modules`,
    NoDefaultCurrentDirectoryInExePath: "1",
  };
}

/** The folder every program starts in: the system's, so that no file beside the person's documents is picked up. */
export function fixedFolder(platform: NodeJS.Platform, own: Environment): string {
  return platform === "win32" ? `${windowsFolder(own)}\\System32` : "/";
}

/** Variables that steer how programs are loaded, or that belong to this program's own package and not to the person. */
const NOT_THE_PERSONS = /^(?:NODE_|ELECTRON_|LD_|DYLD_|GOODGATEWAY_|npm_|APPIMAGE$|APPDIR$|ARGV0$|OWD$|CHROME_)/i;

/**
 * The environment of a program that a person is to use: theirs, because it holds the display, the session and the
 * language, without what would change how it is loaded.
 */
export function personEnvironment(own: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) =>
      value === undefined || NOT_THE_PERSONS.test(name) ? [] : [[name, value] as const],
    ),
  );
}
