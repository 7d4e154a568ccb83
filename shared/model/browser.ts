/** Browsers we know how to find, open and guide in. */
const BROWSER_IDS = ["chrome", "chromium", "edge", "brave", "opera", "vivaldi", "firefox", "safari"] as const;

/** One of {@link BROWSER_IDS}. */
export type BrowserId = (typeof BROWSER_IDS)[number];

/** Which line of releases a browser belongs to. `nightly` is Chrome's and Edge's Canary as well. */
export const BROWSER_CHANNELS = ["stable", "beta", "dev", "nightly", "esr"] as const;

/** How it came onto this computer; sandboxed forms keep their profiles elsewhere and cannot see every folder. */
const BROWSER_FORMS = ["package", "snap", "flatpak"] as const;

/** `unknown`: could not be seen, which is not a "no". */
export type Known = "yes" | "no" | "unknown";

/** Whether a browser asks its own encrypted DNS server. `automatic`: only when it knows the system's server to offer that. */
export interface BrowserSecureDns {
  readonly mode: "off" | "automatic" | "always";
  /** The server it is set to, as written; null when none is named. */
  readonly server: string | null;
  readonly by: "default" | "person" | "policy";
}

/** The proxy a browser uses by a setting of its own. `system`: whatever the operating system says. */
export interface BrowserProxy {
  readonly mode: "system" | "direct" | "fixed" | "script" | "detect";
  /** The server or the address of the script, as written; null when none is named. */
  readonly server: string | null;
  readonly by: "default" | "person" | "extension" | "policy";
}

/** An extension a person installed or was given; those that are part of the browser are left out. */
export interface BrowserExtension {
  readonly id: string;
  /** As the browser shows it; the id when no name could be read. */
  readonly name: string;
  readonly enabled: boolean;
  /** `proxy`: may choose the way of every request. `requests`: may change or block them. */
  readonly rules: "proxy" | "requests" | "nothing";
  /** Put there by a policy: the person cannot switch it off. */
  readonly forced: boolean;
}

/** What a profile keeps of pages, as far as it could be counted in the time there was. */
export interface BrowserCacheSize {
  readonly bytes: number;
  /** False: there is more than this. */
  readonly complete: boolean;
}

/** One profile of a browser. */
export interface BrowserProfile {
  /** Name of its folder; tells profiles of one browser apart. */
  readonly id: string;
  /** As the person named it. */
  readonly name: string;
  readonly folder: string;
  readonly running: Known;
  /** Null when it was not counted. */
  readonly cache: BrowserCacheSize | null;
  readonly secureDns: BrowserSecureDns;
  readonly proxy: BrowserProxy;
  readonly extensions: readonly BrowserExtension[];
}

/** A rule set by an administrator that bears on the network or on what may be tried. Value as text. */
export interface BrowserPolicy {
  readonly name: string;
  readonly value: string;
}

/** One installed browser as it was read; JSON-safe. */
export interface BrowserSummary {
  /** Names it among the browsers of this computer ("chrome", "firefox-esr", "chromium-snap"). */
  readonly key: string;
  readonly id: BrowserId;
  readonly channel: (typeof BROWSER_CHANNELS)[number];
  readonly form: (typeof BROWSER_FORMS)[number];
  /** As people know it ("Firefox ESR"). */
  readonly name: string;
  /** Null when it could not be read. */
  readonly version: string | null;
  /** Absolute path of the program. */
  readonly program: string;
  /** Null when the system did not say which browser opens links. */
  readonly isDefault: boolean | null;
  readonly running: Known;
  /** Empty when it was never started, or its folder could not be read. */
  readonly profiles: readonly BrowserProfile[];
  readonly policies: readonly BrowserPolicy[];
}
