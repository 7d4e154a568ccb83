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
 * With the site seen to answer well, the own servers silent to direct questions and public ones answering, these wait
 * for the same silent servers (the system's own look-up for seconds longer than anybody learns something from it).
 */
const BESIDE_SILENCE: ReadonlySet<CheckId> = new Set([...BESIDE_ANSWER, "dns-system", "dns-made-up", "captive-portal"]);

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
  const healthySet = ownServersSilent(results) ? BESIDE_SILENCE : BESIDE_HEALTHY;
  const beside = allGood ? healthySet : BESIDE_ANSWER;
  return open.every((id) => beside.has(id));
}

/** Every own server was asked for the target twice and for the stable name, and said nothing; a public one answered. */
function ownServersSilent(results: CheckResults): boolean {
  const own = results["dns-configured"]?.facts?.resolvers ?? [];
  const asked = own.flatMap(({ target, control }) => (control === null ? target : [...target, control]));
  const outside = results["dns-public"]?.facts?.resolvers ?? [];
  return (
    asked.length > 0 &&
    asked.every(({ outcome }) => outcome === "timeout") &&
    outside.some(({ target }) => target.some(({ outcome }) => outcome === "answer"))
  );
}
