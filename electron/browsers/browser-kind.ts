import type { BROWSER_CHANNELS, BrowserId } from "../../shared/model/browser.ts";

/** How a browser is built, which decides its switches and the shape of its profiles. */
export type BrowserFamily = "chromium" | "firefox" | "safari";

/**
 * Where one kind of browser lies on each system. Placeholders: `{programs}`, `{programs86}`, `{local}`, `{roaming}`
 * (Windows folders), `{home}`, `{config}`, `{cache}` (XDG), `{apps}` (macOS application folders).
 */
export interface BrowserKind {
  readonly id: BrowserId;
  readonly channel: (typeof BROWSER_CHANNELS)[number];
  readonly name: string;
  readonly family: BrowserFamily;
  /** `program`: path of the program from its folder; folders: best first. */
  readonly windows?: { readonly program: string; readonly folders: readonly string[] } & Places;
  /** The name of the application and of the program in it. */
  readonly macos?: { readonly app: string } & Places;
  /** Names of the program; searched in the system's folders. */
  readonly linux?: { readonly names: readonly string[] } & Places;
  readonly snap?: { readonly name: string } & Places;
  readonly flatpak?: { readonly app: string } & Places;
  /** Where administrators put rules: the part under `Software\Policies` and folders of JSON files. */
  readonly policies: { readonly windows: string; readonly macos: string; readonly linux: readonly string[] };
  /** What names it in the system's list of default programs, in lower case (the beginning is enough). */
  readonly handlers: readonly string[];
}

interface Places {
  /** Folder of all its profiles; the first that exists counts. */
  readonly data: readonly string[];
  /** Folder of what it keeps of pages, by profile; empty when that lies inside the profile. */
  readonly cache: readonly string[];
}
