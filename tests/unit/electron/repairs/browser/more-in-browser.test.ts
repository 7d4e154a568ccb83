import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ActionContext } from "../../../../../electron/repairs/action.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import { ENGLISH } from "../../../../../shared/text/english.ts";
import { createTranslator } from "../../../../../shared/text/translator.ts";
import { type Entry, NEVER, worldOf } from "../../browsers/browser-world.ts";
import { actionsOver, choiceNamed, CONTEXT, wordsOf } from "./action-world.ts";

const english = createTranslator("en", { en: ENGLISH });

const OPEN: Readonly<Record<string, Entry>> = {
  "/usr/bin/chromium": "sh",
  "/proc/77/exe": { link: "/usr/lib/chromium/chromium" },
};

/** A check-up that saw the site at one address. */
const SEEN = {
  ...CONTEXT,
  checkup: {
    observations: {
      checks: { "dns-configured": { facts: { resolvers: [{ target: [{ addresses: ["203.0.113.2"] }] }] } } },
    },
  },
} as unknown as ActionContext;

const HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
const row = (address: string): string =>
  `   0: 0A0200C0:E3B2 ${address}:01BB 01 00000000:00000000 02:0 00000000  1000        0 111 2 0\n`;

describe("the memory of names", () => {
  const offerIn = async (files: Readonly<Record<string, Entry>>, os: "linux" | "macos" = "linux") =>
    actionsOver(worldOf(os, files)).action("clear-host-cache").offer(CONTEXT, NEVER);

  test("is cleared by hand on each browser's own pages", async () => {
    expect(wordsOf(choiceNamed(await offerIn(OPEN), "Chromium")).steps).toEqual([
      expect.stringContaining("Copy this address"),
      "chrome://net-internals/#dns",
      "Click “Clear host cache”.",
      expect.stringContaining("Copy this address"),
      "chrome://net-internals/#sockets",
      expect.stringContaining("Click “Flush socket pools”"),
      expect.stringContaining("opened in Chromium"),
    ]);
    const firefox = await offerIn({ "/usr/bin/firefox": "elf", "/proc/9/exe": { link: "/usr/bin/firefox" } });
    expect(wordsOf(choiceNamed(firefox, "Firefox")).steps.slice(1, 3)).toEqual([
      "about:networking#dns",
      "Click “Clear DNS Cache”.",
    ]);
    const edge = await offerIn({
      "/usr/bin/microsoft-edge": "elf",
      "/proc/9/exe": { link: "/opt/microsoft/msedge/msedge" },
    });
    expect(wordsOf(choiceNamed(edge, "Microsoft Edge")).steps[1]).toBe("edge://net-internals/#dns");
  });

  test("is no matter for a browser that is closed, nor for Safari", async () => {
    expect(await offerIn({ "/usr/bin/chromium": "sh", "/proc/1/exe": { link: "/sbin/init" } })).toBeNull();
    expect(await offerIn({ "/Applications/Safari.app/Contents/MacOS/Safari": "macho" }, "macos")).toBeNull();
  });

  test("is proved by a connection to where the site is now", async () => {
    const world = worldOf("linux", {
      ...OPEN,
      "/proc/77/fd/5": { link: "socket:[111]" },
      "/proc/net/tcp": HEAD + row("097100CB"),
    });
    const { action } = actionsOver(world);
    const repair = action("clear-host-cache");
    const choice = choiceNamed(await repair.offer(SEEN, NEVER), "Chromium");
    const ending = repair.apply(SEEN, choice.id, NEVER);
    // At first it goes on to another server; then it connects to the right one.
    setTimeout(() => world.tree.set("/proc/net/tcp", HEAD + row("027100CB")), 300);
    const end = await ending;
    expect(end).toMatchObject({ kind: "done", undoId: null });
    expect(end.kind === "done" ? end.facts.map((fact) => english.message(fact)) : []).toEqual([
      "Chromium now connects to 203.0.113.2, where the site is at present.",
    ]);
    expect(world.launched).toEqual([{ program: "/usr/bin/chromium", args: ["https://site.test/page"] }]);
  });

  test("is not said to be cleared when nothing is known to compare with", async () => {
    const { action } = actionsOver(worldOf("linux", OPEN));
    const choice = choiceNamed(await action("clear-host-cache").offer(CONTEXT, NEVER), "Chromium");
    expect(await action("clear-host-cache").apply(CONTEXT, choice.id, NEVER)).toEqual({ kind: "opened" });
  });

  test("of our own window is cleared by us", async () => {
    let cleared = 0;
    const hostCache = { clear: async () => (cleared += 1) === 1 };
    const { action } = actionsOver(worldOf("linux", {}), { hostCache });
    const repair = action("clear-host-cache");
    const { id, mode } = choiceNamed(await repair.offer(CONTEXT, NEVER), "GoodGateway");
    expect(mode).toBe("auto");
    expect(await repair.apply(CONTEXT, id, NEVER)).toMatchObject({ kind: "done", undoId: null });
    expect(await repair.apply(CONTEXT, id, NEVER)).toMatchObject({ kind: "refused", code: "failed" });
  });
});

