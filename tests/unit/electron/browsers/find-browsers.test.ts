import { describe, expect, test } from "vitest";
import { defaultHandler, handlerIn, isDefaultBrowser } from "../../../../electron/browsers/default-browser.ts";
import { findBrowsers } from "../../../../electron/browsers/find-browsers.ts";
import { startCommands } from "../../../../electron/browsers/windows-programs.ts";
import { type Entry, NEVER, type Printed, worldOf } from "./browser-world.ts";

const found = async (
  os: "windows" | "macos" | "linux",
  files: Readonly<Record<string, Entry>>,
  options: { readonly printed?: Printed; readonly env?: Record<string, string> } = {},
) =>
  (await findBrowsers(worldOf(os, files, options).deps, NEVER)).map(({ key, program, data, cache }) => ({
    key,
    program,
    data,
    cache,
  }));

const APPS = "/Applications";

describe("browsers on Linux", () => {
  test("are found where distributions and makers put them, with their profiles", async () => {
    expect(
      await found("linux", {
        "/usr/bin/chromium": "#!/bin/sh",
        "/usr/bin/google-chrome": { link: "/opt/google/chrome/google-chrome" },
        "/usr/bin/google-chrome-stable": { link: "/opt/google/chrome/google-chrome" },
        "/opt/google/chrome/google-chrome": "#!/bin/bash",
        "/home/ann/.config/google-chrome/Local State": "{}",
        "/home/ann/.cache/google-chrome/Default/Cache/x": "x",
      }),
    ).toEqual([
      {
        key: "chrome",
        program: "/usr/bin/google-chrome-stable",
        data: "/home/ann/.config/google-chrome",
        cache: "/home/ann/.cache/google-chrome",
      },
      { key: "chromium", program: "/usr/bin/chromium", data: null, cache: null },
    ]);
  });

  test("count once where one name is a link to another", async () => {
    const both = await found("linux", {
      "/usr/bin/firefox": { link: "/usr/lib/firefox-esr/firefox-esr" },
      "/usr/bin/firefox-esr": { link: "/usr/lib/firefox-esr/firefox-esr" },
      "/usr/lib/firefox-esr/firefox-esr": "elf",
    });
    expect(both.map(({ key }) => key)).toEqual(["firefox-esr"]);
  });

  test("count once where one name is a script that starts another", async () => {
    const both = await found("linux", {
      "/usr/bin/firefox": '#!/bin/sh\nexec firefox-esr "$@"\n',
      "/usr/bin/firefox-esr": "elf",
    });
    expect(both.map(({ key }) => key)).toEqual(["firefox-esr"]);
  });

  test("are found as snap, and the package that only starts the snap is not a second one", async () => {
    const browsers = await found("linux", {
      "/usr/bin/chromium-browser": '#!/bin/sh\nexec /snap/bin/chromium "$@"\n',
      "/snap/bin/chromium": { link: "/usr/bin/snap" },
      "/snap/bin/firefox": { link: "/usr/bin/snap" },
      "/usr/bin/snap": "elf",
      "/home/ann/snap/firefox/common/.mozilla/firefox/profiles.ini": "",
    });
    expect(browsers.map(({ key, program }) => [key, program])).toEqual([
      ["chromium-snap", "/snap/bin/chromium"],
      ["firefox-snap", "/snap/bin/firefox"],
    ]);
    expect(browsers[1]?.data).toBe("/home/ann/snap/firefox/common/.mozilla/firefox");
  });

  test("are found as Flatpak of the system and of the person", async () => {
    const { deps } = worldOf("linux", {
      "/var/lib/flatpak/app/com.google.Chrome/current": { link: "x86_64/stable" },
      "/home/ann/.local/share/flatpak/app/org.mozilla.firefox/current": { link: "x86_64/stable" },
      "/usr/bin/flatpak": "elf",
    });
    const browsers = await findBrowsers(deps, NEVER);
    expect(browsers.map(({ key, name, program, before }) => [key, name, program, before])).toEqual([
      ["chrome-flatpak", "Google Chrome (Flatpak)", "/usr/bin/flatpak", ["run", "com.google.Chrome"]],
      ["firefox-flatpak", "Firefox (Flatpak)", "/usr/bin/flatpak", ["run", "org.mozilla.firefox"]],
    ]);
  });

  test("keep their profiles where the person's own settings say", async () => {
    const [firefox] = await found(
      "linux",
      { "/usr/bin/firefox": "elf", "/data/conf/mozilla/firefox/profiles.ini": "" },
      { env: { XDG_CONFIG_HOME: "/data/conf", XDG_CACHE_HOME: "relative" } },
    );
    expect(firefox?.data).toBe("/data/conf/mozilla/firefox");
  });
});

