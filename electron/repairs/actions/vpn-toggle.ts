import type { ActionChoice, ActionStep } from "../../../shared/model/repair-action.ts";
import type { FoundVpn } from "../../platform/vpn/read-vpns.ts";
import { powershellText } from "../../platform/windows/powershell-text.ts";
import type { RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { isShowable, shellWord } from "./support/shell-words.ts";
import { click, command, guidedChoice, isMac, isWindows, open, words } from "./support/steps.ts";

/** What the repair works with. */
export interface VpnToggleDeps extends GuideDeps {
  /** The VPNs of this computer, those that are on first. */
  readonly vpns: (signal: AbortSignal) => Promise<readonly FoundVpn[]>;
}

/** Comparing with the VPN off, or on, for each one found. Whether it helped shows in the look afterwards. */
export function vpnToggleAction(deps: VpnToggleDeps): RepairAction {
  return guidedAction("vpn-toggle", async (context, signal) => {
    const found = await deps.vpns(signal);
    // One tunnel that is on without a name of its own: the routes know it, the list of programs does not.
    const unknown = found.length === 0 && context.checkup?.judgement.verdict.code === "vpn-path";
    if (unknown) return [choiceFor(deps, { client: null, name: "", on: true, by: "unknown" }, 0)];
    return found.map((vpn, index) => choiceFor(deps, vpn, index));
  });
}

function choiceFor(deps: GuideDeps, vpn: FoundVpn, index: number): ActionChoice {
  const { client, name, on } = vpn;
  const shown = client?.name ?? name;
  const state = on === null ? [] : [words(on ? "vpn-toggle.is-on" : "vpn-toggle.is-off")];
  const company = client?.organisation === true ? [words("vpn-toggle.organisation")] : [];
  const steps = [
    ...stepsFor(deps, vpn, shown),
    click(on === false ? "vpn-toggle.compare-on" : "vpn-toggle.compare-off"),
  ];
  return guidedChoice(`vpn-${index}`, steps, { label: shown, facts: [...state, ...company], seconds: 60 });
}

function stepsFor({ system }: GuideDeps, vpn: FoundVpn, shown: string): readonly ActionStep[] {
  const { client, name, by, on } = vpn;
  const verb = on === false ? "on" : "off";
  const showable = name !== "" && isShowable(name);
  if (by === "network-manager") {
    const go = showable ? [command(`nmcli connection ${on === false ? "up" : "down"} id ${shellWord(name)}`)] : [];
    return [open("vpn", system), click(`vpn-toggle.system-${verb}`, { name: shown }), ...go];
  }
  if (by === "system") {
    const go = showable ? commandOfSystem(system, name, verb) : null;
    return [
      open("vpn", system),
      click(`vpn-toggle.system-${verb}`, { name: shown }),
      ...(go === null ? [] : [command(go)]),
    ];
  }
  if (client !== null) {
    const own = client.commands === null || isWindows(system) || isMac(system) ? [] : [command(client.commands[verb])];
    return [click(`vpn-toggle.client-${verb}`, { name: shown }), ...own];
  }
  return [click("vpn-toggle.unknown", { name: shown }), open("vpn", system)];
}

function commandOfSystem(system: GuideDeps["system"], name: string, verb: "on" | "off"): string | null {
  if (isWindows(system)) return `rasdial ${powershellText(name)}${verb === "off" ? " /disconnect" : ""}`;
  if (isMac(system)) return `scutil --nc ${verb === "off" ? "stop" : "start"} ${shellWord(name)}`;
  return null;
}
