import type { DnsFailure } from "../../platform/dns/dns-backend.ts";
import type { ReadingError } from "../../platform/machine.ts";
import type { HostCache } from "../../repairs/clear-host-cache.ts";
import type { OneClickDeps } from "../../repairs/dns/one-click-dns.ts";
import type { DnsRefusal } from "../../../shared/model/dns-job.ts";
import { referencesFrom } from "../handlers/references.ts";

/** Opens what the DNS calls work with; null on a system whose DNS is not known to us. Tests give their own. */
export type OpenDns = () => Promise<OneClickDeps | null>;

/** What the real one is made from. */
export interface RealDns {
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostCache: HostCache;
}

/** The real machine; loaded with the first call about DNS, since the window must be painted before. */
export function openRealDns({ dataFolder, appVersion, env, hostCache }: RealDns): OpenDns {
  return async () => {
    const [{ openDnsDesk }, { thisMachine }, { createProbes }, { systemServersOf }, references] = await Promise.all([
      import("../../repairs/recover-at-start.ts"),
      import("../../platform/this-machine.ts"),
      import("../../probes/create-probes.ts"),
      import("../../engine/references.ts"),
      referencesFrom(env),
    ]);
    const desk = openDnsDesk(dataFolder, appVersion);
    if (desk === null) return null;
    const probes = createProbes({ systemServers: systemServersOf(references) });
    return { desk, machine: await thisMachine(), probes, references, hostCache };
  };
}

/** A failure of the back end as the window gets it. */
export function refusal({ code, detail, changed }: DnsFailure): DnsRefusal {
  const already = code === "not-effective" && detail === "already set";
  return { kind: "refused", code: already ? "already-set" : code, detail: already ? "" : detail, changed };
}

/** A reading that failed as the window gets it. Reading changes nothing. */
export function unread({ code, detail }: ReadingError): DnsRefusal {
  return { kind: "refused", code: "failed", detail: detail === "" ? code : `${code}: ${detail}`, changed: "nothing" };
}

/** This system's DNS settings are not known to us. */
export const NOT_SUPPORTED: DnsRefusal = { kind: "refused", code: "not-supported", detail: "", changed: "nothing" };
