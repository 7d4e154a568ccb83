import type { ActionStep } from "../../../shared/model/repair-action.ts";
import { powershellText } from "../../platform/windows/powershell-text.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import { type GuideDeps, guidedAction } from "./support/guided-action.ts";
import { interfaceInUse, routerInUse } from "./support/interfaces.ts";
import { isShowable, shellWord } from "./support/shell-words.ts";
import { click, command, guidedChoice, isMac, isWindows, openTerminal, words } from "./support/steps.ts";

/** Every IPv6 link carries this much (RFC 8200, 5), and nearly every tunnel. */
const SAFE_MTU = 1_280;
const USUAL_MTU = 1_500;

/**
 * A smaller packet size: first on this computer, in the way that a restart takes back by itself, to see whether that is
 * it; then for good on the router, where it belongs.
 */
export function mtuHintAction(deps: GuideDeps): RepairAction {
  return guidedAction("mtu-hint", async (context, signal) => {
    const size = sizeFor(context);
    const [link, router] = await Promise.all([interfaceInUse(deps.machine, signal), routerInUse(deps.machine, signal)]);
    const page =
      router?.gateway?.includes(":") === false ? [click("router-dns.page", { address: router.gateway })] : [];
    const onRouter = guidedChoice("router", [...page, click("mtu-hint.at-router", { size })], { seconds: 300 });
    const name = link?.name ?? "";
    if (name === "" || !isShowable(name)) return [onRouter];
    const steps: readonly ActionStep[] = [
      openTerminal(deps.system),
      command(commandFor(deps, name, size)),
      click("mtu-hint.bring-back"),
      command(commandFor(deps, name, USUAL_MTU)),
    ];
    const facts = [words("mtu-hint.until-restart")];
    return [guidedChoice("here", steps, { label: name, facts, needsAdmin: true, seconds: 60 }), onRouter];
  });
}

/** The largest size that came through, when it was measured; else one that passes nearly everywhere. */
function sizeFor({ checkup }: ActionContext): number {
  const largest = checkup?.observations.checks["path-mtu"]?.facts?.largestPassing ?? null;
  return largest !== null && largest >= SAFE_MTU && largest < USUAL_MTU ? largest : SAFE_MTU;
}

function commandFor({ system }: GuideDeps, name: string, size: number): string {
  if (isWindows(system)) {
    return `Set-NetIPInterface -InterfaceAlias ${powershellText(name)} -NlMtuBytes ${size} -PolicyStore ActiveStore`;
  }
  return isMac(system)
    ? `sudo ifconfig ${shellWord(name)} mtu ${size}`
    : `sudo ip link set dev ${shellWord(name)} mtu ${size}`;
}
