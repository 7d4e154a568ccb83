import type { RepairAction } from "../action.ts";
import { guidedAction } from "./support/guided-action.ts";
import { click, guidedChoice, words } from "./support/steps.ts";

/** A phone on mobile data: what works there and not here tells on which side the trouble is. */
export function otherDeviceAction(): RepairAction {
  return guidedAction("other-device", async ({ target }) => {
    const steps = [
      click("other-device.mobile-data"),
      click("other-device.open", { url: target.url }),
      click("other-device.back-on-wifi"),
    ];
    const facts = [
      words("other-device.works-outside"),
      words("other-device.works-inside"),
      words("other-device.fails-everywhere"),
    ];
    return [guidedChoice("phone", steps, { facts, seconds: 60 })];
  });
}
