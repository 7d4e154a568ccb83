import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DnsChange } from "../../../../../shared/model/dns-change.ts";
import { isAll, standingOf } from "../../../../../electron/repairs/dns/compare.ts";
import { dnsJournal, KEPT_CHANGES } from "../../../../../electron/repairs/dns/journal.ts";

let folder: string;
beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), "gg-journal-")), "journal")));
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const family = { origin: "automatic", configured: [], inUse: null } as const;

function change(number: number, more: Partial<DnsChange> = {}): DnsChange {
  const at = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
  return {
    id: number.toString(16).padStart(32, "0"),
    startedAt: at,
    updatedAt: at,
    appVersion: "1.0.0",
    bootId: "boot",
    owner: { pid: 1, startTime: "1" },
    mode: { kind: "ask", deadlineSeconds: 60 },
    token: "a".repeat(64),
    snapshot: {
      manager: "plain-file",
      linkId: "0",
      linkName: 'Büro: "LAN"\n',
      networkKey: null,
      v4: family,
      v6: family,
      settings: { there: "", absent: null },
      native: {},
    },
    plan: {
      servers: ["1.1.1.1"],
      settings: { there: "x" },
      kept: {},
      commands: [],
      needsAdmin: true,
      afterPowerCut: "volatile",
      lasts: "permanent",
      objects: [],
    },
    guard: null,
    state: "undone",
    confirmed: false,
    restoring: false,
    end: "restored",
    ...more,
  };
}

test("a record comes back as it was, absent and empty told apart, readable by this user alone", () => {
  const journal = dnsJournal(folder);
  expect(journal.list()).toStrictEqual({ changes: [], damaged: 0 });
  expect(journal.write(change(1)).ok).toBe(true);
  expect(journal.list().changes).toStrictEqual([change(1)]);
  const [name = ""] = readdirSync(folder);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("the newest comes first, and the last twenty closed ones are kept beside all that are open", () => {
  const journal = dnsJournal(folder);
  journal.write(change(0, { state: "applied", end: null }));
  for (let number = 1; number <= KEPT_CHANGES + 5; number += 1) journal.write(change(number));
  const { changes } = journal.list();
  expect(changes).toHaveLength(KEPT_CHANGES + 1);
  expect(changes[0]).toStrictEqual(change(KEPT_CHANGES + 5));
  expect(changes.at(-1)?.state).toBe("applied");
});

test.each([
  ["one changed letter", (text: string) => text.replace("1.1.1.1", "6.6.6.6")],
  ["half a file", (text: string) => text.slice(0, text.length / 2)],
  ["nothing", () => ""],
  ["another version", (text: string) => text.replace('"version": 1', '"version": 2')],
  ["no record at all", () => "[]"],
])("a record with %s is not believed, and moved aside", (_name, spoil) => {
  const journal = dnsJournal(folder);
  journal.write(change(1));
  journal.write(change(2));
  const path = join(folder, `${change(1).id}.json`);
  writeFileSync(path, spoil(readFileSync(path, "utf8")));
  expect(journal.list()).toStrictEqual({ changes: [change(2)], damaged: 1 });
  expect(readdirSync(folder)).toContain(`${change(1).id}.json.damaged`);
  expect(journal.list().damaged).toBe(0);
});

test("what a crash left unfinished goes away and hides nothing", () => {
  const journal = dnsJournal(folder);
  journal.write(change(1));
  writeFileSync(join(folder, `.${change(2).id}.json.new`), "{");
  expect(journal.list()).toStrictEqual({ changes: [change(1)], damaged: 0 });
  expect(readdirSync(folder)).toHaveLength(1);
});

test("a folder that cannot be made is a failure with a code", () => {
  mkdirSync(join(folder, ".."), { recursive: true });
  writeFileSync(folder, "a file in its place");
  expect(dnsJournal(folder).write(change(1))).toMatchObject({ ok: false });
});

test.each([
  [{ a: "old" }, "before"],
  [{ a: "new" }, "after"],
  [{ a: "else" }, "theirs"],
  [{ a: null }, "theirs"],
] as const)("%o stands as %s between old and new", (now, standing) => {
  expect(standingOf({ a: "old" }, { a: "new" }, now)).toBe(standing);
});

test("several settings stand together; empty is not absent", () => {
  const before = { a: null, b: "" };
  const after = { a: "1", b: "2" };
  expect(standingOf(before, after, { a: "1", b: "" })).toBe("mixed");
  expect(standingOf(before, after, { a: null, b: "" })).toBe("before");
  expect(standingOf(before, after, { a: "", b: "" })).toBe("theirs");
  expect(standingOf(before, after, {})).toBe("theirs");
  expect(standingOf({ a: "same" }, { a: "same" }, { a: "same" })).toBe("before");
  expect(isAll({ a: "same" }, { a: "same", b: "more" })).toBe(true);
  expect(isAll({ a: null }, {})).toBe(true);
  expect(isAll({ a: "" }, {})).toBe(false);
});
