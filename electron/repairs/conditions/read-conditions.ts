import { setMaxListeners } from "node:events";
import type { DnsCondition, DnsConditionCode, DnsConditions } from "../../../shared/model/dns-condition.ts";
import type { ConditionContext, ConditionLook } from "./condition.ts";
import { filterLook } from "./filter.ts";
import { canaryLook, portalLook, proxyOnlyLook } from "./network.ts";
import { overridesLook, vpnLook } from "./overrides.ts";
import { splitDnsLook } from "./split-dns.ts";

/** A dead resolver must not hold the looks up; what is not known by then is told as not checked (ms). */
const LIMIT_MS = 5_000;

const LOOKS: readonly ConditionLook[] = [
  vpnLook,
  overridesLook,
  splitDnsLook,
  filterLook,
  canaryLook,
  portalLook,
  proxyOnlyLook,
];

/**
 * Everything that speaks against switching DNS here and now. All looks run at the same time; one that breaks counts as
 * not checked. A cancel ends it with what was seen so far.
 */
export async function readConditions(context: ConditionContext): Promise<DnsConditions> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(LIMIT_MS)]);
  // Every probe that is under way listens to it.
  setMaxListeners(0, signal);
  const seen = await Promise.all(LOOKS.map((one) => tryLook(one, { ...context, signal })));
  const conditions = seen.flatMap(({ look }) => (look === "not-checked" ? [] : look));
  const notChecked = seen.flatMap(({ codes, look }): readonly DnsConditionCode[] =>
    look === "not-checked" ? codes : [],
  );
  return { conditions, notChecked };
}

/** The conditions that forbid a switch unless the person insists. */
export function blocking({ conditions }: DnsConditions): readonly DnsCondition[] {
  return conditions.filter(({ blocks }) => blocks);
}

async function tryLook(one: ConditionLook, context: ConditionContext) {
  try {
    return { codes: one.codes, look: await one.look(context) };
  } catch {
    // A crash of a look must not let a switch through as "nothing found": it is told as not checked.
    return { codes: one.codes, look: "not-checked" as const };
  }
}
