import type { ActionStep } from "../../../shared/model/repair-action.ts";
import { powershellText } from "../../platform/windows/powershell-text.ts";
import type { RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { interfaceInUse, routerInUse } from "./support/interfaces.ts";
import { isShowable, shellWord } from "./support/shell-words.ts";
import { click, command, guidedChoice, isMac, isWindows, openTerminal, words } from "./support/steps.ts";

/**
 * Getting IPv6 mended where it is broken: at the router, by the provider. Living without it for now is the second way,
 * with the command that brings it back beside it.
 */
export function ipv6HintAction(deps: GuideDeps): RepairAction {
  return guidedAction("ipv6-hint", async (_context, signal) => {
    const [router, link] = await Promise.all([routerInUse(deps.machine, signal), interfaceInUse(deps.machine, signal)]);
    const page =
      router?.gateway?.includes(":") === false ? [click("router-dns.page", { address: router.gateway })] : [];
    const mend = guidedChoice("router", [...page, click("ipv6-hint.at-router"), click("ipv6-hint.provider")], {
      facts: [words("ipv6-hint.falls-back")],
      seconds: 300,
    });
    const name = link?.name ?? "";
    const commands = name === "" || !isShowable(name) ? null : commandsFor(deps, name);
    if (commands === null) return [mend];
    const { off, on } = commands;
    const steps: readonly ActionStep[] = [
      openTerminal(deps.system),
      command(off),
      click("ipv6-hint.bring-back"),
      command(on),
    ];
    return [mend, guidedChoice("without", steps, { label: name, needsAdmin: true, seconds: 60 })];
  });
}

interface OffAndOn {
  readonly off: string;
  readonly on: string;
}

/** Null when the name cannot stand in a command. */
function commandsFor({ system }: GuideDeps, name: string): OffAndOn | null {
  if (isWindows(system)) {
    const on = `-Name ${powershellText(name)} -ComponentID ms_tcpip6`;
    return { off: `Disable-NetAdapterBinding ${on}`, on: `Enable-NetAdapterBinding ${on}` };
  }
  if (isMac(system)) {
    if (!/^[a-z]+\d+$/u.test(name)) return null;
    // networksetup wants the service's name: it is looked up by the device in the same line.
    const service = String.raw`"$(networksetup -listnetworkserviceorder | grep -B1 ", Device: ${name})" | sed -n 's/^([0-9]*) //p' | head -1)"`;
    return { off: `sudo networksetup -setv6LinkLocal ${service}`, on: `sudo networksetup -setv6automatic ${service}` };
  }
  const key = shellWord(`net/ipv6/conf/${name}/disable_ipv6`);
  return { off: `sudo sysctl -w ${key}=1`, on: `sudo sysctl -w ${key}=0` };
}
