import { addressScope } from "../../../shared/lib/ip.ts";
import type { ActionChoice, ActionEnd } from "../../../shared/model/repair-action.ts";
import type { ElevationDeps } from "../../platform/elevated/run-elevated.ts";
import { type InstalledService, nameServices, restartNameService } from "../../platform/dns/name-services.ts";
import type { RepairAction } from "../action.ts";
import type { GuideDeps } from "./support/guided-action.ts";
import { refusalOf, refused } from "./support/refused.ts";
import { click, command, guidedChoice, isWindows, words } from "./support/steps.ts";

/** What the repair works with. */
export interface RestartServiceDeps extends GuideDeps {
  /** Null on a system that we cannot do it on. */
  readonly elevation: ElevationDeps | null;
}

/** Those that do not run first: they should. */
const ORDER: readonly InstalledService["state"][] = ["failed", "stopped", "running"];

/** Restarting the program of this computer that answers for names; where it cannot be named, how to find it. */
export function restartServiceAction(deps: RestartServiceDeps): RepairAction {
  return {
    id: "restart-service",
    async offer(_context, signal) {
      const found = await servicesInQuestion(deps, signal);
      if (found.length > 0) return { repair: "restart-service", choices: found.map(choiceOf) };
      return { repair: "restart-service", choices: [byHand(deps)] };
    },
    async apply(_context, choiceId, signal): Promise<ActionEnd> {
      if (choiceId === "by-hand") return { kind: "opened" };
      const { elevation } = deps;
      const service = (await servicesInQuestion(deps, signal)).find(({ name }) => name === choiceId);
      if (service === undefined || elevation === null) return refused("no-longer-there");
      const done = await restartNameService(elevation, service.name, signal);
      if (!done.ok) {
        const asked = ["timed-out", "not-effective", "failed"].includes(done.error.code);
        return refusalOf(done.error, asked ? "maybe" : "nothing");
      }
      const after = await nameServices(elevation, signal);
      const runs = after.find(({ name }) => name === service.name)?.state === "running";
      if (!runs) return refused("not-effective", "maybe", service.name);
      return { kind: "done", undoId: null, facts: [words("restart-service.runs", { name: service.name })] };
    },
  };
}

/** systemd-resolved answers at an address of its own; at others, it may be any that is installed. */
async function servicesInQuestion(
  { machine, elevation }: RestartServiceDeps,
  signal: AbortSignal,
): Promise<readonly InstalledService[]> {
  if (elevation === null) return [];
  const [installed, reading] = await Promise.all([nameServices(elevation, signal), machine.resolvers(signal)]);
  const own = (reading.ok ? reading.value : [])
    .filter(({ upstream, address }) => !upstream && addressScope(address) === "loopback")
    .map(({ address }) => address);
  const byResolved = own.some((address) => address === "127.0.0.53" || address === "127.0.0.54");
  return installed
    .filter(({ name }) => (name === "systemd-resolved") === byResolved || own.length === 0)
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

function choiceOf({ name, state }: InstalledService): ActionChoice {
  return {
    id: name,
    label: name,
    facts: [words(`restart-service.${state}`)],
    steps: [command(`sudo systemctl restart ${name}`)],
    mode: "auto",
    needsAdmin: true,
    undoable: false,
    seconds: 15,
    blockedBy: null,
  };
}

function byHand({ system }: GuideDeps): ActionChoice {
  const steps = isWindows(system)
    ? [click("restart-service.services-window"), click("restart-service.find")]
    : [click("restart-service.find"), click("restart-service.quit-and-start")];
  return guidedChoice("by-hand", steps, { needsAdmin: true, seconds: 120 });
}
