import type { DnsBackend } from "../../dns/dns-backend.ts";
import { untouched } from "../../dns/dns-parts.ts";
import { guarded } from "../../readings/reading.ts";
import type { MacosDnsDeps } from "./deps.ts";
import { macosFlush } from "./flush.ts";
import { macosApply, macosCommit, macosExtend, macosGuardReport, macosRestore } from "./guard.ts";
import { macosDnsHost } from "./host.ts";
import { macosPlan, macosSettingsNow, macosSnapshot } from "./settings.ts";
import { macosDnsStatus } from "./status.ts";

/** DNS settings on macOS: read by service id in the dynamic store, written by networksetup in one elevated run. */
export function macosDns(deps: MacosDnsDeps): DnsBackend {
  return {
    os: "macos",
    host: macosDnsHost(deps),
    read: (signal) => guarded(signal, () => macosDnsStatus(deps, signal)),
    snapshot: async (linkId, signal) => (signal.aborted ? untouched("cancelled") : macosSnapshot(deps, linkId, signal)),
    plan: (request) => macosPlan(deps, request),
    settingsNow: (snapshot, signal) => guarded(signal, () => macosSettingsNow(deps, snapshot, signal)),
    apply: async (change, signal) => (signal.aborted ? untouched("cancelled") : macosApply(deps, change, signal)),
    commit: (change, signal) => macosCommit(deps, change, signal),
    restore: (change, elevate, signal) => macosRestore(deps, change, elevate, signal),
    extend: (change, seconds, signal) => macosExtend(deps, change, seconds, signal),
    guardReport: async (change) => {
      const { state, alive, secondsLeft } = macosGuardReport(deps, change.id);
      return { state, alive, secondsLeft };
    },
    flush: (elevate, signal) => macosFlush(deps, elevate, signal),
  };
}
