import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { changeHandlers } from "../../../../electron/ipc/handlers/changes.ts";
import { openActionJournal } from "../../../../electron/repairs/action-journal.ts";
import type { RepairAction } from "../../../../electron/repairs/action.ts";
import type { ActionUndone } from "../../../../shared/model/repair-action.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-changes-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function applied(): string {
  const journal = openActionJournal(folder);
  const begun = journal.begin("proxy-off", "GNOME", {});
  if (!begun.ok) throw new Error("no journal");
  journal.mark(begun.value, "applied");
  return begun.value;
}

/** The handlers over a repair whose undo ends as told. */
function handlers(undone: ActionUndone | null) {
  const heard: (readonly [string, string])[] = [];
  const settled: (readonly string[])[] = [];
  const action: RepairAction = {
    id: "proxy-off",
    offer: async () => null,
    apply: async () => ({ kind: "opened" }),
    ...(undone === null
      ? {}
      : {
          undo: async (id: string) => {
            if (undone.kind === "undone") openActionJournal(folder).mark(id, "undone");
            return undone;
          },
        }),
  };
  const guided = {
    dataFolder: folder,
    findAction: async () => action,
    settle: async (kept: readonly string[]) => void settled.push(kept),
    onSession: () => undefined,
    report: () => undefined,
  };
  return { calls: changeHandlers({ guided }, (...one) => void heard.push(one)), heard, settled };
}

it("an undecided change is listed, kept, and the guided session hears of it", async () => {
  const id = applied();
  const { calls, heard, settled } = handlers({ kind: "undone" });
  expect(await calls["changes.list"](undefined)).toMatchObject({ ok: true, value: [{ id, standing: "undecided" }] });
  expect(await calls["changes.decide"]({ id, keep: true })).toMatchObject({
    ok: true,
    value: { answer: { kind: "kept" }, changes: [{ id, standing: "kept" }] },
  });
  expect([heard, settled.length]).toEqual([[[id, "kept"]], 1]);
});

it("a change that is taken back is off the list, and the guided session hears of it", async () => {
  const id = applied();
  const { calls, heard } = handlers({ kind: "undone" });
  expect(await calls["changes.decide"]({ id, keep: false })).toEqual({
    ok: true,
    value: { answer: { kind: "undone" }, changes: [] },
  });
  expect(heard).toEqual([[id, "undone"]]);
});

it.each([
  ["somebody changed it since", { kind: "theirs" }, { kind: "theirs" }],
  [
    "it is not permitted",
    { kind: "refused", code: "not-permitted", detail: "", changed: "nothing" },
    { kind: "refused", code: "not-permitted" },
  ],
  ["nothing can undo it here", null, { kind: "refused", code: "not-supported" }],
] as const)("says so when %s, and the change stays on the list", async (_why, undone, answer) => {
  const id = applied();
  const { calls, heard } = handlers(undone);
  expect(await calls["changes.decide"]({ id, keep: false })).toMatchObject({
    ok: true,
    value: { answer, changes: [{ id }] },
  });
  expect(heard).toEqual([]);
});

it("a change that is gone cannot be decided about", async () => {
  const { calls } = handlers({ kind: "undone" });
  expect(await calls["changes.decide"]({ id: "0123456789abcdef", keep: true })).toEqual({
    ok: true,
    value: { answer: { kind: "gone" }, changes: [] },
  });
});
