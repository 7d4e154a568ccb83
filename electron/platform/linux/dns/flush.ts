import { numberIn } from "../../json.ts";
import type { DnsFlushReport } from "../../dns/dns-backend.ts";
import { ask } from "../../readings/reading.ts";
import { propertyData } from "../bus-property.ts";
import type { LinuxDnsDeps } from "./deps.ts";

type CacheReport = DnsFlushReport["caches"][number];

/** How long nscd may take for an answer; it drops its table at once. */
const ELEVATED_MS = 120_000;

/**
 * Empties what this machine caches: systemd-resolved (anybody may) and nscd (root only). None found means that plain
 * glibc asks every time: an empty report, not a failure.
 */
export async function flushLinux(deps: LinuxDnsDeps, elevate: boolean, signal: AbortSignal): Promise<DnsFlushReport> {
  const caches = [await flushResolved(deps, signal), await flushNscd(deps, elevate, signal)];
  return { caches: caches.flatMap((cache) => cache ?? []) };
}

async function flushResolved(deps: LinuxDnsDeps, signal: AbortSignal): Promise<CacheReport | null> {
  if ((await resolvedCacheSize(deps, signal)) === null) return null;
  const output = await ask(deps.run, { program: "resolvectl", args: ["flush-caches"], signal });
  if (!output.ok) return { cache: "systemd-resolved", outcome: "failed", proved: null };
  const left = await resolvedCacheSize(deps, signal);
  // Somebody may have asked for a name in between, so a few new entries are no proof against it.
  return { cache: "systemd-resolved", outcome: "flushed", proved: left === null ? null : left === 0 ? true : null };
}

/** Entries in resolved's cache; null when it does not run. */
async function resolvedCacheSize(deps: LinuxDnsDeps, signal: AbortSignal): Promise<number | null> {
  const service = "org.freedesktop.resolve1";
  const data = await propertyData(
    deps.run,
    { service, path: "/org/freedesktop/resolve1", interface: `${service}.Manager`, name: "CacheStatistics" },
    signal,
  );
  return Array.isArray(data) ? numberIn(data[0]) : null;
}

async function flushNscd(deps: LinuxDnsDeps, elevate: boolean, signal: AbortSignal): Promise<CacheReport | null> {
  if (!(await deps.files.exists("/run/nscd/socket"))) return null;
  if (deps.uid !== 0 && !elevate) return { cache: "nscd", outcome: "needs-admin", proved: null };
  const own = deps.uid === 0;
  const output = await ask(deps.run, {
    program: own ? "nscd" : "pkexec",
    args: own ? ["-i", "hosts"] : ["--disable-internal-agent", "/usr/sbin/nscd", "-i", "hosts"],
    signal,
    timeoutMs: ELEVATED_MS,
  });
  return { cache: "nscd", outcome: output.ok ? "flushed" : "failed", proved: null };
}
