import type { ActionContext, RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { routerInUse } from "./support/interfaces.ts";
import { click, guidedChoice, words } from "./support/steps.ts";

/** Modem, then router, then the rest. What is back is watched by {@link observeRestart} meanwhile. */
export function restartNetworkAction(deps: GuideDeps): RepairAction {
  return guidedAction("restart-network", async (context, signal) => {
    const router = await routerInUse(deps.machine, signal);
    const facts = [
      words("restart-network.calls"),
      ...(router?.gateway === null || router === null
        ? []
        : [words("restart-network.router-is", { address: router.gateway })]),
      ...(isElsewhere(context) ? [words("restart-network.not-yours")] : []),
    ];
    const two = [
      click("restart-network.unplug-both"),
      click("restart-network.wait"),
      click("restart-network.modem-first"),
      click("restart-network.modem-lights"),
      click("restart-network.router-next"),
      click("restart-network.rest"),
    ];
    const one = [
      click("restart-network.unplug-one"),
      click("restart-network.wait"),
      click("restart-network.plug-one"),
      click("restart-network.rest"),
    ];
    return [
      guidedChoice("one-box", one, { facts: [words("restart-network.one-box"), ...facts], seconds: 240 }),
      guidedChoice("two-boxes", two, { facts: [words("restart-network.two-boxes"), ...facts], seconds: 360 }),
    ];
  });
}

/** In a network with a sign-in page the box belongs to somebody else. */
function isElsewhere({ checkup }: ActionContext): boolean {
  return checkup?.judgement.verdict.code === "captive-portal";
}
