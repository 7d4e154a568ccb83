import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parseJson as parseBrowsersJson, recordOf } from "../../../electron/browsers/read/json-value.ts";
import { parseReferences } from "../../../electron/engine/references.ts";
import { openGuidedStore } from "../../../electron/ipc/guided/store.ts";
import { readSaved } from "../../../electron/gateway/saved-page/read-saved.ts";
import { parseJson as parseProgramsJson } from "../../../electron/platform/json.ts";
import { openActionJournal } from "../../../electron/repairs/action-journal.ts";
import { hostsChanges } from "../../../electron/repairs/hosts/hosts-entry.ts";
import { dnsJournal } from "../../../electron/repairs/dns/journal.ts";
import { openReport } from "../../../electron/report/kept/open-report.ts";
import { ownHistory } from "../../../electron/report/kept/own-history.ts";
import { saveReport } from "../../../electron/report/kept/save-report.ts";
import { parseSettings } from "../../../electron/storage/settings.ts";
import { openWatchStore } from "../../../electron/watch/store.ts";

/** Levels of brackets: past what any recursion survives. */
const DEEP = 100_000;
const deepArray = `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`;
const deepObject = `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`;
const inside = (key: string, value: string): string =>
  `{"format":"goodgateway-report","schemaVersion":1,"${key}":${value}}`;

/** Texts that a file of ours or of somebody else may hold instead of what belongs there. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ["nothing", ""],
  ["half an object", '{"format":'],
  ["100,000 levels of arrays", deepArray],
  ["100,000 levels of objects", deepObject],
  ...["verdict", "observations", "history", "endpoints", "watches", "change", "publicResolvers", "log", "data"].map(
    (key) => [`100,000 levels below ${key}`, inside(key, deepArray)] as const,
  ),
  ["a deep change with a checksum", `{"version":1,"sha256":"x","change":${deepObject}}`],
  ["a prototype", '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  [
    "prototypes everywhere",
    '{"format":"goodgateway-report","schemaVersion":1,"history":{"__proto__":{"polluted":true}},"endpoints":{"off":[],"instead":{"__proto__":"x","constructor":"y"}},"watches":[{"__proto__":{"polluted":true}}],"version":1}',
  ],
  ["numbers beyond all bounds", '{"schemaVersion":1e999,"version":-1e999,"history":{"entries":1e999,"days":-0}}'],
  ["halves of letters", '{"format":"goodgateway-report","schemaVersion":1,"note":"\\ud800","id":"\\udfff"}'],
  ["a million keys", `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":${at}`).join(",")}}`],
  ["zeros", "\0".repeat(1000)],
];

const folder = mkdtempSync(join(tmpdir(), "gg-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything of the program that reads JSON which somebody else may have written. */
const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ["a report that is opened", (text) => openReport(text)],
  ["a saved page or network log", (text) => readSaved(text)],
  ["references", (text) => parseReferences(text)],
  ["settings", (text) => parseSettings(text)],
  ["a browser's file", (text) => recordOf(parseBrowsersJson(text))],
  ["what a program said", (text) => parseProgramsJson(text)],
  ["the watches", (text) => openWatchStore(placed("watches.json", text)).read()],
  ["the guided repair", (text) => openGuidedStore(placed("guided.json", text)).load()],
  ["the history", (text) => ownHistory({ GOODGATEWAY_HOME: placed("history/a.goodgateway.json", text) }).store.list()],
  [
    "what is known of the history",
    (text) => ownHistory({ GOODGATEWAY_HOME: placed("history/summaries.json", text) }).store.list(),
  ],
  ["the journal of DNS", (text) => dnsJournal(join(placed(`journal/${"a".repeat(32)}.json`, text), "journal")).list()],
  ["the journal of hosts entries", (text) => hostsChanges(placed(`journal/hosts/${"a".repeat(8)}.json`, text))],
  ["the journal of deeds", (text) => openActionJournal(placed(`journal/actions/${"a".repeat(16)}.json`, text)).list()],
];

function placed(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return folder;
}

describe("a hostile file", () => {
  beforeEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(READERS)("of %s ends in an answer, and reaches no other object", (_name, read) => {
    const broke: string[] = [];
    for (const [what, text] of TEXTS) {
      try {
        read(text);
      } catch (error) {
        broke.push(`${what}: ${String(error).slice(0, 100)}`);
      }
      expect({}).not.toHaveProperty("polluted");
    }
    expect(broke).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("a report that is saved", () => {
  it("does not take the place of a pipe or a folder of that name", () => {
    mkdirSync(folder, { recursive: true });
    const pipe = join(folder, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    for (const path of [pipe, folder])
      expect(saveReport(path, Buffer.from("x"))).toEqual({
        ok: false,
        error: { code: "failed", detail: "not a file" },
      });
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(saveReport(join(folder, "new"), Buffer.from("x"))).toMatchObject({ ok: true });
  });
});
