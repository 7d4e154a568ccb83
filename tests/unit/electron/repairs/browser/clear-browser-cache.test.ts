import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { realBrowserFiles } from "../../../../../electron/browsers/browser-files.ts";
import { plannedMoves } from "../../../../../electron/browsers/cache/move-aside.ts";
import { settleBrowserCaches } from "../../../../../electron/repairs/browser/settle-caches.ts";
import { NEVER, worldOf } from "../../browsers/browser-world.ts";
import { actionsOver, choiceNamed, CONTEXT, wordsOf } from "./action-world.ts";

/** A real home folder with a Chromium profile in it, read through a root that only this test sees. */
function home() {
  const root = mkdtempSync(join(tmpdir(), "gg-cache-home-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const profile = join(root, ".config/chromium/Default");
  const cache = join(root, ".cache/chromium/Default");
  const put = (path: string, text: string): void => {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  };
  put(join(root, "bin/chromium"), "sh");
  put(join(root, ".config/chromium/Local State"), '{"profile":{"info_cache":{"Default":{"name":"Ann"}}}}');
  put(join(profile, "Preferences"), "{}");
  put(join(profile, "Cookies"), "cookies");
  put(join(profile, "History"), "history");
  put(join(profile, "Login Data"), "passwords");
  put(join(profile, "IndexedDB/site"), "stored");
  put(join(profile, "GPUCache/data_0"), "shader");
  put(join(cache, "Cache/Cache_Data/f_1"), "x".repeat(1_500_000));
  put(join(cache, "Code Cache/js/a"), "code");
  const world = worldOf("linux", {});
  const place = (path: string): string => (path === "/usr/bin/chromium" ? join(root, "bin/chromium") : path);
  // Other places of this machine are not looked at; whether a browser runs is told by an invented process list.
  const programs = new Map<string, string>();
  const files = {
    ...realBrowserFiles,
    kind: async (path: string) =>
      path.startsWith(root) || path === "/usr/bin/chromium" ? realBrowserFiles.kind(place(path)) : ("absent" as const),
    realPath: async (path: string) => (path.startsWith(root) ? path : path === "/usr/bin/chromium" ? path : null),
    list: async (path: string) =>
      path === "/proc" ? [...programs.keys(), "1"] : path.startsWith(root) ? realBrowserFiles.list(path) : [],
    linkTarget: async (path: string) =>
      path.startsWith("/proc/")
        ? (programs.get(path.split("/")[2] ?? "") ?? "/sbin/init")
        : realBrowserFiles.linkTarget(path),
    readText: async (path: string, most?: number) =>
      path.startsWith(root) ? realBrowserFiles.readText(path, most) : null,
  };
  const deps = { ...world.deps, files, home: root, hostName: hostname() };
  const start = (): void => {
    programs.set("4711", "/usr/lib/chromium/chromium");
    symlinkSync(`${hostname()}-4711`, join(root, ".config/chromium/SingletonLock"));
  };
  const stop = (): void => {
    programs.clear();
    unlinkSync(join(root, ".config/chromium/SingletonLock"));
  };
  return { root, profile, cache, put, start, stop, ...actionsOver({ ...world, deps }) };
}

const KEPT = ["Cookies", "History", "IndexedDB", "Login Data", "Preferences"];

describe("the cache of a closed profile", () => {
  test("is offered with its size and the exact folders, and nothing else of the profile is among them", async () => {
    const { action, profile, cache } = home();
    const choice = choiceNamed(await action("clear-browser-cache").offer(CONTEXT, NEVER), "Chromium");
    expect(choice).toMatchObject({ mode: "auto", undoable: true, needsAdmin: false });
    expect(wordsOf(choice).steps.slice(0, -1).toSorted()).toEqual(
      [join(cache, "Cache"), join(cache, "Code Cache"), join(profile, "GPUCache")].toSorted(),
    );
    expect(wordsOf(choice).facts).toContain("Keeps about 2 MB");
  });

  test("goes aside and comes back as it was", async () => {
    const { action, profile, cache, journal, put } = home();
    const repair = action("clear-browser-cache");
    const { id } = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    const end = await repair.apply(CONTEXT, id, NEVER);
    if (end.kind !== "done" || end.undoId === null) throw new Error(JSON.stringify(end));
    expect(existsSync(join(cache, "Cache"))).toBe(false);
    expect(
      readdirSync(profile)
        .filter((name) => !name.includes("goodgateway"))
        .toSorted(),
    ).toEqual(KEPT);
    expect(journal.get(end.undoId)).toMatchObject({
      state: "applied",
      repair: "clear-browser-cache",
      label: "Chromium · Ann",
    });
    // The browser ran meanwhile and made new ones.
    put(join(cache, "Cache/Cache_Data/new"), "new");
    expect(await repair.undo?.(end.undoId, NEVER)).toEqual({ kind: "undone" });
    expect(readFileSync(join(cache, "Cache/Cache_Data/f_1"), "utf8")).toHaveLength(1_500_000);
    expect(readdirSync(cache).toSorted()).toEqual(["Cache", "Code Cache"]);
    expect(readdirSync(profile).toSorted()).toEqual([...KEPT, "GPUCache"].toSorted());
    expect(journal.get(end.undoId)?.state).toBe("undone");
    expect(await repair.undo?.(end.undoId, NEVER)).toMatchObject({ kind: "refused", code: "no-longer-there" });
  });

  test("is left alone when the browser was started since it was shown, and on the way back too", async () => {
    const { action, cache, start, stop } = home();
    const repair = action("clear-browser-cache");
    const { id } = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    start();
    expect(await repair.apply(CONTEXT, id, NEVER)).toMatchObject({
      kind: "refused",
      code: "still-running",
      changed: "nothing",
    });
    expect(existsSync(join(cache, "Cache"))).toBe(true);
    stop();
    const end = await repair.apply(CONTEXT, id, NEVER);
    start();
    const undone = end.kind === "done" && end.undoId !== null ? await repair.undo?.(end.undoId, NEVER) : null;
    expect(undone).toMatchObject({ kind: "refused", code: "still-running" });
    expect(existsSync(join(cache, "Cache"))).toBe(false);
  });

  test("does not follow a link out of the profile", async () => {
    const { action, root, profile } = home();
    mkdirSync(join(root, "precious"));
    writeFileSync(join(root, "precious/letter"), "dear");
    symlinkSync(join(root, "precious"), join(profile, "Media Cache"));
    const repair = action("clear-browser-cache");
    const choice = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    expect(wordsOf(choice).steps.join("\n")).not.toContain("Media Cache");
    await repair.apply(CONTEXT, choice.id, NEVER);
    expect(readFileSync(join(root, "precious/letter"), "utf8")).toBe("dear");
  });

  test("is deleted for good only when the person keeps the change", async () => {
    const { action, cache, journal } = home();
    const repair = action("clear-browser-cache");
    const { id } = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
    const end = await repair.apply(CONTEXT, id, NEVER);
    const undoId = end.kind === "done" ? (end.undoId ?? "") : "";
    expect(settleBrowserCaches(journal)).toBe(0);
    expect(readdirSync(cache)).toHaveLength(2);
    journal.mark(undoId, "committed");
    expect(settleBrowserCaches(journal)).toBe(1);
    expect(readdirSync(cache)).toEqual([]);
  });

  test("goes back when the program was killed in the middle, at whichever folder", () => {
    const { cache, profile, journal } = home();
    const moves = plannedMoves(
      [join(cache, "Cache"), join(cache, "Code Cache"), join(profile, "GPUCache")],
      "00c0ffee",
    );
    for (let killedAfter = 0; killedAfter <= moves.length; killedAfter += 1) {
      const begun = journal.begin("clear-browser-cache", "x", {
        kind: "browser-cache",
        browser: "chromium",
        profile,
        moves,
      });
      for (const { from, to } of moves.slice(0, killedAfter)) {
        mkdirSync(to, { recursive: true });
        rmSync(from, { recursive: true, force: true });
        writeFileSync(join(to, "was-here"), String(killedAfter));
      }
      // Another window may be at it at this moment.
      expect(settleBrowserCaches(journal)).toBe(0);
      expect(settleBrowserCaches(journal, () => Date.now() + 120_000)).toBe(1);
      expect(moves.map(({ from, to }) => [existsSync(from), existsSync(to)])).toEqual(moves.map(() => [true, false]));
      expect(begun.ok && journal.get(begun.value)?.state).toBe("undone");
    }
  });

  test("is never moved by a record that names other folders", async () => {
    const { action, root, journal } = home();
    mkdirSync(join(root, "a"));
    const begun = journal.begin("clear-browser-cache", "x", {
      kind: "browser-cache",
      browser: "chromium",
      profile: root,
      moves: [{ from: join(root, "b"), to: join(root, "a") }],
    });
    const id = begun.ok ? begun.value : "";
    expect(await action("clear-browser-cache").undo?.(id, NEVER)).toMatchObject({ code: "no-longer-there" });
    journal.mark(id, "committed");
    expect(settleBrowserCaches(journal)).toBe(0);
    expect(existsSync(join(root, "a"))).toBe(true);
  });
});

test("the cache of an open profile is cleared by hand, with the browser's own words", async () => {
  const { action, start, cache } = home();
  start();
  const repair = action("clear-browser-cache");
  const choice = choiceNamed(await repair.offer(CONTEXT, NEVER), "Chromium");
  expect(choice).toMatchObject({ mode: "guided", undoable: false });
  expect(wordsOf(choice).steps[0]).toBe("In Chromium press Ctrl+Shift+Del.");
  expect(wordsOf(choice).steps[1]).toContain("“Cached images and files”");
  expect(await repair.apply(CONTEXT, choice.id, NEVER)).toEqual({ kind: "opened" });
  expect(existsSync(join(cache, "Cache"))).toBe(true);
});
