import { describe, expect, test } from "vitest";
import { readBrowsers } from "../../../../electron/browsers/read-browsers.ts";
import { type Entry, NEVER, type Printed, worldOf } from "./browser-world.ts";

const read = (os: "windows" | "macos" | "linux", files: Readonly<Record<string, Entry>>, printed: Printed = {}) =>
  readBrowsers(worldOf(os, files, { printed }).deps, NEVER);

const LOCAL_STATE = JSON.stringify({
  profile: { info_cache: { "Profile 2": { name: "Work" }, Default: { name: "Ann" }, "../../etc": { name: "bad" } } },
  dns_over_https: { mode: "secure", templates: "https://dns.test/dns-query" },
});

const extension = (name: string, permissions: readonly string[], more: object = {}): object => ({
  location: 1,
  disable_reasons: [],
  path: "abc/1.0_0",
  manifest: { name, permissions, default_locale: "de" },
  ...more,
});

/** Preferences as Chromium 156 writes them: its own parts, one that is off, one whose name is a reference. */
const PREFERENCES = JSON.stringify({
  proxy: { mode: "fixed_servers", server: "10.0.0.1:3128" },
  extensions: {
    settings: {
      pdf: extension("Chromium PDF Viewer", [], { location: 5 }),
      theme: { location: 1, manifest: { name: "Dark", theme: {} } },
      blocker: extension("__MSG_appName__", ["declarativeNetRequest"]),
      old: extension("Off", ["webRequest"], { disable_reasons: [1] }),
      older: extension("Also off", [], { disable_reasons: undefined, state: 0 }),
      company: extension("Company VPN", ["proxy"], { location: 7 }),
    },
  },
});

