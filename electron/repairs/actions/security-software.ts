import type { ActionStep } from "../../../shared/model/repair-action.ts";
import type { RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { click, command, guidedChoice, isMac, isWindows, open, openTerminal, words } from "./support/steps.ts";

/**
 * Finding the rule that refused the connection: first the system's own firewall, then what somebody installed beside
 * it. Nothing is left off: every way ends with switching it on again.
 */
export function securitySoftwareAction(deps: GuideDeps): RepairAction {
  return guidedAction("security-software", async ({ target }) => {
    const values = { host: target.displayHost, port: target.port };
    const firewall = guidedChoice("firewall", [...own(deps), click("security-software.rule", values)], {
      label: isWindows(deps.system) ? "Windows" : isMac(deps.system) ? "macOS" : "Linux",
      needsAdmin: true,
      seconds: 300,
    });
    const others = [
      click("security-software.find-others"),
      click("security-software.log", values),
      click("security-software.pause"),
      click("security-software.on-again"),
    ];
    const facts = [words("security-software.company")];
    const label = isMac(deps.system)
      ? "Little Snitch, LuLu, Norton, Bitdefender…"
      : "Norton, Bitdefender, Avast, ESET…";
    return [firewall, guidedChoice("others", others, { label, facts, seconds: 300 })];
  });
}

function own({ system }: GuideDeps): readonly ActionStep[] {
  if (isWindows(system) || isMac(system)) return [open("firewall", system)];
  return [
    openTerminal(system),
    command("sudo nft list ruleset"),
    command("sudo ufw status verbose"),
    command("sudo firewall-cmd --list-all"),
    click("security-software.not-there"),
  ];
}
