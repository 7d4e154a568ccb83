import { randomBytes } from "node:crypto";
import type { DnsBackend } from "../../../../electron/platform/dns/dns-backend.ts";
import type { DnsChange, DnsChangeMode } from "../../../../shared/model/dns-change.ts";
import { never } from "./fakes.ts";

/** What a test wants to be different about a change. */
export interface PlannedOptions {
  readonly linkId?: string;
  readonly mode?: DnsChangeMode;
  readonly ownerPid?: number;
}

/** A change to these servers, ready to be applied by the back end that planned it. */
export async function plannedChange(
  dns: DnsBackend,
  boot: string,
  servers: readonly string[],
  options: PlannedOptions = {},
): Promise<DnsChange> {
  const snapshot = await dns.snapshot(options.linkId ?? null, never());
  if (!snapshot.ok) throw new Error(`${snapshot.error.code} ${snapshot.error.detail}`);
  const plan = dns.plan({ snapshot: snapshot.value, servers });
  if (!plan.ok) throw new Error(plan.error.code);
  const now = new Date().toISOString();
  return {
    id: randomBytes(16).toString("hex"),
    startedAt: now,
    updatedAt: now,
    appVersion: "1.0.0",
    bootId: boot,
    owner: { pid: options.ownerPid ?? process.pid, startTime: "" },
    mode: options.mode ?? { kind: "ask", deadlineSeconds: 60 },
    token: randomBytes(32).toString("hex"),
    snapshot: snapshot.value,
    plan: plan.value,
    guard: null,
    state: "planned",
    confirmed: false,
    restoring: false,
    end: null,
  };
}
