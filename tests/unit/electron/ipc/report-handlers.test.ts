import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { historyHandlers } from "../../../../electron/ipc/handlers/history.ts";
import { reportHandlers, type ReportParts } from "../../../../electron/ipc/handlers/report.ts";
import { deedSources } from "../../../../electron/ipc/report/deeds.ts";
import { createReportRoom } from "../../../../electron/ipc/report/room.ts";
import { openActionJournal } from "../../../../electron/repairs/action-journal.ts";
import { openReport } from "../../../../electron/report/kept/open-report.ts";
import { saveReport } from "../../../../electron/report/kept/save-report.ts";
import type { ReportChoice } from "../../../../shared/model/report-desk.ts";

const TEXT = readFileSync("tests/fixtures/reports/v1-everything.goodgateway.json", "utf8");
const HTML: ReportChoice & { keep: string[]; hide: string[] } = {
  format: "html",
  level: "standard",
  keep: [],
  hide: [],
  note: "",
  environment: true,
};
let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gg-report-handlers-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function handlers() {
  const deeds = deedSources(home);
  const room = createReportRoom({ env: { GOODGATEWAY_HOME: home }, deeds });
  const shown: Buffer[] = [];
  const parts: ReportParts = {
    reportRoom: async () => room,
    deedSources: async () => deeds,
    language: () => "en",
    onReportPhase: () => undefined,
    printToPdf: async (html) => Buffer.concat([Buffer.from("%PDF-"), html]),
    showPage: (html) => `app://preview/${shown.push(html)}`,
    saveFile: async (name, bytes) => {
      const saved = saveReport(join(home, name), bytes);
      if (!saved.ok) return { kind: "failed", code: saved.error.code };
      return { kind: "saved", name, bytes: saved.value.bytes, sha256: saved.value.sha256 };
    },
    chooseReport: async () => ({ ok: true, value: null }),
  };
  return { ...reportHandlers(parts), ...historyHandlers(parts), room, shown };
}

async function opened() {
  const all = handlers();
  const answer = await all["report.read"]({ name: "a.goodgateway.json", text: TEXT });
  if (!answer.ok || answer.value.kind !== "opened") throw new Error("not opened");
  return { ...all, source: { ...answer.value.shown.source } };
}

describe("a preview", () => {
  it.each(["html", "md", "txt", "json", "har", "pdf"] as const)(
    "of %s is what is saved, byte for byte",
    async (format) => {
      const all = await opened();
      const made = await all["report.preview"]({ source: all.source, choice: { ...HTML, format } });
      if (!made.ok) throw new Error(made.error);
      const saved = await all["report.save"]({ previewId: made.value.id });
      expect(saved).toMatchObject({
        ok: true,
        value: { kind: "saved", sha256: made.value.sha256, bytes: made.value.bytes },
      });
      const bytes = readFileSync(join(home, made.value.fileName));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(made.value.sha256);
      expect(made.value.text).toBe(format === "pdf" ? "" : bytes.toString("utf8"));
      // The page in the frame is made of the same bytes.
      expect(all.shown.at(-1)?.equals(bytes)).toBe(format === "html");
      expect(bytes.length).toBeLessThan(1_000_000);
    },
  );

  it("lists what is private, and lets single things stay or go", async () => {
    const all = await opened();
    const first = await all["report.preview"]({ source: all.source, choice: { ...HTML, format: "txt" } });
    if (!first.ok) throw new Error(first.error);
    const router = first.value.items.find(({ kind, mark }) => kind === "router" && mark !== "");
    const host = first.value.items.find(({ kind, mark }) => kind === "host" && mark === "");
    if (router === undefined || host === undefined) throw new Error("nothing to switch");
    expect(first.value.text).not.toContain(router.value);
    expect(first.value.text).toContain(host.value);
    const choice = { ...HTML, format: "txt" as const, keep: [router.key], hide: [host.key] };
    const second = await all["report.preview"]({ source: all.source, choice });
    if (!second.ok) throw new Error(second.error);
    expect(second.value.text).toContain(router.value);
    expect(second.value.text).not.toContain(host.value);
    expect(second.value.items.find(({ key }) => key === router.key)?.mark).toBe("");
    expect(second.value.items.find(({ key }) => key === host.key)?.mark).not.toBe("");
  });

  it("that was not made cannot be saved, and of a check-up that is gone there is none", async () => {
    const all = handlers();
    expect(await all["report.save"]({ previewId: "x" })).toEqual({ ok: false, error: "not-found" });
    const source = { kind: "checkup" as const, id: "gone" };
    expect(await all["report.preview"]({ source, choice: HTML })).toEqual({ ok: false, error: "not-found" });
  });
});

describe("the history's calls", () => {
  it("list check-ups and changes together, find, compare, object and delete", async () => {
    const all = handlers();
    const report = openReport(TEXT);
    if (!report.ok) throw new Error(report.error);
    const first = { ...report.value.report, note: "" };
    all.room.history.add(first);
    all.room.history.add({ ...first, id: "second", startedAt: "2026-06-02T09:41:00.000Z" });
    const journal = openActionJournal(home, () => new Date("2026-06-01T10:00:00.000Z"));
    journal.begin("hosts-entry", "shop.example", { secret: "only the repair's" });
    const list = await all["history.list"]({ query: "" });
    if (!list.ok) throw new Error(list.error);
    expect(list.value.rows.map(({ kind }) => kind)).toEqual(["checkup", "action", "checkup"]);
    expect(JSON.stringify(list.value)).not.toContain("only the repair's");
    expect(list.value.kept.checkups).toBe(2);
    expect(await all["history.list"]({ query: "hosts-entry" })).toMatchObject({
      ok: true,
      value: { rows: [{ kind: "action" }] },
    });
    expect(await all["history.compare"]({ ids: ["second", first.id] })).toMatchObject({
      ok: true,
      value: { before: { id: first.id }, after: { id: "second" }, sameTarget: true, differences: [] },
    });
    const source = { kind: "history" as const, id: "second" };
    expect(await all["report.wrong"]({ source, note: "it was the cable" })).toMatchObject({ ok: true });
    expect(await all["history.list"]({ query: "cable" })).toMatchObject({
      ok: true,
      value: { rows: [{ checkup: { id: "second" } }] },
    });
    // A report of it tells of the change that was made around it.
    const preview = await all["report.preview"]({ source, choice: { ...HTML, format: "json", level: "none" } });
    expect(preview.ok && JSON.parse(preview.value.text)).toMatchObject({
      actions: [{ repair: "hosts-entry", label: "shop.example" }],
    });
    expect(await all["history.remove"]({ id: "second" })).toEqual({ ok: true, value: { removed: true } });
    expect(await all["history.removeAll"](undefined)).toEqual({ ok: true, value: { removed: 1 } });
  });

  it("put nobody else's check-up into the history", async () => {
    const all = await opened();
    expect(await all["report.wrong"]({ source: all.source, note: "no" })).toEqual({
      ok: false,
      error: "not-supported",
    });
    expect(all.room.history.store.list()).toEqual([]);
  });
});
