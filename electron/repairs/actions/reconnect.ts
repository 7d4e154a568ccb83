import type { ActionChoice } from "../../../shared/model/repair-action.ts";
import type { RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { isShowable, shellWord } from "./support/shell-words.ts";
import { click, command, guidedChoice, open, openTerminal } from "./support/steps.ts";

/** Connecting again: the wireless network, or the cable. A kind that this computer does not have is left out. */
export function reconnectAction(deps: GuideDeps): RepairAction {
  return guidedAction("reconnect", async (_context, signal) => {
    const links = await deps.machine.interfaces(signal);
    const nameOf = (kind: "wifi" | "ethernet") =>
      links.ok ? links.value.find((link) => link.kind === kind)?.name : { wifi: "Wi-Fi", ethernet: "Ethernet" }[kind];
    const [wifi, cable] = [nameOf("wifi"), nameOf("ethernet")];
    // Adapters of kinds that no system names (a phone as a modem): both ways are shown.
    const neither = wifi === undefined && cable === undefined;
    return [
      ...(wifi !== undefined || neither ? [wireless(deps, wifi ?? "")] : []),
      ...(cable !== undefined || neither ? [wired(cable ?? "")] : []),
    ];
  });
}

function wireless({ system, has }: GuideDeps, name: string): ActionChoice {
  const byCommand = system === "other" && has("nmcli");
  const steps = byCommand
    ? [
        openTerminal(system),
        command("nmcli radio all on"),
        command("nmcli device wifi list"),
        isShowable(name) && name !== ""
          ? command(`nmcli device connect ${shellWord(name)}`)
          : click("reconnect.choose-network"),
      ]
    : [open("airplane", system), open("wifi", system)];
  const forget = click("reconnect.near-router");
  return guidedChoice("wifi", [...steps, forget], { label: name, seconds: 30 });
}

function wired(name: string): ActionChoice {
  return guidedChoice("cable", [click("reconnect.cable"), click("reconnect.cable-light")], {
    label: name,
    seconds: 30,
  });
}
