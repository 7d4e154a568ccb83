import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HISTORY_LIMITS, type HistorySummary } from "../../../../../electron/storage/history/entry.ts";
import { searchHistory } from "../../../../../electron/storage/history/search.ts";
import { beyond, openHistory, type History } from "../../../../../electron/storage/history/store.ts";

const NOW = Date.parse("2026-06-30T00:00:00.000Z");
let home = "";
let folder = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gg-history-"));
  folder = join(home, "history");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function summary(id: string, day: number, change: Partial<HistorySummary> = {}): HistorySummary {
  return {
    id,
    startedAt: `2026-06-${String(day).padStart(2, "0")}T08:00:00.000Z`,
    url: `https://${id}.example/`,
    host: `${id}.example`,
    verdict: "gateway-error",
    faultSide: "site-origin",
    confidence: "high",
    values: {},
    rules: 1,
    note: "",
    ...change,
  };
}

function history(limits = HISTORY_LIMITS): History {
  const summarise = (text: string): HistorySummary | null => {
    const value: { summary?: HistorySummary } = JSON.parse(text.startsWith("{") ? text : "{}");
    return value.summary ?? null;
  };
  return openHistory({ folder, summarise, limits, now: () => NOW });
}

function add(store: History, entry: HistorySummary, padding = ""): void {
  expect(store.add(entry, JSON.stringify({ summary: entry, padding }))).toEqual({ ok: true, value: undefined });
}

describe("the history", () => {
  test("is empty before anything was added", () => {
    expect(history().list()).toEqual([]);
    expect(history().get("a")).toEqual({ ok: false, error: "not-found" });
    expect(history().removeAll()).toEqual({ ok: true, value: 0 });
  });

  test("lists the newest first, also for another program at the same folder", () => {
    const store = history();
    add(store, summary("old", 3));
    add(store, summary("new", 20));
    add(store, summary("middle", 10));
    for (const reader of [store, history()])
      expect(reader.list().map(({ id }) => id)).toEqual(["new", "middle", "old"]);
  });

  test("gives back exactly the text that was added, kept for its owner alone", () => {
    const store = history();
    add(store, summary("one", 3), "äöü");
    expect(store.get("one")).toEqual({
      ok: true,
      value: JSON.stringify({ summary: summary("one", 3), padding: "äöü" }),
    });
    // Windows knows no such bits; the folder is the user's own there.
    const mode = process.platform === "win32" ? 0o600 : statSync(join(folder, "one.goodgateway.json")).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  test("replaces an entry of the same id and sees the new one", () => {
    const store = history();
    add(store, summary("one", 3));
    expect(store.list()[0]?.note).toBe("");
    add(store, summary("one", 3, { note: "the verdict is wrong" }));
    expect(store.list().map(({ note }) => note)).toEqual(["the verdict is wrong"]);
  });

  test("deletes one or all", () => {
    const store = history();
    for (const id of ["a", "b", "c"]) add(store, summary(id, 5));
    expect(store.remove("b")).toEqual({ ok: true, value: true });
    expect(store.remove("b")).toEqual({ ok: true, value: false });
    expect(store.list().map(({ id }) => id)).toEqual(["a", "c"]);
    expect(store.removeAll()).toEqual({ ok: true, value: 2 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("never lets an id lead out of its folder", () => {
    writeFileSync(join(home, "outside.goodgateway.json"), "secret");
    const store = history();
    for (const id of ["../outside", "a/b", "", ".", "a\u0000", "x".repeat(200)]) {
      expect(store.get(id).ok).toBe(false);
      expect(store.remove(id)).toEqual({ ok: true, value: false });
      expect(store.add(summary(id, 1), "{}").ok).toBe(false);
    }
    expect(readdirSync(home)).toEqual(["outside.goodgateway.json"]);
  });

  test("leaves files alone that are none of its own", () => {
    const store = history();
    add(store, summary("one", 3));
    writeFileSync(join(folder, "stray.goodgateway.json"), "no report");
    writeFileSync(join(folder, "copy.goodgateway.json"), JSON.stringify({ summary: summary("one", 3) }));
    writeFileSync(join(folder, "notes.txt"), "mine");
    expect(store.list().map(({ id }) => id)).toEqual(["one"]);
    store.removeAll();
    expect(readdirSync(folder).sort()).toEqual(["copy.goodgateway.json", "notes.txt", "stray.goodgateway.json"]);
  });

  test("forgets the oldest beyond its limits of number, age and size, never the newest", () => {
    const few = history({ ...HISTORY_LIMITS, entries: 2 });
    for (const [id, day] of [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ] as const)
      add(few, summary(id, day));
    expect(few.list().map(({ id }) => id)).toEqual(["c", "b"]);
    const entries = (list: readonly HistorySummary[]) => list.map((entry) => ({ ...entry, bytes: 1000 }));
    const young = entries([summary("c", 29), summary("b", 20), summary("a", 1)]);
    expect(beyond(young, { ...HISTORY_LIMITS, days: 15 }, NOW).map(({ id }) => id)).toEqual(["a"]);
    expect(beyond(young, { ...HISTORY_LIMITS, bytes: 1500 }, NOW).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(beyond(young, { days: 0, entries: 0, bytes: 0 }, NOW).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("says why an entry could not be kept", () => {
    writeFileSync(folder, "a file where the folder should be");
    expect(history().add(summary("one", 1), "{}").ok).toBe(false);
  });
});

describe("searching the history", () => {
  const entries = [summary("shop", 3), summary("mail", 4, { verdict: "no-link", note: "Cable was out" })];
  test.each([
    ["", ["shop", "mail"]],
    ["SHOP", ["shop"]],
    ["cable no-link", ["mail"]],
    ["cable gateway", []],
    ["2026-06-03", ["shop"]],
  ])("%s", (query, ids) => {
    expect(searchHistory(entries, query).map(({ id }) => id)).toEqual(ids);
  });
});

describe("the summaries beside the entries", () => {
  const SUMMARIES = "summaries.json";

  test("save a second program from reading every entry", () => {
    add(history(), summary("a", 3));
    history().list();
    let read = 0;
    const second = openHistory({
      folder,
      summarise: () => {
        read += 1;
        return null;
      },
      now: () => NOW,
    });
    expect(second.list().map(({ id }) => id)).toEqual(["a"]);
    expect(read).toBe(0);
  });

  test("are made anew for an entry that was replaced, and ignored when they are damaged", () => {
    const store = history();
    add(store, summary("a", 3));
    add(store, summary("a", 3, { note: "changed its words" }));
    expect(history().list()[0]?.note).toBe("changed its words");
    writeFileSync(join(folder, SUMMARIES), "{ not JSON");
    expect(history().list()[0]?.note).toBe("changed its words");
  });

  test("keep nothing of what was deleted", () => {
    const store = history();
    add(store, summary("secret", 3));
    add(store, summary("other", 4));
    expect(readFileSync(join(folder, SUMMARIES), "utf8")).toContain("secret");
    store.remove("secret");
    expect(readFileSync(join(folder, SUMMARIES), "utf8")).not.toContain("secret");
    store.removeAll();
    expect(readdirSync(folder)).toEqual([]);
  });
});
