import type { Verdict } from "../../../shared/model/verdict.ts";
import { saw, say } from "./evidence.ts";
import type { Signals } from "./signals/signals.ts";

/**
 * The verdict where nobody named a page and one that surely exists was tried: the question is the connection. A fault of
 * that page's site then blames nobody, since it is not the site that the person cares for.
 */
export function aboutConnection(verdict: Verdict, signals: Signals): Verdict {
  if (signals.target.anyPage !== true) return verdict;
  const values = { ...verdict.values, context: "any-page" };
  if (verdict.code === "healthy") return { ...verdict, values };
  if (!verdict.faultSide.startsWith("site-") || signals.outside.reached !== "yes") return verdict;
  return {
    ...verdict,
    code: "inconclusive",
    faultSide: "unknown",
    confidence: "low",
    evidence: [saw("references", say("others-reachable")), ...verdict.evidence],
    ruledOut: [],
    leftOpen: [],
    wouldChange: [say("would-name-page")],
    values,
  };
}
