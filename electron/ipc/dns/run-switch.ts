import type { Comparison } from "../../../shared/model/comparison.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { DnsSwitchEnd } from "../../../shared/model/dns-job.ts";
import type { Target } from "../../../shared/model/target.ts";
import { prove } from "../../repairs/comparison/prove.ts";
import { type BatteryPlan, requestBudget, runBattery } from "../../repairs/comparison/run-battery.ts";
import { serversInUse } from "../../repairs/conditions/servers-in-use.ts";
import type { DnsDesk } from "../../repairs/dns/desk.ts";
import { keepChange, rollBackChange } from "../../repairs/dns/switch.ts";
import { type DnsRepairDeps, switchCarefully } from "../../repairs/dns/switch-dns.ts";
import { refusal } from "./dns-parts.ts";
import { KEEP_SECONDS, type JobHandle } from "./job-desk.ts";
import { fingerprint, type KnownPlan } from "./shown-plan.ts";

/** A switch that the person has agreed to. */
export interface AgreedSwitch {
  readonly plan: KnownPlan;
  readonly anyway: boolean;
  /** Looked at before and after; null: nothing but the name that surely exists. */
  readonly target: Target | null;
}

/** Runs exactly the plan that was shown: if anything is different by now, nothing is touched. */
export async function runSwitch(deps: DnsRepairDeps, agreed: AgreedSwitch, job: JobHandle): Promise<DnsSwitchEnd> {
  const { plan, anyway, target } = agreed;
  job.show({ plan: plan.shown });
  job.step("look");
  const after = await comparisonFor(deps, target, job.signal);
  let changedSince = false;
  const mode = { kind: "ask", deadlineSeconds: KEEP_SECONDS } as const;
  const result = await switchCarefully(
    deps,
    { servers: plan.servers, linkId: plan.linkId, mode, anyway },
    {
      onConditions: (conditions) => job.show({ conditions }),
      agree: async (now, snapshot) => {
        changedSince = fingerprint(now, snapshot) !== plan.fingerprint;
        return !changedSince && !job.signal.aborted;
      },
      onStep: (step) => job.step(step),
    },
    job.signal,
  );
  switch (result.kind) {
    case "obstacles":
      return { kind: "held-back" };
    case "declined":
      return changedSince ? { kind: "changed-since" } : { kind: "cancelled" };
    case "failed":
      return job.signal.aborted && result.failure.changed === "nothing"
        ? { kind: "cancelled" }
        : refusal(result.failure);
    case "rolled-back":
      return { kind: "put-back", because: result.because, restored: result.restored };
    case "open":
      job.show({ comparison: await after() });
      return keepOrNot(deps.desk, result.change, plan, job);
  }
}

/** Looks at the target now; gives what looks again and compares. */
async function comparisonFor(
  deps: DnsRepairDeps,
  target: Target | null,
  signal: AbortSignal,
): Promise<() => Promise<Comparison | null>> {
  if (target === null || target.kind !== "name") return async () => null;
  const status = await deps.desk.backend.read(signal);
  if (!status.ok) return async () => null;
  const plan: BatteryPlan = {
    target,
    probes: deps.probes,
    controlServers: serversInUse(status.value),
    budget: requestBudget(),
    signal,
  };
  const before = await runBattery(plan, "always");
  return () => prove(plan, before);
}

async function keepOrNot(desk: DnsDesk, change: DnsChange, plan: KnownPlan, job: JobHandle): Promise<DnsSwitchEnd> {
  const answered = await job.keep(desk, change, plan.shown);
  // Not the job's signal: whatever the person does now, this must come to its end.
  const { signal } = new AbortController();
  if (answered !== "yes") {
    job.step("roll-back");
    const back = await rollBackChange(desk, change, signal);
    const because = answered === "no" ? "declined" : "no-answer";
    return { kind: "put-back", because, restored: back.ok ? back.value : "not-restored" };
  }
  const kept = await keepChange(desk, change, signal);
  if (kept.ok) return { kind: "kept", changeId: change.id };
  const now = desk.journal.list().changes.find(({ id }) => id === change.id);
  const restored = now?.state !== "undone" ? "not-restored" : now.end === "theirs-now" ? "theirs" : "restored";
  return { kind: "put-back", because: kept.error.code, restored };
}