describe("a new session", () => {
  test("begins when the browser was seen to go, with the page", async () => {
    const world = worldOf("linux", OPEN);
    const { action } = actionsOver(world);
    const repair = action("restart-browser");
    const choice = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    expect(wordsOf(choice).steps[1]).toBe("Close every window of Chromium.");
    const ending = repair.apply(CONTEXT, choice.id, NEVER);
    setTimeout(() => {
      expect(world.launched).toEqual([]);
      world.tree.set("/proc/77/exe", { link: "/usr/bin/bash" });
    }, 300);
    expect(await ending).toEqual({ kind: "opened" });
    expect(world.launched).toEqual([{ program: "/usr/bin/chromium", args: ["https://site.test/page"] }]);
  });

  test("is not offered for a browser that is closed, and ends when the person stops waiting", async () => {
    const closed = actionsOver(worldOf("linux", { ...OPEN, "/proc/77/exe": { link: "/usr/bin/bash" } }));
    expect(await closed.action("new-session").offer(CONTEXT, NEVER)).toBeNull();
    const world = worldOf("linux", OPEN);
    const { action } = actionsOver(world);
    const choice = choiceNamed(await action("new-session").offer(CONTEXT, NEVER), "Chromium");
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect(await action("new-session").apply(CONTEXT, choice.id, stop.signal)).toMatchObject({
      kind: "refused",
      code: "cancelled",
    });
    expect(world.launched).toEqual([]);
  });
});

describe("reloading and cookies by hand", () => {
  test("are told in each browser's own words and keys", async () => {
    const mac = actionsOver(
      worldOf("macos", {
        "/Applications/Safari.app/Contents/MacOS/Safari": "macho",
        "/Applications/Firefox.app/Contents/MacOS/firefox": "macho",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome": "macho",
      }),
    );
    const steps = async (id: "hard-refresh" | "clear-site-cookies", label: string) =>
      wordsOf(choiceNamed(await mac.action(id).offer(CONTEXT, NEVER), label)).steps;
    expect((await steps("hard-refresh", "Firefox"))[1]).toContain("Cmd+Shift+R");
    expect((await steps("hard-refresh", "Safari"))[1]).toContain("Shift key");
    expect((await steps("clear-site-cookies", "Google Chrome"))[1]).toBe(
      "chrome://settings/content/siteDetails?site=https%3A%2F%2Fsite.test",
    );
    expect((await steps("clear-site-cookies", "Firefox"))[0]).toContain("site.test only");
    expect((await steps("clear-site-cookies", "Safari"))[0]).toContain("Manage Website Data…");
    const choice = choiceNamed(await mac.action("clear-site-cookies").offer(CONTEXT, NEVER), "Safari");
    expect(await mac.action("clear-site-cookies").apply(CONTEXT, choice.id, NEVER)).toEqual({ kind: "opened" });
  });
});