describe("browsers on Windows", () => {
  test("are found in the program folders and in the person's own", async () => {
    const browsers = await found("windows", {
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe": "MZ",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe": "MZ",
      "C:\\Users\\Ann\\AppData\\Local\\Programs\\Opera\\opera.exe": "MZ",
      "C:\\Users\\Ann\\AppData\\Roaming\\Opera Software\\Opera Stable\\Local State": "{}",
      "C:\\Users\\Ann\\AppData\\Local\\Opera Software\\Opera Stable\\Cache\\x": "x",
      "C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\User Data\\Local State": "{}",
    });
    expect(browsers.map(({ key }) => key)).toEqual(["chrome", "edge", "opera"]);
    expect(browsers[0]?.data).toBe("C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\User Data");
    expect(browsers[2]).toMatchObject({
      data: "C:\\Users\\Ann\\AppData\\Roaming\\Opera Software\\Opera Stable",
      cache: "C:\\Users\\Ann\\AppData\\Local\\Opera Software\\Opera Stable",
    });
  });

  test("installed elsewhere are found by what they told the registry", async () => {
    const registry = [
      "",
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\Firefox-308046B0AF4A39CB\\shell\\open\\command",
      '    (Standard)    REG_SZ    "D:\\Progs\\Mozilla Firefox\\firefox.exe"',
      "",
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\IEXPLORE.EXE\\shell\\open\\command",
      "    (Standard)    REG_SZ    C:\\Program Files\\Internet Explorer\\iexplore.exe",
      "",
    ].join("\r\n");
    expect(startCommands(registry)).toEqual([
      "D:\\Progs\\Mozilla Firefox\\firefox.exe",
      "C:\\Program Files\\Internet Explorer\\iexplore.exe",
    ]);
    const browsers = await found(
      "windows",
      { "D:\\Progs\\Mozilla Firefox\\firefox.exe": "MZ" },
      { printed: { "reg query HKLM\\SOFTWARE\\Clients": registry } },
    );
    expect(browsers.map(({ key, program }) => [key, program])).toEqual([
      ["firefox", "D:\\Progs\\Mozilla Firefox\\firefox.exe"],
    ]);
  });
});

test("browsers on macOS are found in both application folders, Safari among them", async () => {
  const browsers = await found("macos", {
    [`${APPS}/Google Chrome.app/Contents/MacOS/Google Chrome`]: "macho",
    [`${APPS}/Safari.app/Contents/MacOS/Safari`]: "macho",
    "/Users/ann/Applications/Firefox.app/Contents/MacOS/firefox": "macho",
    "/Users/ann/Library/Application Support/Firefox/profiles.ini": "",
    "/Users/ann/Library/Application Support/Google/Chrome/Local State": "{}",
    "/Users/ann/Library/Caches/Google/Chrome/Default/Cache/x": "x",
  });
  expect(browsers.map(({ key }) => key)).toEqual(["chrome", "firefox", "safari"]);
  expect(browsers[0]?.cache).toBe("/Users/ann/Library/Caches/Google/Chrome");
  expect(browsers[1]?.data).toBe("/Users/ann/Library/Application Support/Firefox");
});

test("a machine without any browser has none", async () => {
  expect(await found("linux", {})).toEqual([]);
  expect(await found("windows", {})).toEqual([]);
  expect(await found("macos", {})).toEqual([]);
});

describe("the browser that opens links", () => {
  test("is read from the person's list on Linux, before the system's", async () => {
    const list = (program: string) =>
      `[Added Associations]\nx-scheme-handler/https=other.desktop;\n\n[Default Applications]\nx-scheme-handler/https=${program}\ntext/plain=gedit.desktop\n`;
    const { deps } = worldOf("linux", {
      "/home/ann/.config/mimeapps.list": list("firefox-esr.desktop"),
      "/usr/share/applications/mimeapps.list": list("chromium.desktop"),
      "/usr/bin/firefox-esr": "elf",
      "/usr/bin/chromium": "elf",
    });
    const handler = await defaultHandler(deps, NEVER);
    expect(handler).toBe("firefox-esr.desktop");
    const browsers = await findBrowsers(deps, NEVER);
    expect(browsers.map((one) => [one.key, isDefaultBrowser(one, handler)])).toEqual([
      ["chromium", false],
      ["firefox-esr", true],
    ]);
  });

  test("is read from the registry on Windows", async () => {
    const { deps } = worldOf(
      "windows",
      { "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe": "MZ" },
      {
        printed: {
          "reg query HKCU\\Software\\Microsoft":
            "\r\nHKEY_CURRENT_USER\\...\\UserChoice\r\n    ProgId    REG_SZ    ChromeHTML\r\n\r\n",
        },
      },
    );
    const [chrome] = await findBrowsers(deps, NEVER);
    expect(chrome === undefined ? null : isDefaultBrowser(chrome, await defaultHandler(deps, NEVER))).toBe(true);
  });

  test("is not known where nothing says so", async () => {
    expect(handlerIn("[Default Applications]\ntext/plain=gedit.desktop\n")).toBeNull();
    expect(await defaultHandler(worldOf("macos", {}).deps, NEVER)).toBeNull();
    const [chromium] = await findBrowsers(worldOf("linux", { "/usr/bin/chromium": "elf" }).deps, NEVER);
    expect(chromium === undefined ? "" : isDefaultBrowser(chromium, null)).toBeNull();
  });
});