describe("Chromium's profiles", () => {
  const CHROME = "/home/ann/.config/google-chrome";
  const FILES: Readonly<Record<string, Entry>> = {
    "/usr/bin/google-chrome-stable": { link: "/opt/google/chrome/google-chrome" },
    "/opt/google/chrome/google-chrome": "sh",
    [`${CHROME}/Local State`]: LOCAL_STATE,
    [`${CHROME}/Default/Preferences`]: PREFERENCES,
    [`${CHROME}/Default/Extensions/abc/1.0_0/_locales/de/messages.json`]: '{"appName":{"message":"Werbeblocker"}}',
    [`${CHROME}/Profile 2/Preferences`]: "{ half written",
    [`${CHROME}/Default/GPUCache/data_0`]: "12345",
    [`${CHROME}/Default/Cookies`]: "never counted",
    "/home/ann/.cache/google-chrome/Default/Cache/Cache_Data/f_1": "1234567890",
    "/home/ann/.cache/google-chrome/Default/Cache/Cache_Data/f_2": "1234567890",
    "/proc/90/exe": { link: "/opt/google/chrome/chrome" },
    [`${CHROME}/SingletonLock`]: { link: "ann-pc-90" },
    "/etc/opt/chrome/policies/managed/a.json": '{"IncognitoModeAvailability":1,"HomepageLocation":"x"}',
  };

  test("are read with names, extensions, proxy, encrypted DNS, sizes and policies", async () => {
    const [chrome, ...others] = await read("linux", FILES, {
      "/usr/bin/google-chrome-stable --version": "Google Chrome 141.0.7390.54 \n",
    });
    expect(others).toEqual([]);
    expect(chrome).toMatchObject({
      key: "chrome",
      version: "141.0.7390.54",
      running: "yes",
      isDefault: null,
      policies: [{ name: "IncognitoModeAvailability", value: "1" }],
    });
    expect(chrome?.profiles.map(({ id, name, running }) => [id, name, running])).toEqual([
      ["Default", "Ann", "yes"],
      ["Profile 2", "Work", "yes"],
    ]);
    const [first, second] = chrome?.profiles ?? [];
    expect(first?.extensions).toEqual([
      { id: "blocker", name: "Werbeblocker", enabled: true, rules: "requests", forced: false },
      { id: "old", name: "Off", enabled: false, rules: "requests", forced: false },
      { id: "older", name: "Also off", enabled: false, rules: "nothing", forced: false },
      { id: "company", name: "Company VPN", enabled: true, rules: "proxy", forced: true },
    ]);
    expect(first?.proxy).toEqual({ mode: "fixed", server: "10.0.0.1:3128", by: "person" });
    expect(first?.secureDns).toEqual({ mode: "always", server: "https://dns.test/dns-query", by: "person" });
    expect(first?.cache).toEqual({ bytes: 25, complete: true });
    expect(second).toMatchObject({ extensions: [], cache: { bytes: 0, complete: true }, proxy: { mode: "system" } });
  });

  test("are in use only while the process of the lock runs on this computer", async () => {
    const running = async (lock: string, exe: string) => {
      const [chrome] = await read("linux", {
        ...FILES,
        [`${CHROME}/SingletonLock`]: { link: lock },
        "/proc/90/exe": { link: exe },
      });
      return [chrome?.running, chrome?.profiles[0]?.running];
    };
    expect(await running("ann-pc-90", "/opt/google/chrome/chrome (deleted)")).toEqual(["yes", "yes"]);
    // After a crash the number belongs to another program, or to nobody.
    expect(await running("ann-pc-90", "/usr/bin/bash")).toEqual(["no", "no"]);
    expect(await running("ann-pc-91", "/opt/google/chrome/chrome")).toEqual(["yes", "no"]);
    // The beta's process is not the stable one's.
    expect(await running("ann-pc-90", "/opt/google/chrome-beta/chrome")).toEqual(["no", "no"]);
    // A home folder shared over the network.
    expect(await running("other-pc-90", "/usr/bin/bash")).toEqual(["no", "unknown"]);
  });

  test("on Windows are in use while the lock file is there, with what an extension and a policy set", async () => {
    const data = "C:\\Users\\Ann\\AppData\\Local\\Microsoft\\Edge\\User Data";
    const secure = JSON.stringify({
      extensions: {
        settings: {
          vpn: { ...extension("VPN", ["proxy"]), preferences: { proxy: { mode: "pac_script", pac_url: "data:,x" } } },
        },
      },
    });
    const files: Record<string, Entry> = {
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe": "MZ",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\99.0.1.2\\x": "",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\131.0.2903.70\\x": "",
      [`${data}\\Local State`]: JSON.stringify({ profile: { info_cache: { Default: { name: "Ann" } } } }),
      [`${data}\\Default\\Secure Preferences`]: secure,
      [`${data}\\Default\\Cache\\Cache_Data\\f_1`]: "123",
      [`${data}\\lockfile`]: { held: true },
    };
    const printed = {
      "tasklist /FO CSV /NH": '"msedge.exe","812","Console","1","160.000 K"\r\n',
      "reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge": [
        "",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge",
        "    DnsOverHttpsMode    REG_SZ    off",
        "    InPrivateModeAvailability    REG_DWORD    0x1",
        "",
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\ExtensionInstallForcelist",
        "    1    REG_SZ    vpn",
        "    2    REG_SZ    other",
        "",
      ].join("\r\n"),
    };
    const [edge] = await read("windows", files, printed);
    expect(edge).toMatchObject({ version: "131.0.2903.70", running: "yes" });
    expect(edge?.policies).toEqual([
      { name: "DnsOverHttpsMode", value: "off" },
      { name: "InPrivateModeAvailability", value: "1" },
      { name: "ExtensionInstallForcelist", value: "vpn, other" },
    ]);
    expect(edge?.profiles[0]).toMatchObject({
      running: "yes",
      cache: { bytes: 3, complete: true },
      secureDns: { mode: "off", by: "policy" },
      proxy: { mode: "script", server: "data:,x", by: "extension" },
      extensions: [{ name: "VPN", rules: "proxy" }],
    });
    const { [`${data}\\lockfile`]: _gone, ...closed } = files;
    expect((await read("windows", closed, printed))[0]?.profiles[0]?.running).toBe("no");
  });

  test("of an older Opera are its own folder", async () => {
    const data = "C:\\Users\\Ann\\AppData\\Roaming\\Opera Software\\Opera Stable";
    const [opera] = await read("windows", {
      "C:\\Users\\Ann\\AppData\\Local\\Programs\\Opera\\opera.exe": "MZ",
      [`${data}\\Preferences`]: "{}",
      [`${data}\\Local State`]: "{}",
      "C:\\Users\\Ann\\AppData\\Local\\Opera Software\\Opera Stable\\Cache\\f": "1234",
    });
    expect(opera?.profiles).toMatchObject([
      { id: ".", cache: { bytes: 4, complete: true }, secureDns: { mode: "automatic", by: "default" } },
    ]);
  });
});

