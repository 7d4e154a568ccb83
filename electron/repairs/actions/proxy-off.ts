import type { ActionChoice, ActionOffer } from "../../../shared/model/repair-action.ts";
import type { EnvironmentLine } from "../../platform/proxy/places/environment-files.ts";
import type { ProxyKeeper, ProxyPlace } from "../../platform/proxy/places/place.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import type { ActionJournal } from "../action-journal.ts";
import { byState, environmentChoice, type JudgedChoice } from "./proxy/environment-choice.ts";
import { choiceIdOf, placesHere } from "./proxy/places-here.ts";
import { isDead, type LeadProbes, type LeadState, probeLead, worstOf } from "./proxy/probe-lead.ts";
import { switchBack, switchOff } from "./proxy/switch-place.ts";
import type { GuideDeps } from "./support/guided-action.ts";
import { refused } from "./support/refused.ts";
import { command, guidedChoice, open, words } from "./support/steps.ts";

/** What the repair works with. */
export interface ProxyOffDeps extends Pick<GuideDeps, "system"> {
  /** Where proxies can be set on this system; none where nothing can be changed. */
  readonly keepers: readonly ProxyKeeper[];
  readonly journal: ActionJournal;
  readonly probes: LeadProbes;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Lines of files that set proxy variables for a session. */
  readonly environmentLines: () => Promise<readonly EnvironmentLine[]>;
}

/**
 * Switching off a proxy that was left behind: nothing listens, the host does not answer, the configuration file cannot
 * be fetched. One that answers is only offered when a check-up laid the fault at the proxy: somebody may want it.
 */
export function proxyOffAction(deps: ProxyOffDeps): RepairAction {
  return {
    id: "proxy-off",
    offer: (context, signal) => offer(deps, context, signal),
    async apply(_context, choiceId, signal) {
      if (choiceId === "environment") return { kind: "opened" };
      if (choiceId.startsWith(LOCKED)) return { kind: "opened" };
      const found = (await placesHere(deps.keepers, signal)).find(({ place }) => choiceIdOf(place) === choiceId);
      if (signal.aborted) return refused("cancelled");
      if (found === undefined || found.place.locked) return refused("changed-since");
      return switchOff(deps, found, signal);
    },
    undo: (undoId, signal) => switchBack(deps, undoId, signal),
  };
}

const LOCKED = "locked-";

async function offer(deps: ProxyOffDeps, context: ActionContext, signal: AbortSignal): Promise<ActionOffer | null> {
  const [places, lines] = await Promise.all([placesHere(deps.keepers, signal), deps.environmentLines()]);
  const { system, environment, probes } = deps;
  const on = places.filter(({ place }) => place.leads.length > 0);
  const [judged, session] = await Promise.all([
    Promise.all(on.map(({ place }) => judge(deps, place, signal))),
    // On Windows the variables of this process are those of the registry, which is a place of its own.
    system === "windows-11" || system === "windows-10"
      ? null
      : environmentChoice(probes, { system, environment, lines }, signal),
  ]);
  const all = [...judged, ...(session === null ? [] : [session])].toSorted(byState);
  const shown = all.filter(({ state }) => isDead(state) || context.checkup?.judgement.verdict.faultSide === "proxy");
  return shown.length === 0 ? null : { repair: "proxy-off", choices: shown.map(({ choice }) => choice) };
}

async function judge(deps: ProxyOffDeps, place: ProxyPlace, signal: AbortSignal): Promise<JudgedChoice> {
  const state = worstOf(await Promise.all(place.leads.map((lead) => probeLead(deps.probes, lead, signal))));
  return { state, choice: choiceFor(deps, place, state) };
}

function choiceFor({ system }: ProxyOffDeps, place: ProxyPlace, state: LeadState): ActionChoice {
  const { label, needsAdmin, locked, commands, leads } = place;
  const id = choiceIdOf(place);
  const leadsTo = leads.map((lead) =>
    lead.kind === "pac" ? lead.url : `${lead.host.includes(":") ? `[${lead.host}]` : lead.host}:${lead.port}`,
  );
  const facts = [
    words("proxy-off.leads-to", { address: [...new Set(leadsTo)].join(", ") }),
    words(`proxy-off.${state}`),
  ];
  if (locked) {
    const held = [...facts, words("proxy-off.locked")];
    return guidedChoice(LOCKED + id, [open("proxy", system)], { label, facts: held, seconds: 60 });
  }
  return {
    id,
    label,
    facts,
    steps: commands.map(command),
    mode: "auto",
    needsAdmin,
    undoable: true,
    seconds: needsAdmin ? 20 : 5,
    blockedBy: null,
  };
}
