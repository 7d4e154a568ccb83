import type { RepairAction } from "../action.ts";
import { guidedAction } from "./support/guided-action.ts";
import { nearNames } from "./support/near-names.ts";
import { click, guidedChoice, words } from "./support/steps.ts";

/** What may look a name up the way programs here do. */
export interface CheckAddressDeps {
  /** Whether a name has an address; false also when that could not be found out. */
  readonly exists: (name: string, signal: AbortSignal) => Promise<boolean>;
}

/** Is the address right? Names that were perhaps meant are offered, as far as they exist; the rest is looking closely. */
export function checkAddressAction(deps: CheckAddressDeps): RepairAction {
  return guidedAction("check-address", async ({ target }, signal) => {
    const { pathname } = new URL(target.url);
    const names = target.kind === "name" ? nearNames(target.host) : [];
    const known = await Promise.all(names.map((name) => deps.exists(name, signal)));
    const near = names
      .filter((_, index) => known[index] === true)
      .map((name) =>
        guidedChoice(`near-${name}`, [click("check-address.open-near", { name, host: target.displayHost })], {
          label: name,
          facts: [words("check-address.exists")],
          seconds: 20,
        }),
      );
    const steps = [
      click("check-address.letters", { host: target.displayHost }),
      ...(pathname === "/" ? [] : [click("check-address.front-page", { host: target.displayHost })]),
      click("check-address.search"),
    ];
    return [...near, guidedChoice("look", steps, { label: near.length === 0 ? "" : target.displayHost, seconds: 20 })];
  });
}
