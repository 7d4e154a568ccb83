import { randomBytes } from "node:crypto";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsChoice, DnsPlanned, DnsShownPlan } from "../../../shared/model/dns-job.ts";
import type { DnsPlan, DnsSnapshot } from "../../../shared/model/dns-settings.ts";
import { chosenServers, type ChosenServersFault } from "../../repairs/dns/chosen-servers.ts";
import { readConditions } from "../../repairs/conditions/read-conditions.ts";
import { planChange } from "../../repairs/dns/switch.ts";
import type { DnsRepairDeps } from "../../repairs/dns/switch-dns.ts";
import { KEEP_SECONDS } from "./job-desk.ts";
import { refusal, unread } from "./dns-parts.ts";

/** A plan that was shown, with what it was made from. */
export interface KnownPlan {
  readonly shown: DnsShownPlan;
  readonly servers: readonly string[];
  readonly linkId: string | null;
  /** Everything that must still be the same when the person agrees. */
  readonly fingerprint: string;
}

/** Reads, plans and looks for reasons against it; touches nothing. */
export async function makePlan(
  deps: DnsRepairDeps,
  choice: DnsChoice,
  linkId: string | null,
): Promise<{ readonly answer: DnsPlanned; readonly known: KnownPlan | null }> {
  const { signal } = new AbortController();
  const chosen = serversOf(choice);
  if (!chosen.ok) return { answer: { kind: "bad-servers", ...chosen.error }, known: null };
  const servers = chosen.value;
  const mode = { kind: "ask", deadlineSeconds: KEEP_SECONDS } as const;
  const [status, planned] = await Promise.all([
    deps.desk.backend.read(signal),
    planChange(deps.desk, { servers, linkId, mode }, signal),
  ]);
  if (!status.ok) return { answer: unread(status.error), known: null };
  if (!planned.ok) return { answer: refusal(planned.error), known: null };
  const { plan, snapshot } = planned.value;
  const { machine, probes, references } = deps;
  const conditions = await readConditions({ status: status.value, machine, probes, references, signal });
  const shown = shownPlan(plan, snapshot);
  return {
    answer: { kind: "planned", plan: shown, conditions },
    known: { shown, servers, linkId, fingerprint: fingerprint(plan, snapshot) },
  };
}

function serversOf({ id, text }: DnsChoice): Result<readonly string[], ChosenServersFault> {
  const chosen = chosenServers([id === "own" ? text : id]);
  return chosen.ok ? ok(chosen.value.servers) : fail(chosen.error);
}

/** A plan as the person sees it: never what only the back end understands. */
export function shownPlan(plan: DnsPlan, snapshot: DnsSnapshot): DnsShownPlan {
  const { servers, commands, needsAdmin, lasts, afterPowerCut } = plan;
  return {
    planId: randomBytes(16).toString("hex"),
    linkName: snapshot.linkName,
    before: { v4: snapshot.v4, v6: snapshot.v6 },
    servers,
    commands,
    needsAdmin,
    lasts,
    afterPowerCut,
  };
}

/** The same for two plans only when they do the same to the same settings. */
export function fingerprint(plan: DnsPlan, snapshot: DnsSnapshot): string {
  return JSON.stringify([plan, snapshot.linkId, snapshot.networkKey, snapshot.settings]);
}
