import type { SavedReport } from "../../shared/contract/report/report.ts";
import { CHECK_IDS, type CheckId } from "../../shared/model/check-id.ts";
import { changesBetween, type VerdictChange } from "./rejudge.ts";

/** One observation that is different. `null`: not there. */
export interface FactChange {
  readonly checkId: CheckId;
  /** Where in the check: `status`, or the way to the fact (`resolvers.0.server`). */
  readonly path: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** What differs between two check-ups: yesterday and now, or two networks. */
export interface ReportComparison {
  /** Another address was checked, so most differences mean little. */
  readonly sameTarget: boolean;
  readonly verdict: readonly VerdictChange[];
  /** Checks whose result is different, in the order of the check-up. */
  readonly statuses: readonly FactChange[];
  readonly facts: readonly FactChange[];
}

/** Facts that differ between any two looks and mean nothing by themselves: times, ids of requests, hashes. */
const PASSING =
  /(?:^|\.)(?:ms|medianMs|spreadMs|offsetMs|medianOffsetMs|spacingMs|ttl|bodyHash|bodySample|lookup|connect|firstByte|total)$|(?:^|\.)timings\.|(?:^|\.)headers\./u;

/** Most differences that are told; more than that is another world. */
const LIMIT = 500;

/** Compares observations and verdicts. Pure; both reports should be redacted alike, or not at all. */
export function compareReports(before: SavedReport, after: SavedReport): ReportComparison {
  const statuses: FactChange[] = [];
  const facts: FactChange[] = [];
  for (const checkId of CHECK_IDS) {
    const [old, now] = [before.observations.checks[checkId], after.observations.checks[checkId]];
    if (old?.status !== now?.status)
      statuses.push({ checkId, path: "status", before: old?.status ?? null, after: now?.status ?? null });
    facts.push(...factChanges(checkId, old?.facts ?? null, now?.facts ?? null));
  }
  return {
    sameTarget: before.observations.target.url === after.observations.target.url,
    verdict: changesBetween(before.judgement, after.judgement),
    statuses,
    facts: facts.slice(0, LIMIT),
  };
}

function factChanges(checkId: CheckId, before: object | null, after: object | null): readonly FactChange[] {
  // A check that did not run on one side is told by its status; all its facts again would drown the rest.
  if (before === null || after === null) return [];
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths].flatMap((path): FactChange[] => {
    const [was, is] = [old.get(path) ?? null, now.get(path) ?? null];
    return was === is || PASSING.test(path) ? [] : [{ checkId, path, before: was, after: is }];
  });
}

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, path = "", into = new Map<string, Leaf>()): ReadonlyMap<string, Leaf> {
  if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) leavesOf(item, path === "" ? key : `${path}.${key}`, into);
  } else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) {
    into.set(path, value);
  }
  return into;
}
