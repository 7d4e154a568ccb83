import type { DnsRecovered } from "../../../shared/model/dns-job.ts";
import type { DnsRecovery, DnsRecoveryRun } from "../../repairs/dns/recover.ts";

/** What a recovery has to tell the person: nothing of changes that are at work or that were never made. */
export function recoveredFrom(run: DnsRecoveryRun | null): readonly DnsRecovered[] {
  if (run === null || run.kind === "busy") return [];
  return run.recoveries.flatMap((recovery) => {
    const kind = kindOf(recovery);
    return kind === null ? [] : [{ changeId: recovery.change.id, startedAt: recovery.change.startedAt, kind }];
  });
}

function kindOf({ outcome, change }: DnsRecovery): DnsRecovered["kind"] | null {
  if (outcome === "live") return null;
  if (outcome !== "closed") return outcome;
  if (change.state === "committed") return "kept";
  if (change.end === "never-applied") return null;
  return change.end === "theirs-now" ? "theirs" : "put-back";
}
