import { ok, type Result } from "../../shared/lib/result.ts";
import type { FlushResult } from "../../shared/model/dns-repair.ts";
import type { DnsBackend, DnsFailure, DnsFlushReport } from "../platform/dns/dns-backend.ts";

/**
 * Empties this computer's name caches. Without `elevate` there is no prompt, and a cache that only the administrator
 * may empty is reported as such.
 */
export async function flushDns(
  backend: DnsBackend,
  elevate: boolean,
  signal: AbortSignal,
): Promise<Result<FlushResult, DnsFailure>> {
  const report = await backend.flush(elevate, signal);
  return report.ok ? ok(resultOf(report.value)) : report;
}

function resultOf({ caches }: DnsFlushReport): FlushResult {
  const flushed = caches.filter(({ outcome }) => outcome === "flushed");
  return { outcome: outcomeOf(caches, flushed.length), proved: provedOf(flushed), caches };
}

function outcomeOf(caches: DnsFlushReport["caches"], flushed: number): FlushResult["outcome"] {
  if (caches.length === 0) return "nothing-to-flush";
  if (flushed === caches.length) return "flushed";
  if (flushed > 0) return "partly";
  return caches.some(({ outcome }) => outcome === "needs-admin") ? "needs-admin" : "failed";
}

/** One cache that was seen not to be empty is a "no" for all; one that does not tell leaves it open. */
function provedOf(flushed: DnsFlushReport["caches"]): boolean | null {
  if (flushed.some(({ proved }) => proved === false)) return false;
  return flushed.length > 0 && flushed.every(({ proved }) => proved === true) ? true : null;
}
