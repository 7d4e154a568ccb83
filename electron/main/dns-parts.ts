import { session } from "electron";
import { APP_VERSION } from "../../shared/lib/app-version.ts";
import type { Emit } from "../ipc/events.ts";
import { openRealDns } from "../ipc/dns/dns-parts.ts";
import { recoveredFrom } from "../ipc/dns/recovered.ts";
import type { DnsParts } from "../ipc/handlers/dns.ts";
import { hostCacheOf } from "./host-cache.ts";
import type { Log } from "./log.ts";

/**
 * What the DNS calls need of the desktop program. Recovery of what an interrupted change left behind begins as soon as
 * the window is `shown`, and every call about DNS waits for it.
 */
export function dnsParts(folder: string, emit: Emit, log: Log): DnsParts {
  const report = (error: unknown): void => log.error("a DNS repair broke", error);
  const recovery = recoverOnce(folder, report);
  return {
    openDns: openRealDns({
      dataFolder: folder,
      appVersion: APP_VERSION,
      env: process.env,
      hostCache: hostCacheOf(() => [session.defaultSession, session.fromPartition("window")], report),
    }),
    onDnsJob: (job) => emit("dns.event", job),
    onDnsBench: (state) => emit("dns.benchEvent", state),
    recovered: async () => recoveredFrom(await recovery),
    reportDns: report,
    ownSites: sitesOfHistory,
  };
}

async function sitesOfHistory(): Promise<readonly string[]> {
  const [{ ownHistory }, { ownSites }] = await Promise.all([
    import("../report/kept/own-history.ts"),
    import("../report/kept/own-sites.ts"),
  ]);
  return ownSites(ownHistory(process.env).store);
}

async function recoverOnce(folder: string, report: (error: unknown) => void) {
  try {
    const { openDnsDesk, recoverAtStart } = await import("../repairs/recover-at-start.ts");
    return await recoverAtStart(folder, () => openDnsDesk(folder, APP_VERSION), report);
  } catch (error) {
    report(error);
    return null;
  }
}
