import type { ActionChoice } from "../../../../shared/model/repair-action.ts";
import type { EnvironmentLine } from "../../../platform/proxy/places/environment-files.ts";
import { leadOf, PROXY_VARIABLES } from "../../../platform/proxy/places/place.ts";
import { click, command, guidedChoice, openTerminal, words } from "../support/steps.ts";
import type { MenuSystem } from "../../../platform/menu-system.ts";
import { isDead, type LeadProbes, type LeadState, probeLead, worstOf } from "./probe-lead.ts";

/** What the environment of this session holds. */
export interface SessionEnvironment {
  readonly system: MenuSystem;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Lines of files that set such variables; empty where there are no such files. */
  readonly lines: readonly EnvironmentLine[];
}

/** A choice, and how what it is about shows itself. */
export interface JudgedChoice {
  readonly state: LeadState;
  readonly choice: ActionChoice;
}

/**
 * Variables of the session: only the person can take them out, in the exact lines and files. Null when none is set
 * anywhere. A program that runs keeps what it was started with, so it ends with starting again.
 */
export async function environmentChoice(
  probes: LeadProbes,
  { system, environment, lines }: SessionEnvironment,
  signal: AbortSignal,
): Promise<JudgedChoice | null> {
  const set = PROXY_VARIABLES.filter((name) => (environment[name] ?? "") !== "");
  if (set.length === 0 && lines.length === 0) return null;
  const leads = [...set.flatMap((name) => leadOf(environment[name] ?? "")), ...lines.flatMap((line) => line.leads)];
  const different = [...new Map(leads.map((lead) => [JSON.stringify(lead), lead] as const)).values()];
  const state = worstOf(await Promise.all(different.map((lead) => probeLead(probes, lead, signal))));
  const names = [...new Set([...set, ...lines.map(({ variable }) => variable)])];
  const now = [openTerminal(system), command(`unset ${names.join(" ")}`), click("proxy-off.only-there")];
  const steps = [
    ...lines.map(({ path, line, variable }) => click("proxy-off.file-line", { path, line, name: variable })),
    ...(lines.length === 0 ? [...now, click("proxy-off.where-else")] : [click("proxy-off.sign-in-again")]),
  ];
  const choice = guidedChoice("environment", steps, {
    label: names.join(", "),
    facts: [words(`proxy-off.${state}`)],
    needsAdmin: lines.some((line) => line.needsAdmin),
    seconds: 180,
  });
  return { state, choice };
}

/** The dead first, those that answer last. */
export function byState(a: { readonly state: LeadState }, b: { readonly state: LeadState }): number {
  return rank(a.state) - rank(b.state);
}

function rank(state: LeadState): number {
  if (isDead(state)) return 0;
  return state === "unknown" ? 1 : 2;
}
