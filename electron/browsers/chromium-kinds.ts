import type { BROWSER_CHANNELS, BrowserId } from "../../shared/model/browser.ts";
import type { BrowserKind } from "./browser-kind.ts";

interface ChromiumPlaces {
  readonly id: BrowserId;
  readonly channel?: (typeof BROWSER_CHANNELS)[number];
  readonly name: string;
  /** Program on Windows, its folder below the program folders, and the folder of profiles below `{local}`. */
  readonly windows: readonly [program: string, folder: string, data?: string];
  /** The application on macOS and its folder below Application Support. */
  readonly macos: readonly [app: string, data: string];
  /** Names of the program on Linux and its folder below `~/.config`. */
  readonly linux: readonly [names: readonly string[], data: string];
  readonly handlers: readonly string[];
}

/** Policy places by browser (Chromium's policy_paths.cc and each maker's administrator pages). */
const POLICIES: Readonly<Partial<Record<BrowserId, BrowserKind["policies"]>>> = {
  chrome: { windows: "Google\\Chrome", macos: "com.google.Chrome", linux: ["/etc/opt/chrome/policies"] },
  chromium: { windows: "Chromium", macos: "org.chromium.Chromium", linux: ["/etc/chromium/policies"] },
  edge: { windows: "Microsoft\\Edge", macos: "com.microsoft.Edge", linux: ["/etc/opt/edge/policies"] },
  brave: { windows: "BraveSoftware\\Brave", macos: "com.brave.Browser", linux: ["/etc/brave/policies"] },
  opera: { windows: "Opera Software\\Opera", macos: "com.operasoftware.Opera", linux: ["/etc/opt/opera/policies"] },
  vivaldi: { windows: "Vivaldi", macos: "com.vivaldi.Vivaldi", linux: ["/etc/opt/vivaldi/policies"] },
};

function chromiumKind(places: ChromiumPlaces): BrowserKind {
  const [program, folder, data = folder.replace(/\\Application$/, "\\User Data")] = places.windows;
  const [app, macData] = places.macos;
  const [names, linuxData] = places.linux;
  return {
    id: places.id,
    channel: places.channel ?? "stable",
    name: places.name,
    family: "chromium",
    windows: {
      program,
      folders: ["{programs}", "{programs86}", "{local}"].map((root) => `${root}\\${folder}`),
      data: [`{local}\\${data}`],
      cache: [],
    },
    macos: {
      app,
      data: [`{home}/Library/Application Support/${macData}`],
      cache: [`{home}/Library/Caches/${macData}`],
    },
    linux: { names, data: [`{config}/${linuxData}`], cache: [`{cache}/${linuxData}`] },
    policies: POLICIES[places.id] ?? { windows: "", macos: "", linux: [] },
    handlers: places.handlers,
  };
}

function flatpak(app: string, data: string): Pick<BrowserKind, "flatpak"> {
  const home = `{home}/.var/app/${app}`;
  return { flatpak: { app, data: [`${home}/config/${data}`], cache: [`${home}/cache/${data}`] } };
}

const CHROME = "Google\\Chrome";
const EDGE = "Microsoft\\Edge";
const BRAVE = "BraveSoftware\\Brave-Browser";

