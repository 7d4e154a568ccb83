import type { DnsJob, DnsShownPlan } from "../../../shared/model/dns-job.ts";
import type { OneClickEnd } from "../../../shared/model/dns-repair.ts";
import type { Target } from "../../../shared/model/target.ts";
import { oneClickDns, type OneClickDeps } from "../../repairs/dns/one-click-dns.ts";
import { KEEP_SECONDS, type JobHandle } from "./job-desk.ts";
import { shownPlan } from "./shown-plan.ts";

/** Runs the one-click fix with the window as its face: one question before a switch, and one after. */
export async function runFix(
  deps: OneClickDeps,
  request: { readonly target: Target; readonly anyway: boolean },
  job: JobHandle,
): Promise<DnsJob["end"]> {
  let shown: DnsShownPlan | null = null;
  let noAnswer = false;
  const result = await oneClickDns(
    deps,
    { ...request, deadlineSeconds: KEEP_SECONDS },
    {
      onStep: (step) => job.step(step),
      onConditions: (conditions) => job.show({ conditions }),
      agree: async (plan, snapshot) => {
        shown = shownPlan(plan, snapshot);
        const answered = await job.agree(shown);
        noAnswer = answered === "no-answer";
        return answered === "yes";
      },
      keep: async (change, comparison) => {
        job.show({ comparison });
        const answered = await job.keep(deps.desk, change, shown ?? shownPlan(change.plan, change.snapshot));
        noAnswer = answered === "no-answer";
        return answered === "yes";
      },
    },
    job.signal,
  );
  job.show({ comparison: result.trace.comparison });
  return job.signal.aborted && isStopped(result.end) ? { kind: "cancelled" } : { kind: "fix-ended", result, noAnswer };
}

/** Ends that, after a stop, only mean that it was stopped. */
function isStopped(end: OneClickEnd): boolean {
  return end.kind === "unclear" || end.kind === "declined" || (end.kind === "failed" && end.code === "cancelled");
}
