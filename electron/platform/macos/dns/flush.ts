import { ok } from "../../../../shared/lib/result.ts";
import type { DnsFlushReport, DnsOutcome } from "../../dns/dns-backend.ts";
import { untouched } from "../../dns/dns-parts.ts";
import type { MacosDnsDeps } from "./deps.ts";
import { runMacosScript } from "./run-script.ts";

const LIMITS = { timeoutMs: 10_000, maxOutputBytes: 64 * 1024 } as const;

/**
 * Empties the caches: dscacheutil's as the person, mDNSResponder's only as root (macOS 11 and later need both). Neither
 * lets itself be read, so nothing is proved here.
 */
export async function macosFlush(
  deps: MacosDnsDeps,
  elevate: boolean,
  signal: AbortSignal,
): DnsOutcome<DnsFlushReport> {
  if (elevate) {
    const run = await runMacosScript(deps, "elevated", ["flush"], signal);
    if (!run.ok) return run;
    return ok({
      caches: ["directory-service", "mdnsresponder"].map((cache) => ({
        cache,
        outcome: run.value.flushed.includes(cache) ? "flushed" : "failed",
        proved: null,
      })),
    });
  }
  const directory = await deps.run({ program: "dscacheutil", args: ["-flushcache"], ...LIMITS, signal });
  if (!directory.ok && directory.error.code === "not-found") return untouched("no-tool");
  const responder = await deps.run({ program: "killall", args: ["-HUP", "mDNSResponder"], ...LIMITS, signal });
  const good = (result: typeof directory) => result.ok && result.value.exitCode === 0;
  return ok({
    caches: [
      { cache: "directory-service", outcome: good(directory) ? "flushed" : "failed", proved: null },
      // killall says "no process of yours" and exits 1: it belongs to another user.
      { cache: "mdnsresponder", outcome: good(responder) ? "flushed" : "needs-admin", proved: null },
    ],
  });
}
