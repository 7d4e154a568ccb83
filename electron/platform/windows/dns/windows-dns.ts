import type { DnsBackend } from "../../dns/dns-backend.ts";
import { untouched } from "../../dns/dns-parts.ts";
import { guarded } from "../../readings/reading.ts";
import type { WindowsDnsDeps } from "./deps.ts";
import { windowsFlush } from "./flush.ts";
import { windowsApply, windowsCommit, windowsExtend, windowsGuardReport, windowsRestore } from "./guard.ts";
import { windowsDnsHost } from "./host.ts";
import { windowsPlan, windowsSettingsNow, windowsSnapshot } from "./settings.ts";
import { windowsDnsStatus } from "./status.ts";

/** DNS settings on Windows: read from the registry, written in one elevated run, guarded by a task of SYSTEM. */
export function windowsDns(deps: WindowsDnsDeps): DnsBackend {
  return {
    os: "windows",
    host: windowsDnsHost(deps),
    read: (signal) => guarded(signal, () => windowsDnsStatus(deps, signal)),
    snapshot: async (linkId, signal) =>
      signal.aborted ? untouched("cancelled") : windowsSnapshot(deps, linkId, signal),
    plan: (request) => windowsPlan(deps, request),
    settingsNow: (snapshot, signal) => guarded(signal, () => windowsSettingsNow(deps, snapshot, signal)),
    apply: async (change, signal) => (signal.aborted ? untouched("cancelled") : windowsApply(deps, change, signal)),
    commit: (change, signal) => windowsCommit(deps, change, signal),
    restore: (change, elevate, signal) => windowsRestore(deps, change, elevate, signal),
    extend: (change, seconds, signal) => windowsExtend(deps, change, seconds, signal),
    guardReport: async (change) => {
      const { state, alive, secondsLeft } = windowsGuardReport(deps, change.id);
      return { state, alive, secondsLeft };
    },
    // Elevation would change nothing: the cache lets itself be emptied by everybody.
    flush: (_elevate, signal) => windowsFlush(deps, signal),
  };
}
