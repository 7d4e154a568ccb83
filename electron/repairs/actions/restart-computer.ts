import type { RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { click, command, guidedChoice, open, openTerminal } from "./support/steps.ts";

/** Restarting the computer, really: on Windows "Shut down" keeps what got stuck. The flow carries on afterwards. */
export function restartComputerAction({ system, has }: GuideDeps): RepairAction {
  return guidedAction("restart-computer", async () => {
    const restart =
      system === "other" && has("systemctl")
        ? [openTerminal(system), command("systemctl reboot")]
        : [open("restart", system)];
    const steps = [click("restart-computer.save"), ...restart, click("restart-computer.carry-on")];
    return [guidedChoice("restart", steps, { seconds: 240 })];
  });
}