describe("Firefox's profiles", () => {
  const DATA = "/home/ann/.mozilla/firefox";
  const INI = [
    "[Profile1]",
    "Name=default",
    "IsRelative=1",
    "Path=a.default",
    "Default=1",
    "",
    "[Profile0]",
    "Name=default-esr",
    "IsRelative=1",
    "Path=b.default-esr",
    "",
    "[Install3B6073811A6ABF12]",
    "Default=b.default-esr",
    "",
  ].join("\n");
  const FILES: Readonly<Record<string, Entry>> = {
    "/usr/bin/firefox-esr": { link: "/usr/lib/firefox-esr/firefox-esr" },
    "/usr/lib/firefox-esr/firefox-esr": "elf",
    "/usr/lib/firefox-esr/application.ini": "[App]\nVendor=Mozilla\nVersion=153.7.0\n",
    "/usr/lib/firefox-esr/distribution/policies.json":
      '{"policies":{"DNSOverHTTPS":{"Enabled":true,"ProviderURL":"https://doh.test/"}}}',
    [`${DATA}/profiles.ini`]: INI,
    [`${DATA}/a.default/times.json`]: "{}",
    [`${DATA}/b.default-esr/prefs.js`]: [
      "// Mozilla User Preferences",
      'user_pref("network.proxy.type", 1);',
      'user_pref("network.proxy.http", "proxy.test");',
      'user_pref("network.proxy.http_port", 8080);',
      'user_pref("network.trr.mode", 3);',
    ].join("\n"),
    [`${DATA}/b.default-esr/extensions.json`]: JSON.stringify({
      addons: [
        {
          id: "u@x",
          type: "extension",
          location: "app-profile",
          active: true,
          defaultLocale: { name: "Blocker" },
          userPermissions: { permissions: ["webRequestBlocking"] },
        },
        {
          id: "f@x",
          type: "extension",
          location: "app-builtin-addons",
          active: true,
          defaultLocale: { name: "Form Autofill" },
        },
        { id: "l@x", type: "locale", location: "app-profile", active: true },
      ],
    }),
    "/home/ann/.cache/mozilla/firefox/b.default-esr/cache2/entries/A": "12345678",
    [`${DATA}/b.default-esr/lock`]: { link: "127.0.0.1:+20" },
    "/proc/20/exe": { link: "/usr/lib/firefox-esr/firefox-esr" },
  };

  test("are read with the settings that bear on the network", async () => {
    const [firefox] = await read("linux", FILES);
    expect(firefox).toMatchObject({ key: "firefox-esr", version: "153.7.0", running: "yes" });
    // The other one is only named: it was never started.
    expect(firefox?.profiles).toMatchObject([
      {
        id: "b.default-esr",
        name: "default-esr",
        running: "yes",
        cache: { bytes: 8, complete: true },
        proxy: { mode: "fixed", server: "proxy.test:8080", by: "person" },
        secureDns: { mode: "automatic", server: "https://doh.test/", by: "policy" },
        extensions: [{ id: "u@x", name: "Blocker", enabled: true, rules: "requests", forced: false }],
      },
    ]);
  });

  test("are not in use when only the lock file stayed behind", async () => {
    const [firefox] = await read("linux", { ...FILES, "/proc/20/exe": { link: "/usr/bin/bash" } });
    expect([firefox?.running, firefox?.profiles[0]?.running]).toEqual(["no", "no"]);
  });

  test("on macOS and Windows lie under Profiles, and what they keep elsewhere", async () => {
    const ini = "[Profile0]\r\nName=default\r\nIsRelative=1\r\nPath=Profiles/x.default-release\r\nDefault=1\r\n";
    const mac = "/Users/ann/Library/Application Support/Firefox";
    const [onMac] = await read(
      "macos",
      {
        "/Applications/Firefox.app/Contents/MacOS/firefox": "macho",
        "/Applications/Firefox.app/Contents/Info.plist":
          "<key>CFBundleShortVersionString</key>\n<string>140.0</string>",
        [`${mac}/profiles.ini`]: ini,
        [`${mac}/Profiles/x.default-release/prefs.js`]:
          'user_pref("network.trr.mode", 5);\nuser_pref("network.proxy.type", 0);',
        "/Users/ann/Library/Caches/Firefox/Profiles/x.default-release/cache2/a": "12",
      },
      { "ps -axo pid=,comm=": "  501 /Applications/Firefox.app/Contents/MacOS/firefox\n" },
    );
    expect(onMac).toMatchObject({ version: "140.0", running: "yes" });
    expect(onMac?.profiles[0]).toMatchObject({
      // Which profile a process uses cannot be seen without its lock.
      running: "unknown",
      cache: { bytes: 2, complete: true },
      secureDns: { mode: "off", by: "person" },
      proxy: { mode: "direct", by: "person" },
    });
    const windows = "C:\\Users\\Ann\\AppData\\Roaming\\Mozilla\\Firefox";
    const files = (lock: Entry): Record<string, Entry> => ({
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe": "MZ",
      "C:\\Program Files\\Mozilla Firefox\\application.ini": "Version=140.0",
      [`${windows}\\profiles.ini`]: ini,
      [`${windows}\\Profiles\\x.default-release\\prefs.js`]:
        'user_pref("network.proxy.type", 2);\nuser_pref("network.proxy.autoconfig_url", "http://pac.test/p");',
      [`${windows}\\Profiles\\x.default-release\\extension-settings.json`]:
        '{"prefs":{"proxy.settings":{"precedenceList":[{"id":"v@x","enabled":true}]}}}',
      [`${windows}\\Profiles\\x.default-release\\parent.lock`]: lock,
      "C:\\Users\\Ann\\AppData\\Local\\Mozilla\\Firefox\\Profiles\\x.default-release\\cache2\\a": "1",
    });
    const [open] = await read("windows", files({ held: true }));
    expect(open?.profiles[0]).toMatchObject({
      running: "yes",
      cache: { bytes: 1, complete: true },
      proxy: { mode: "script", server: "http://pac.test/p", by: "extension" },
    });
    expect((await read("windows", files("")))[0]?.profiles[0]?.running).toBe("no");
  });
});

