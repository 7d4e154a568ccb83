import type { Comparison } from "../../../shared/model/comparison.ts";
import type { DnsJob } from "../../../shared/model/dns-job.ts";
import type { StepRecord } from "../../../shared/model/guided.ts";
import type { ActionEnd } from "../../../shared/model/repair-action.ts";

function refused(changed: "nothing" | "maybe"): ActionEnd {
  return { kind: "refused", code: "failed", detail: "", changed };
}

/** What the end of a job about DNS means for the step that led to it. */
export function afterDnsJob(job: DnsJob, end: NonNullable<DnsJob["end"]>): Partial<StepRecord> {
  const comparison = job.comparison;
  const kept: ActionEnd = { kind: "done", undoId: null, facts: [] };
  const judged = { phase: "judged", comparison } as const;
  switch (end.kind) {
    case "kept":
      return { ...judged, end: kept, decision: "kept" };
    case "put-back":
      return { ...judged, end: kept, decision: end.restored === "not-restored" ? null : "undone" };
    // Nothing was done: the step is open as before.
    case "held-back":
    case "changed-since":
    case "cancelled":
      return { phase: "offered" };
    case "refused":
      return { phase: "judged", comparison: null, end: refused(end.changed) };
    case "fix-ended":
      return afterFix(end.result, comparison);
  }
}

function afterFix(
  { end, trace }: Extract<NonNullable<DnsJob["end"]>, { kind: "fix-ended" }>["result"],
  shown: Comparison | null,
): Partial<StepRecord> {
  const comparison = trace.comparison ?? shown;
  switch (end.kind) {
    case "mended":
      return { phase: "judged", comparison, end: { kind: "done", undoId: null, facts: [] }, decision: "kept" };
    case "rolled-back":
      return { phase: "judged", comparison, end: { kind: "done", undoId: null, facts: [] }, decision: "undone" };
    case "recovered":
    case "would-not-help":
    case "unclear":
    case "not-needed":
    case "no-name":
      return { phase: "judged", comparison, end: { kind: "done", undoId: null, facts: [] } };
    case "held-back":
    case "declined":
      return { phase: "offered" };
    case "failed":
      return {
        phase: "judged",
        comparison: null,
        end: { kind: "refused", code: "failed", detail: end.detail, changed: "nothing" },
      };
  }
}
