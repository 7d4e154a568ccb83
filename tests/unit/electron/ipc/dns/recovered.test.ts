import { expect, it } from "vitest";
import { recoveredFrom } from "../../../../../electron/ipc/dns/recovered.ts";
import type { DnsRecovery } from "../../../../../electron/repairs/dns/recover.ts";
import type { DnsChange } from "../../../../../shared/model/dns-change.ts";

function recovery(outcome: DnsRecovery["outcome"], state: DnsChange["state"], end: DnsChange["end"]): DnsRecovery {
  const change = { id: "a", startedAt: "2026-03-02T09:14:00.000Z", state, end } as DnsChange;
  return { change, outcome, failure: null };
}

it.each([
  [recovery("closed", "undone", "restored"), "put-back"],
  [recovery("closed", "undone", "restored-by-guard"), "put-back"],
  [recovery("closed", "undone", "restored-by-restart"), "put-back"],
  [recovery("closed", "undone", "theirs-now"), "theirs"],
  [recovery("closed", "committed", null), "kept"],
  [recovery("needs-admin", "applied", null), "needs-admin"],
  [recovery("failed", "applied", null), "failed"],
])("tells %j as %s", (one, kind) => {
  expect(recoveredFrom({ kind: "done", recoveries: [one] })).toMatchObject([{ changeId: "a", kind }]);
});

it("says nothing of a change that is at work, that was never made, or where nothing was looked at", () => {
  const quiet = [recovery("live", "applied", null), recovery("closed", "undone", "never-applied")];
  expect(recoveredFrom({ kind: "done", recoveries: quiet })).toEqual([]);
  expect(recoveredFrom({ kind: "busy" })).toEqual([]);
  expect(recoveredFrom(null)).toEqual([]);
});
