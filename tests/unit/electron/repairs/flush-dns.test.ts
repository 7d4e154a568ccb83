import { expect, it } from "vitest";
import type { DnsFlushReport } from "../../../../electron/platform/dns/dns-backend.ts";
import { flushDns } from "../../../../electron/repairs/flush-dns.ts";
import type { FlushResult } from "../../../../shared/model/dns-repair.ts";
import { backendOf, newWorld } from "./dns/switch-world.ts";

type Caches = DnsFlushReport["caches"];
const { signal } = new AbortController();

it.each<[string, Caches, FlushResult["outcome"], boolean | null]>([
  ["no cache at all", [], "nothing-to-flush", null],
  ["one seen to be empty", [{ cache: "a", outcome: "flushed", proved: true }], "flushed", true],
  ["one that does not tell", [{ cache: "a", outcome: "flushed", proved: null }], "flushed", null],
  ["one seen not to be empty", [{ cache: "a", outcome: "flushed", proved: false }], "flushed", false],
  [
    "one of two",
    [
      { cache: "a", outcome: "flushed", proved: true },
      { cache: "b", outcome: "needs-admin", proved: null },
    ],
    "partly",
    true,
  ],
  [
    "only one that needs the administrator",
    [{ cache: "b", outcome: "needs-admin", proved: null }],
    "needs-admin",
    null,
  ],
  ["one that refuses", [{ cache: "b", outcome: "failed", proved: null }], "failed", null],
])("a flush of %s", async (_name, caches, outcome, proved) => {
  const result = await flushDns(backendOf(newWorld({ flush: { caches } })), false, signal);
  expect(result).toEqual({ ok: true, value: { outcome, proved, caches } });
});

it("a flush that the system refuses is a failure", async () => {
  const refusal = { code: "failed", detail: "x", changed: "nothing" } as const;
  expect(await flushDns(backendOf(newWorld({ flush: refusal })), true, signal)).toEqual({ ok: false, error: refusal });
});
