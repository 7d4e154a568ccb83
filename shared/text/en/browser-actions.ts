import type { Catalogue } from "../translator.ts";

/**
 * English sentences of the repairs in browsers: what is known of a browser, what to click, what came of it. Menu words
 * are those of Chromium 156 and Firefox 153; Edge's and Safari's are their makers'.
 */
export const EN_BROWSER_ACTIONS = {
  fact: {
    default: "Opens your links",
    running: "Open at the moment",
    closed: "Closed, so it can be done for you",
    "open-profile": "Open at the moment, or not known to be closed",
    size: "Keeps about {{megabytes}} MB",
    "size-more": "Keeps more than {{megabytes}} MB",
    "cache-only": "Passwords, history and cookies stay",
    "bisect-works": "The page works now",
    "bisect-fails": "The page still fails",
    "steps-left_one": "One more answer at most",
    "steps-left_other": "{{count}} more answers at most",
  },
  blocked: {
    "close-first": "Close all windows of {{browser}} first: while it is open it ignores this.",
  },
  step: {
    "private-safari": "In Safari choose File > New Private Window (Shift+Command+N), and open this address in it:",
    paste:
      "Copy this address, paste it into the browser's address bar and press Enter. No program may open it for you:",
    "clear-names-chromium": "Click “Clear host cache”.",
    "clear-names-firefox": "Click “Clear DNS Cache”.",
    "flush-sockets": "Click “Flush socket pools”, so that no open connection goes on to the old address.",
    "then-opened": "When you are done, the page is opened in {{browser}}, and we watch where it connects to.",
    "own-window": "The memory of names of our own window is cleared, and its connections are closed.",
    "reload-first": "Go to the window that shows the page.",
    reload: "Press {{keys}}: the page is loaded again without what was kept.",
    "reload-safari": "Hold the Shift key and click the reload button beside the address.",
    "sign-in-again": "You will have to sign in to this site again; all other sites stay as they are.",
    "cookies-chromium": "Click “Delete data” and confirm. It concerns {{host}} only.",
    "cookies-firefox":
      "Open the page, click the symbol to the left of its address, choose “Clear cookies and site data…” and then “Remove”. It concerns {{host}} only.",
    "cookies-safari":
      "Choose Safari > Settings > Privacy > “Manage Website Data…”, search for {{host}}, select it and click “Remove”.",
    "cache-dialog": "In {{browser}} press {{keys}}.",
    "cache-chromium":
      "Set the time range to “All time”, tick only “Cached images and files”, take the other ticks away, and click “Delete data”.",
    "cache-edge":
      "Set the time range to “All time”, tick only “Cached images and files”, take the other ticks away, and click “Clear now”.",
    "cache-firefox":
      "Set the time range to “Everything”, tick only “Temporary cached files and pages”, take the other ticks away, and click “Clear”.",
    "cache-safari-menu":
      "If there is no Develop menu: Safari > Settings > Advanced > “Show features for web developers”.",
    "cache-safari": "Choose Develop > “Empty Caches” (Option+Command+E).",
    "moved-aside":
      "These folders are moved aside. The browser makes new ones; until you keep the change they can be brought back.",
    "save-forms": "Finish or save what you have typed into web pages.",
    "quit-windows": "Close every window of {{browser}}.",
    "quit-linux": "Close every window of {{browser}}.",
    "quit-macos": "Choose {{browser}} > Quit (Command+Q). Closing its windows is not enough.",
    "opened-again": "We see it go, and open the page in {{browser}} again.",
    "troubleshoot-open": "Firefox asks first: click “Open”.",
    "fresh-profile":
      "A new, empty profile without your extensions, cookies and settings. It is deleted when you close its window.",
    "switch-off": "Switch these off, and the others on: {{names}}",
    "reload-page": "Load the page again, look whether it works, and say so here.",
  },
  done: {
    "own-cleared": "The memory of names of our own window is empty.",
    "seen-at": "{{browser}} now connects to {{address}}, where the site is at present.",
    "not-seen":
      "{{browser}} was not seen connecting to a present address of the site. That is no proof either way: look at the page.",
    "nothing-kept": "This profile keeps nothing, so there is nothing to clear.",
    "moved-aside": "The cache of {{browser}} is moved aside.",
    "bisect-on_one": "Next, switch off: {{names}}. One more answer at most.",
    "bisect-on_other": "Next, switch off: {{names}}. {{count}} more answers at most.",
    "bisect-found_one": "This extension breaks the page: {{names}}. All others can be switched on again.",
    "bisect-found_other": "These extensions break the page: {{names}}. All others can be switched on again.",
    "bisect-none": "No extension is the reason: the page fails with all of them off. Switch them on again.",
    "bisect-contradictory":
      "The answers do not fit together: something else changes meanwhile. Switch the extensions on again.",
  },
} as const satisfies Catalogue;
