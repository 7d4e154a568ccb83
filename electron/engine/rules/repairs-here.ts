import { SITE_SIDES } from "../../../shared/model/fault-side.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { Verdict } from "../../../shared/model/verdict.ts";
import type { Likely } from "./repairs-for.ts";

/** What only makes sense for a place elsewhere: others to write to or to compare with, and waiting for them. */
const OF_ELSEWHERE: readonly RepairId[] = ["watch", "contact-site", "contact-provider", "other-device", "vpn-toggle"];

const REFUSED: readonly Likely[] = [
  ["start-program", "likely"],
  ["check-port", "likely"],
];

/** Neither taken nor refused: a firewall of this computer is the usual reason. */
const SILENT: readonly Likely[] = [
  ["security-software", "likely"],
  ["start-program", "possible"],
  ["check-port", "possible"],
];

const ANSWERS_BADLY: readonly Likely[] = [
  ["own-program", "likely"],
  ["owner", "possible"],
];

/** Repairs that stand in no row of their own verdict, only where the "site" is a program of this computer. */
export const REPAIRS_HERE: readonly Likely[] = [...REFUSED, ...SILENT, ...ANSWERS_BADLY];

/** The address leads to this very computer, whatever name it was given by. */
export function isOwnComputer({ kind }: Pick<Target, "kind">, verdict: Pick<Verdict, "faultSide" | "values">): boolean {
  return kind === "loopback" || (verdict.values["context"] === "here" && SITE_SIDES.includes(verdict.faultSide));
}

/** The same verdict's repairs where the "site" is this computer: nobody else mends it, so waiting and writing go. */
export function repairsHere(
  { code, faultSide, values }: Pick<Verdict, "code" | "faultSide" | "values">,
  usual: readonly Likely[],
): readonly Likely[] {
  const rest = usual.filter(([id]) => !OF_ELSEWHERE.includes(id));
  if (!SITE_SIDES.includes(faultSide)) return rest;
  const own = code === "not-found" ? LOST_PAGE : ofSite(code, values["context"]);
  const named = new Set<RepairId>(["retry-politely", ...own.map(([id]) => id)]);
  return [...own, ...rest.filter(([id]) => !named.has(id))];
}

/** A page that is not there is more often a wrong path than a broken program. */
const LOST_PAGE: readonly Likely[] = [
  ["own-program", "possible"],
  ["owner", "unlikely"],
];

function ofSite(code: Verdict["code"], context: unknown): readonly Likely[] {
  if (context === "here" && code === "site-refused") return REFUSED;
  return context === "here" && code === "site-unreachable" ? SILENT : ANSWERS_BADLY;
}
