/** Systems whose menus go by different names. `other`: no desktop that we know the menus of. */
export const MENU_SYSTEMS = ["windows-11", "windows-10", "macos", "macos-12", "gnome", "kde", "other"] as const;

/** One of {@link MENU_SYSTEMS}; `macos` has System Settings (13 and later), `macos-12` System Preferences. */
export type MenuSystem = (typeof MENU_SYSTEMS)[number];

/** The first build that calls itself Windows 11 (version 21H2). */
const WINDOWS_11_BUILD = 22_000;

/** Darwin 22 is macOS 13, the first with System Settings. */
const DARWIN_SYSTEM_SETTINGS = 22;

/** Whose menus a person sees here. `release`: what `os.release()` says; an unknown one counts as new. */
export function menuSystem(
  platform: NodeJS.Platform,
  release: string,
  environment: Readonly<Record<string, string | undefined>>,
): MenuSystem {
  const parts = release.split(".").map(Number);
  if (platform === "win32") return (parts[2] ?? WINDOWS_11_BUILD) < WINDOWS_11_BUILD ? "windows-10" : "windows-11";
  if (platform === "darwin") {
    return (parts[0] ?? DARWIN_SYSTEM_SETTINGS) < DARWIN_SYSTEM_SETTINGS ? "macos-12" : "macos";
  }
  const desktop = environment["XDG_CURRENT_DESKTOP"] ?? "";
  if (/kde/iu.test(desktop) || environment["KDE_FULL_SESSION"] === "true") return "kde";
  // Unity, Cinnamon and Budgie have menus of their own.
  return /gnome/iu.test(desktop) ? "gnome" : "other";
}
