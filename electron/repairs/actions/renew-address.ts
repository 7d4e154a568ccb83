import type { ActionEnd } from "../../../shared/model/repair-action.ts";
import type { RepairAction } from "../action.ts";
import { renewAddress, type RenewDeps, type RenewResult } from "../renew-address.ts";
import { interfaceInUse } from "./support/interfaces.ts";
import { refusalOf, refused } from "./support/refused.ts";
import { click, words } from "./support/steps.ts";

/** Asks the network for an address again; the one in use is never given back first. */
export function renewAddressAction(deps: RenewDeps): RepairAction {
  return {
    id: "renew-address",
    async offer(_context, signal) {
      const link = await interfaceInUse(deps.machine, signal);
      if (link === null) return null;
      return {
        repair: "renew-address",
        choices: [
          {
            id: link.name,
            label: link.name,
            facts: [words("renew-address.keeps")],
            steps: [click("renew-address.asks", { name: link.name })],
            mode: "auto",
            needsAdmin: true,
            undoable: false,
            seconds: 15,
            blockedBy: null,
          },
        ],
      };
    },
    async apply(_context, choiceId, signal): Promise<ActionEnd> {
      const link = await interfaceInUse(deps.machine, signal);
      if (link === null) return refused("no-longer-there");
      if (link.name !== choiceId) return refused("changed-since");
      const renewed = await renewAddress(deps, signal);
      if (renewed.ok) return endOf(renewed.value);
      return refusalOf(renewed.error, renewed.error.code === "timed-out" ? "maybe" : "nothing");
    },
  };
}

function endOf({ outcome, before, after }: RenewResult): ActionEnd {
  if (outcome === "not-automatic" || outcome === "no-tool") return refused("not-supported", "nothing", outcome);
  if (outcome === "no-address") return refused("not-effective", "maybe", outcome);
  const values = { before: before.join(", "), after: after.join(", ") };
  return { kind: "done", undoId: null, facts: [words(`renew-address.${outcome}`, values)] };
}
