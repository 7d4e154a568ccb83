import type { DnsCondition, DnsConditionCode } from "../../../shared/model/dns-condition.ts";
import type { DnsStatus } from "../../../shared/model/dns-settings.ts";
import type { References } from "../../../shared/model/references.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Probes } from "../../probes/probes.ts";

/** What the conditions are read from. Nothing here changes anything. */
export interface ConditionContext {
  readonly status: DnsStatus;
  readonly machine: Machine;
  readonly probes: Probes;
  readonly references: References;
  readonly signal: AbortSignal;
}

/** What one look gave: reasons found (maybe none), or that it could not look. */
export type Look = readonly DnsCondition[] | "not-checked";

/** Looks for one kind of reason. */
export interface ConditionLook {
  readonly codes: readonly DnsConditionCode[];
  look(context: ConditionContext): Promise<Look> | Look;
}

/** A condition; its sentences stand in the catalogue under `dns.condition.CODE`. */
export function condition(
  code: DnsConditionCode,
  variant: string,
  values: Readonly<Record<string, string | number>> = {},
  blocks = true,
): DnsCondition {
  return {
    code,
    blocks,
    evidence: { key: `dns.condition.${code}.${variant}`, values },
    instead: { key: `dns.condition.${code}.instead`, values: {} },
  };
}
