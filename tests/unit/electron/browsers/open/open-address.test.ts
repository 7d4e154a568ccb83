import { describe, expect, test } from "vitest";
import { findBrowsers } from "../../../../../electron/browsers/find-browsers.ts";
import { openAddress } from "../../../../../electron/browsers/open/open-address.ts";
import { openCommand, type OpenMode } from "../../../../../electron/browsers/open/open-arguments.ts";
import { openableAddress } from "../../../../../electron/browsers/open/web-address.ts";
import { type Entry, NEVER, worldOf } from "../browser-world.ts";

const PLACES: Readonly<Record<"windows" | "macos" | "linux", Readonly<Record<string, Entry>>>> = {
  linux: {
    "/usr/bin/google-chrome-stable": "elf",
    "/usr/bin/chromium": "sh",
    "/usr/bin/microsoft-edge-stable": "elf",
    "/usr/bin/brave-browser": "elf",
    "/usr/bin/opera": "elf",
    "/usr/bin/vivaldi-stable": "elf",
    "/usr/bin/firefox-esr": "elf",
    "/var/lib/flatpak/app/org.mozilla.firefox/current": { link: "x" },
    "/snap/bin/brave": { link: "/usr/bin/snap" },
    "/usr/bin/snap": "elf",
  },
  windows: { "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe": "MZ" },
  macos: {
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser": "macho",
    "/Applications/Safari.app/Contents/MacOS/Safari": "macho",
  },
};

const ADDRESS = "https://site.test/a?b=1";

async function commands(os: "windows" | "macos" | "linux", mode: OpenMode) {
  const browsers = await findBrowsers(worldOf(os, PLACES[os]).deps, NEVER);
  return Object.fromEntries(
    browsers.map((one) => {
      const command = openCommand(one, mode, ADDRESS, "/tmp/new");
      return [one.key, command === null ? null : [command.program, ...command.args]];
    }),
  );
}

describe("what a browser is started with", () => {
  test("for a private window is each maker's own switch", async () => {
    expect(await commands("linux", "private")).toEqual({
      chrome: ["/usr/bin/google-chrome-stable", "--incognito", ADDRESS],
      chromium: ["/usr/bin/chromium", "--incognito", ADDRESS],
      edge: ["/usr/bin/microsoft-edge-stable", "--inprivate", ADDRESS],
      brave: ["/usr/bin/brave-browser", "--incognito", ADDRESS],
      "brave-snap": ["/snap/bin/brave", "--incognito", ADDRESS],
      opera: ["/usr/bin/opera", "--private", ADDRESS],
      vivaldi: ["/usr/bin/vivaldi-stable", "--incognito", ADDRESS],
      "firefox-esr": ["/usr/bin/firefox-esr", "-private-window", ADDRESS],
      "firefox-flatpak": ["/usr/bin/flatpak", "run", "org.mozilla.firefox", "-private-window", ADDRESS],
    });
    expect(await commands("windows", "private")).toEqual({
      edge: ["C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe", "--inprivate", ADDRESS],
    });
    expect(await commands("macos", "private")).toEqual({
      brave: ["/Applications/Brave Browser.app/Contents/MacOS/Brave Browser", "--incognito", ADDRESS],
      safari: null,
    });
  });

  test("for a new, empty profile is its folder and nothing of the person's", async () => {
    const { chrome, "firefox-esr": firefox } = await commands("linux", "fresh");
    expect(chrome).toContain("--user-data-dir=/tmp/new");
    expect(chrome?.at(-1)).toBe(ADDRESS);
    expect(firefox).toEqual(["/usr/bin/firefox-esr", "-no-remote", "-profile", "/tmp/new", "-new-window", ADDRESS]);
    expect(await commands("macos", "fresh")).toMatchObject({ safari: null });
  });

  test("without extensions and in troubleshoot mode is offered only where it exists", async () => {
    const off = await commands("linux", "no-extensions");
    expect(off["vivaldi"]).toEqual(["/usr/bin/vivaldi-stable", "--disable-extensions", ADDRESS]);
    expect(off["firefox-esr"]).toBeNull();
    const safe = await commands("linux", "troubleshoot");
    expect(safe["firefox-esr"]).toEqual(["/usr/bin/firefox-esr", "-safe-mode", "-new-window", ADDRESS]);
    expect(safe["chrome"]).toBeNull();
  });

  test("in Safari is only the address, through the system", async () => {
    expect(await commands("macos", "plain")).toMatchObject({ safari: ["/usr/bin/open", "-a", "Safari", ADDRESS] });
  });
});

test("an address always begins with http and never holds what a browser could take for more", () => {
  expect(openableAddress("https://site.test/a b?c=\"d'e`f#<g>|h\\i")).toBe(
    "https://site.test/a%20b?c=%22d%27e%60f#%3Cg%3E%7Ch%5Ci",
  );
  expect(openableAddress(" HTTP://SITE.test ")).toBe("http://site.test/");
  for (const bad of [
    "--renderer-cmd-prefix=/bin/sh",
    "-private",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "chrome://settings",
    "data:text/html,x",
    "https://user:secret@site.test/",
    "about:blank",
    "site.test",
    "",
  ]) {
    expect(openableAddress(bad), bad).toBeNull();
  }
});

describe("opening", () => {
  const open = async (mode: OpenMode, address: string, exitCode: number | null) => {
    const world = worldOf("linux", PLACES.linux, { exitCode });
    const [chrome] = await findBrowsers(world.deps, NEVER);
    if (chrome === undefined) throw new Error("no browser");
    return { world, result: await openAddress(world.deps, chrome, mode, { address }) };
  };

  test("starts the program with the address last", async () => {
    const { world, result } = await open("private", ADDRESS, 0);
    expect(result.ok).toBe(true);
    expect(world.launched).toEqual([{ program: "/usr/bin/google-chrome-stable", args: ["--incognito", ADDRESS] }]);
  });

  test("starts nothing for what is no web address", async () => {
    const { world, result } = await open("plain", "--gpu-launcher=x", 0);
    expect(result).toEqual({ ok: false, error: { code: "not-an-address", detail: "" } });
    expect(world.launched).toEqual([]);
  });

  test("that ends at once with an error is no success", async () => {
    const { result } = await open("plain", ADDRESS, 21);
    expect(result).toEqual({ ok: false, error: { code: "failed", detail: "exit code 21" } });
  });

  test("in a way that the browser has not is refused", async () => {
    const { world, result } = await open("troubleshoot", ADDRESS, 0);
    expect(result).toMatchObject({ ok: false, error: { code: "no-way" } });
    expect(world.launched).toEqual([]);
  });
});
