import type { BROWSER_CHANNELS } from "../../shared/model/browser.ts";
import type { BrowserKind } from "./browser-kind.ts";
import { CHROMIUM_KINDS } from "./chromium-kinds.ts";

const FIREFOX_POLICIES = {
  windows: "Mozilla\\Firefox",
  macos: "org.mozilla.firefox",
  linux: ["/etc/firefox/policies"],
} as const;

/** All lines of Firefox share one folder of profiles, and each has its own among them. */
const FIREFOX_PLACES = {
  windows: {
    data: ["{roaming}\\Mozilla\\Firefox"],
    cache: ["{local}\\Mozilla\\Firefox"],
  },
  macos: { data: ["{home}/Library/Application Support/Firefox"], cache: ["{home}/Library/Caches/Firefox"] },
  // Newer ones follow XDG unless the old folder is there.
  linux: { data: ["{home}/.mozilla/firefox", "{config}/mozilla/firefox"], cache: ["{cache}/mozilla/firefox"] },
} as const;

interface FirefoxLine {
  readonly channel: (typeof BROWSER_CHANNELS)[number];
  readonly name: string;
  readonly folder: string;
  readonly linux: readonly string[];
  readonly handlers: readonly string[];
}

function firefoxKind({ channel, name, folder, linux, handlers }: FirefoxLine): BrowserKind {
  const folders = ["{programs}", "{programs86}", "{local}"].map((root) => `${root}\\${folder}`);
  return {
    id: "firefox",
    channel,
    name,
    family: "firefox",
    windows: { program: "firefox.exe", folders, ...FIREFOX_PLACES.windows },
    // On macOS the ESR is an application of the same name as the ordinary one.
    ...(channel === "esr"
      ? {}
      : { macos: { app: folder.replace("Mozilla Firefox", "Firefox"), ...FIREFOX_PLACES.macos } }),
    linux: { names: linux, ...FIREFOX_PLACES.linux },
    policies: FIREFOX_POLICIES,
    handlers,
  };
}

const FIREFOX: BrowserKind = {
  ...firefoxKind({
    channel: "stable",
    name: "Firefox",
    folder: "Mozilla Firefox",
    linux: ["firefox"],
    handlers: ["firefoxhtml", "firefoxurl", "firefox.", "firefox_firefox.", "org.mozilla.firefox."],
  }),
  snap: {
    name: "firefox",
    data: ["{home}/snap/firefox/common/.mozilla/firefox"],
    cache: ["{home}/snap/firefox/common/.cache/mozilla/firefox"],
  },
  flatpak: {
    app: "org.mozilla.firefox",
    data: [
      "{home}/.var/app/org.mozilla.firefox/.mozilla/firefox",
      "{home}/.var/app/org.mozilla.firefox/config/mozilla/firefox",
    ],
    cache: ["{home}/.var/app/org.mozilla.firefox/cache/mozilla/firefox"],
  },
};

const SAFARI: BrowserKind = {
  id: "safari",
  channel: "stable",
  name: "Safari",
  family: "safari",
  macos: { app: "Safari", data: [], cache: [] },
  policies: { windows: "", macos: "com.apple.Safari", linux: [] },
  handlers: ["com.apple.safari"],
};

/** Every kind of browser that is looked for; the order breaks ties when nothing else tells which one a person uses. */
export const BROWSER_KINDS: readonly BrowserKind[] = [
  ...CHROMIUM_KINDS,
  FIREFOX,
  firefoxKind({
    channel: "esr",
    name: "Firefox ESR",
    folder: "Mozilla Firefox ESR",
    linux: ["firefox-esr"],
    handlers: ["firefox-esr."],
  }),
  firefoxKind({
    channel: "dev",
    name: "Firefox Developer Edition",
    folder: "Firefox Developer Edition",
    linux: ["firefox-devedition", "firefox-developer-edition"],
    handlers: ["firefox-devedition", "firefox-developer-edition"],
  }),
  firefoxKind({
    channel: "nightly",
    name: "Firefox Nightly",
    folder: "Firefox Nightly",
    linux: ["firefox-nightly"],
    handlers: ["firefox-nightly"],
  }),
  SAFARI,
];