/** Chrome, Chromium, Edge and Brave with their lines of releases (Chromium's user_data_dir.md). */
const COMMON: readonly BrowserKind[] = [
  {
    ...chromiumKind({
      id: "chrome",
      name: "Google Chrome",
      windows: ["chrome.exe", `${CHROME}\\Application`],
      macos: ["Google Chrome", "Google/Chrome"],
      linux: [["google-chrome-stable", "google-chrome"], "google-chrome"],
      handlers: ["chromehtml", "google-chrome.", "google-chrome-stable.", "com.google.chrome."],
    }),
    ...flatpak("com.google.Chrome", "google-chrome"),
  },
  ...(["beta", "dev", "nightly"] as const).map((channel) => {
    const word = { beta: "Beta", dev: "Dev", nightly: "Canary" }[channel];
    const windows = channel === "nightly" ? `${CHROME} SxS` : `${CHROME} ${word}`;
    const linux = { beta: "beta", dev: "unstable", nightly: "canary" }[channel];
    return chromiumKind({
      id: "chrome",
      channel,
      name: `Google Chrome ${word}`,
      windows: ["chrome.exe", `${windows}\\Application`],
      macos: [`Google Chrome ${word}`, `Google/Chrome ${word}`],
      linux: [[`google-chrome-${linux}`], `google-chrome-${linux}`],
      handlers: [
        `chrome${channel === "nightly" ? "sshtml" : `${word.slice(0, 1).toLowerCase()}html`}`,
        `google-chrome-${linux}`,
      ],
    });
  }),
  {
    ...chromiumKind({
      id: "chromium",
      name: "Chromium",
      windows: ["chrome.exe", "Chromium\\Application"],
      macos: ["Chromium", "Chromium"],
      linux: [["chromium", "chromium-browser"], "chromium"],
      handlers: ["chromiumhtm", "chromium.", "chromium-browser.", "chromium_chromium.", "org.chromium.chromium."],
    }),
    ...flatpak("org.chromium.Chromium", "chromium"),
    snap: {
      name: "chromium",
      data: ["{home}/snap/chromium/common/chromium"],
      // The snap keeps its cache below its own common folder, with the profiles' names (Ubuntu's chromium snap).
      cache: ["{home}/snap/chromium/common/.cache/chromium"],
    },
  },
  {
    ...chromiumKind({
      id: "edge",
      name: "Microsoft Edge",
      windows: ["msedge.exe", `${EDGE}\\Application`],
      macos: ["Microsoft Edge", "Microsoft Edge"],
      linux: [["microsoft-edge-stable", "microsoft-edge"], "microsoft-edge"],
      handlers: ["msedgehtm", "microsoft-edge.", "microsoft-edge-stable.", "com.microsoft.edge."],
    }),
    ...flatpak("com.microsoft.Edge", "microsoft-edge"),
  },
  ...(["beta", "dev", "nightly"] as const).map((channel) => {
    const word = { beta: "Beta", dev: "Dev", nightly: "Canary" }[channel];
    return chromiumKind({
      id: "edge",
      channel,
      name: `Microsoft Edge ${word}`,
      windows: ["msedge.exe", `${EDGE} ${channel === "nightly" ? "SxS" : word}\\Application`],
      macos: [`Microsoft Edge ${word}`, `Microsoft Edge ${word}`],
      linux: [[`microsoft-edge-${word.toLowerCase()}`], `microsoft-edge-${word.toLowerCase()}`],
      handlers: [channel === "nightly" ? "msedgesshtm" : `msedge${word.slice(0, 1).toLowerCase()}htm`],
    });
  }),
  {
    ...chromiumKind({
      id: "brave",
      name: "Brave",
      windows: ["brave.exe", `${BRAVE}\\Application`],
      macos: ["Brave Browser", "BraveSoftware/Brave-Browser"],
      linux: [["brave-browser", "brave-browser-stable", "brave"], "BraveSoftware/Brave-Browser"],
      handlers: ["bravehtml", "brave-browser.", "brave_brave.", "com.brave.browser."],
    }),
    ...flatpak("com.brave.Browser", "BraveSoftware/Brave-Browser"),
    snap: {
      name: "brave",
      data: ["{home}/snap/brave/current/.config/BraveSoftware/Brave-Browser"],
      cache: ["{home}/snap/brave/current/.cache/BraveSoftware/Brave-Browser"],
    },
  },
  ...(["beta", "nightly"] as const).map((channel) => {
    const word = { beta: "Beta", nightly: "Nightly" }[channel];
    return chromiumKind({
      id: "brave",
      channel,
      name: `Brave ${word}`,
      windows: ["brave.exe", `${BRAVE}-${word}\\Application`],
      macos: [`Brave Browser ${word}`, `BraveSoftware/Brave-Browser-${word}`],
      linux: [[`brave-browser-${channel}`], `BraveSoftware/Brave-Browser-${word}`],
      handlers: [`brave${channel === "beta" ? "b" : "ss"}html`, `brave-browser-${channel}`],
    });
  }),
];

const OPERA: BrowserKind = {
  ...chromiumKind({
    id: "opera",
    name: "Opera",
    windows: ["opera.exe", "Opera"],
    macos: ["Opera", "com.operasoftware.Opera"],
    linux: [["opera", "opera-stable"], "opera"],
    handlers: ["operastable", "opera.", "opera_opera.", "com.opera.opera."],
  }),
  ...flatpak("com.opera.Opera", "opera"),
  windows: {
    program: "opera.exe",
    folders: ["{local}\\Programs\\Opera", "{programs}\\Opera", "{programs86}\\Opera"],
    // Opera keeps profiles where they roam and only what it keeps of pages beside the other programs.
    data: ["{roaming}\\Opera Software\\Opera Stable"],
    cache: ["{local}\\Opera Software\\Opera Stable"],
  },
  snap: {
    name: "opera",
    data: ["{home}/snap/opera/current/.config/opera"],
    cache: ["{home}/snap/opera/current/.cache/opera"],
  },
};

const VIVALDI: BrowserKind = {
  ...chromiumKind({
    id: "vivaldi",
    name: "Vivaldi",
    windows: ["vivaldi.exe", "Vivaldi\\Application"],
    macos: ["Vivaldi", "Vivaldi"],
    linux: [["vivaldi-stable", "vivaldi"], "vivaldi"],
    handlers: ["vivaldihtm", "vivaldi.", "vivaldi-stable.", "com.vivaldi.vivaldi."],
  }),
  ...flatpak("com.vivaldi.Vivaldi", "vivaldi"),
};

/** Browsers built from Chromium, the commonest first. */
export const CHROMIUM_KINDS: readonly BrowserKind[] = [...COMMON, OPERA, VIVALDI];
