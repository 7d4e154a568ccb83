import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openActionJournal } from "../../../../electron/repairs/action-journal.ts";
import { hostsChanges } from "../../../../electron/repairs/hosts/hosts-entry.ts";
import { keepChange, standingChanges } from "../../../../electron/repairs/standing-changes.ts";

const NOW = Date.parse("2026-06-01T10:00:00.000Z");
const EARLIER = (): Date => new Date("2026-06-01T09:00:00.000Z");

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-standing-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function change(repair: "proxy-off" | "clear-browser-cache", state: "planned" | "applied" | "committed" | "undone") {
  const journal = openActionJournal(folder, EARLIER);
  const begun = journal.begin(repair, "GNOME", {});
  if (!begun.ok) throw new Error("no journal");
  if (state !== "planned") journal.mark(begun.value, state);
  return begun.value;
}

function hosts(state: "planned" | "done" | "undone"): void {
  const record = { id: "0123abcd", startedAt: "2026-06-01T09:30:00.000Z", host: "shop.example", path: "/etc/hosts" };
  mkdirSync(join(folder, "journal", "hosts"), { recursive: true });
  writeFileSync(join(folder, "journal", "hosts", "0123abcd.json"), JSON.stringify({ ...record, lines: ["x"], state }));
}

const standings = (nowMs = NOW) => standingChanges(folder, nowMs).map(({ repair, standing }) => [repair, standing]);

describe("changes that stand", () => {
  it("are none where nothing was ever changed", () => {
    expect(standings()).toEqual([]);
  });

  it("are those of both journals that were not taken back, newest first", () => {
    change("proxy-off", "applied");
    change("proxy-off", "undone");
    hosts("done");
    expect(standings()).toEqual([
      ["hosts-entry", "undecided"],
      ["proxy-off", "undecided"],
    ]);
  });

  it("are unsure where the program was lost in the middle, and are left alone while one may be under way", () => {
    change("proxy-off", "planned");
    expect(standings()).toEqual([["proxy-off", "unsure"]]);
    expect(standings(Date.parse("2026-06-01T09:00:30.000Z"))).toEqual([]);
  });

  it("are not asked about again once they are kept, and can still be seen", () => {
    const id = change("proxy-off", "applied");
    hosts("done");
    expect([keepChange(folder, id), keepChange(folder, "0123abcd")]).toEqual([true, true]);
    expect(standings()).toEqual([
      ["hosts-entry", "kept"],
      ["proxy-off", "kept"],
    ]);
    expect(hostsChanges(folder)[0]?.state).toBe("kept");
  });

  it("no longer stand where a browser's cache was kept moved: it is deleted then", () => {
    change("clear-browser-cache", "committed");
    expect(standings()).toEqual([]);
  });

  it("cannot be kept when they were taken back or never were", () => {
    hosts("undone");
    expect([keepChange(folder, change("proxy-off", "undone")), keepChange(folder, "0123abcd")]).toEqual([false, false]);
    expect(keepChange(folder, "ffffffffffffffff")).toBe(false);
  });
});