test("Safari is said to follow the system, and its guarded folder is no error", async () => {
  const [safari] = await read("macos", {
    "/Applications/Safari.app/Contents/MacOS/Safari": "macho",
    "/Users/ann/Library/Containers/com.apple.Safari": { denied: true },
  });
  expect(safari).toMatchObject({
    key: "safari",
    running: "unknown",
    profiles: [{ name: "Safari", cache: null, proxy: { mode: "system" } }],
  });
});

test("managed settings of macOS are read from their text form", async () => {
  const [brave] = await read("macos", {
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser": "macho",
    "/Library/Managed Preferences/com.brave.Browser.plist":
      "<dict><key>ProxyMode</key>\n<string>direct</string><key>IncognitoModeAvailability</key><integer>1</integer></dict>",
    "/Users/ann/Library/Application Support/BraveSoftware/Brave-Browser/Default/Preferences": "{}",
    "/Users/ann/Library/Application Support/BraveSoftware/Brave-Browser/Last Version": "140.1.2.3",
  });
  expect(brave?.policies.map(({ name, value }) => [name, value])).toEqual([
    ["ProxyMode", "direct"],
    ["IncognitoModeAvailability", "1"],
  ]);
  expect(brave).toMatchObject({ version: "140.1.2.3", profiles: [{ proxy: { mode: "direct", by: "policy" } }] });
});

test("counting ends when the time is over, and says that there is more", async () => {
  const files: Record<string, Entry> = {
    "/usr/bin/chromium": "sh",
    "/home/ann/.config/chromium/Local State": LOCAL_STATE,
  };
  for (let index = 0; index < 300; index += 1) files[`/home/ann/.cache/chromium/Default/Cache/f_${index}`] = "1";
  let clock = 0;
  const { deps } = worldOf("linux", files);
  const [chromium] = await readBrowsers(deps, NEVER, () => (clock += 200));
  expect(chromium?.profiles[0]?.cache?.complete).toBe(false);
  expect(chromium?.profiles[0]?.cache?.bytes).toBeLessThan(300);
});

test("what is read is plain data", async () => {
  const all = await read("linux", { "/usr/bin/firefox": "elf", "/usr/bin/vivaldi": "elf" });
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  expect(all.map(({ key, profiles }) => [key, profiles])).toEqual([
    ["vivaldi", []],
    ["firefox", []],
  ]);
});
