import type { BrowserId } from "../../shared/model/browser.ts";

/** How the makers of Chromium's kin call their own pages. The others take Chrome's word as well. */
const SCHEMES: Readonly<Partial<Record<BrowserId, string>>> = {
  edge: "edge",
  brave: "brave",
  opera: "opera",
  vivaldi: "vivaldi",
};

/**
 * Addresses of a browser's own pages, for a person to copy: no browser lets a program open them (Chromium's
 * startup_browser_creator.cc drops them from the command line). Null where there is none.
 */
export interface InternalPages {
  /** The memory of names, and the open connections (Firefox has no page for these). */
  readonly names: string;
  readonly sockets: string | null;
  readonly extensions: string;
  /** What one site stored. Null: reached by a menu only. */
  readonly site: (origin: string) => string | null;
}

/** The pages of one browser; null for Safari, which has none. */
export function internalPages(id: BrowserId): InternalPages | null {
  if (id === "safari") return null;
  if (id === "firefox") {
    return { names: "about:networking#dns", sockets: null, extensions: "about:addons", site: () => null };
  }
  const scheme = SCHEMES[id] ?? "chrome";
  return {
    names: `${scheme}://net-internals/#dns`,
    sockets: `${scheme}://net-internals/#sockets`,
    extensions: `${scheme}://extensions`,
    site: (origin) => `${scheme}://settings/content/siteDetails?site=${encodeURIComponent(origin)}`,
  };
}
