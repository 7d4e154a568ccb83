import type { CheckResults } from "../../shared/model/check.ts";
import type { CheckId } from "../../shared/model/check-id.ts";
import { isGood } from "../checks/support/site-request.ts";
import { ENGINE_LIMITS } from "./limits.ts";

/** Spaced good answers, the main one included, that make a site healthy. */
const GOOD_ANSWERS = 3;

/** With the site seen to answer well, these can only add findings beside the verdict. */
const BESIDE_HEALTHY: ReadonlySet<CheckId> = new Set([
  "path-quality",
  "dns-interception",
  "dns-made-up",
  "dns-public",
  "dns-dnssec",
  "clock",
  "router",
  "path-mtu",
]);

/** With a complete bad answer in hand, repeated, these can no longer explain it. */
const BESIDE_ANSWER: ReadonlySet<CheckId> = new Set(["path-quality", "dns-interception", "path-mtu", "clock"]);

/**
 * May the run end although checks are still open? Only when none of them could change the verdict's code, and not
 * before findings had their fair time. Everything else waits.
 */
export function isEnough(planned: readonly CheckId[], results: CheckResults, elapsedMs: number): boolean {
  if (elapsedMs < ENGINE_LIMITS.settledMs) return false;
  const chain = results.http?.facts?.chain ?? [];
  const main = chain.at(-1);
  const attempts = results.repeat?.facts?.attempts ?? null;
  if (main === undefined || attempts === null || main.outcome !== "response") return false;
  const open = planned.filter((id) => results[id] === undefined);
  const same = attempts.filter(({ varied }) => varied === "none");
  const healthy = isGood(main) && 1 + same.filter(({ exchange }) => isGood(exchange)).length >= GOOD_ANSWERS;
  const allGood = healthy && attempts.every(({ exchange }) => isGood(exchange));
  const beside = allGood ? BESIDE_HEALTHY : BESIDE_ANSWER;
  return open.every((id) => beside.has(id));
}