describe("without extensions", () => {
  test("is a new, empty profile that goes when its window is closed", async () => {
    const world = worldOf("linux", OPEN);
    let close: (code: number) => void = () => undefined;
    const exited = new Promise<number>((settle) => {
      close = settle;
    });
    const launch: typeof world.deps.launch = async (request) => {
      world.launched.push(request);
      return ok({ pid: 1, exited });
    };
    const { action, dataFolder } = actionsOver({ ...world, deps: { ...world.deps, launch } });
    const repair = action("no-extensions");
    const choice = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    expect(await repair.apply(CONTEXT, choice.id, NEVER)).toEqual({ kind: "opened" });
    const folders = join(dataFolder, "temporary");
    expect(readdirSync(folders)).toHaveLength(1);
    expect(world.launched[0]?.args[0]).toBe(`--user-data-dir=${join(folders, readdirSync(folders)[0] ?? "")}`);
    // Looking again does not take away what is in use.
    await repair.offer(CONTEXT, NEVER);
    expect(readdirSync(folders)).toHaveLength(1);
    close(0);
    await exited;
    await new Promise((settle) => void setTimeout(settle, 50));
    expect(readdirSync(folders)).toEqual([]);
  });

  test("leaves nothing behind when the browser cannot start, nor after a crash of ours, and spares what is open", async () => {
    const failing = actionsOver(worldOf("linux", OPEN, { exitCode: 1 }));
    const repair = failing.action("no-extensions");
    const choice = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    expect(await repair.apply(CONTEXT, choice.id, NEVER)).toMatchObject({ kind: "refused", code: "failed" });
    const folders = join(failing.dataFolder, "temporary");
    expect(readdirSync(folders)).toEqual([]);
    const left = join(folders, "goodgateway-empty-profile-0123456789ab");
    const open = join(folders, "goodgateway-empty-profile-ba9876543210");
    for (const folder of [left, open, join(folders, "somebody-elses")]) mkdirSync(folder, { recursive: true });
    symlinkSync(`${hostname()}-${process.pid}`, join(open, "SingletonLock"));
    await repair.offer(CONTEXT, NEVER);
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(folders)).toEqual(["goodgateway-empty-profile-ba9876543210", "somebody-elses"]);
  });

  const extension = (name: string, location = 1) => ({ location, manifest: { name } });
  const WITH: Readonly<Record<string, Entry>> = {
    ...OPEN,
    "/home/ann/.config/chromium/Local State": '{"profile":{"info_cache":{"Default":{"name":"Ann"}}}}',
    "/home/ann/.config/chromium/Default/Preferences": JSON.stringify({
      extensions: { settings: { a: extension("Blocker"), b: extension("Dark pages"), c: extension("Company", 7) } },
    }),
  };

  test("the culprit is searched by halves and named", async () => {
    const { action } = actionsOver(worldOf("linux", WITH));
    const repair = action("no-extensions");
    const answer = async (words: string) => {
      const offer = await repair.offer(CONTEXT, NEVER);
      const choice = offer?.choices.find((one) => wordsOf(one).facts.includes(words));
      const end = await repair.apply(CONTEXT, choice?.id ?? "", NEVER);
      return {
        off: choice === undefined ? "" : wordsOf(choice).steps[2],
        said: end.kind === "done" ? end.facts.map((fact) => english.message(fact)) : end,
      };
    };
    const first = await answer("The page works now");
    expect(first.off).toBe("Switch these off, and the others on: Blocker, Dark pages");
    expect((await answer("The page still fails")).off).toBe("Switch these off, and the others on: Blocker");
    expect(await answer("The page works now")).toEqual({
      off: "Switch these off, and the others on: Dark pages",
      said: ["This extension breaks the page: Dark pages. All others can be switched on again."],
    });
    // And once more from the beginning: this time none is it.
    expect((await answer("The page still fails")).said).toEqual([
      "No extension is the reason: the page fails with all of them off. Switch them on again.",
    ]);
  });

  test("the search goes on in a program that was started again, with what was kept of it", async () => {
    let kept: unknown = null;
    // As the disk gives it back.
    const memory = {
      read: (): unknown => JSON.parse(JSON.stringify(kept)),
      keep: (value: unknown) => void (kept = value),
    };
    const context = { ...CONTEXT, memory };
    const answer = async (words: string) => {
      // A program of its own for each answer.
      const repair = actionsOver(worldOf("linux", WITH)).action("no-extensions");
      const offer = await repair.offer(context, NEVER);
      const choice = offer?.choices.find((one) => wordsOf(one).facts.includes(words));
      const end = await repair.apply(context, choice?.id ?? "", NEVER);
      return end.kind === "done" ? end.facts.map((fact) => english.message(fact)) : end;
    };
    await answer("The page works now");
    await answer("The page still fails");
    expect(await answer("The page works now")).toEqual([
      "This extension breaks the page: Dark pages. All others can be switched on again.",
    ]);
  });

  test("a search that another version kept begins anew", async () => {
    const memory = { read: () => ({ "chromium~Default": { bisect: "old" } }), keep: () => undefined };
    const repair = actionsOver(worldOf("linux", WITH)).action("no-extensions");
    const offer = await repair.offer({ ...CONTEXT, memory }, NEVER);
    const steps = offer?.choices.flatMap((one) => wordsOf(one).steps) ?? [];
    expect(steps).toContain("Switch these off, and the others on: Blocker, Dark pages");
  });

  test("an answer to a question that nobody asked is refused", async () => {
    const { action } = actionsOver(worldOf("linux", WITH));
    const offer = await action("no-extensions").offer(CONTEXT, NEVER);
    const id = offer?.choices.at(-1)?.id ?? "";
    const later = actionsOver(worldOf("linux", WITH));
    expect(await later.action("no-extensions").apply(CONTEXT, id, NEVER)).toMatchObject({ code: "changed-since" });
    expect(await action("no-extensions").apply(CONTEXT, id.replace(/fails$/, "maybe"), NEVER)).toMatchObject({
      code: "not-supported",
    });
  });
});

describe("the browser's safe mode", () => {
  test("asks to close an open browser first, and opens a closed one", async () => {
    const world = worldOf("linux", { ...OPEN, "/usr/bin/firefox": "elf" });
    const { action } = actionsOver(world);
    const offer = await action("safe-mode").offer(CONTEXT, NEVER);
    const chromium = choiceNamed(offer, "Chromium");
    expect(chromium.blockedBy === null ? "" : english.message(chromium.blockedBy)).toContain(
      "Close all windows of Chromium first",
    );
    expect(await action("safe-mode").apply(CONTEXT, chromium.id, NEVER)).toMatchObject({ code: "still-running" });
    const firefox = choiceNamed(offer, "Firefox");
    expect(firefox.blockedBy).toBeNull();
    expect(await action("safe-mode").apply(CONTEXT, firefox.id, NEVER)).toEqual({ kind: "opened" });
    expect(world.launched).toEqual([
      { program: "/usr/bin/firefox", args: ["-safe-mode", "-new-window", "https://site.test/page"] },
    ]);
  });
});
