import type { DefaultRoute, NetInterface } from "../../../../shared/model/facts/local-facts.ts";
import type { Machine } from "../../../platform/machine.ts";

const REAL: readonly NetInterface["kind"][] = ["ethernet", "wifi", "cellular", "other"];

/** The real (not tunnel, not virtual) interface with the way out, or else the first that is up; null when none is. */
export async function interfaceInUse(machine: Machine, signal: AbortSignal): Promise<NetInterface | null> {
  const [links, routes] = await Promise.all([machine.interfaces(signal), machine.defaultRoutes(signal)]);
  if (!links.ok) return null;
  const real = links.value.filter(({ kind }) => REAL.includes(kind));
  const out = routes.ok ? routes.value.find(({ tunnel }) => !tunnel)?.interfaceName : undefined;
  return real.find(({ name }) => name === out) ?? real.find(({ up, carrier }) => up && carrier !== false) ?? null;
}

/** The router of this network; null when there is none, or it cannot be read. */
export async function routerInUse(machine: Machine, signal: AbortSignal): Promise<DefaultRoute | null> {
  const routes = await machine.defaultRoutes(signal);
  if (!routes.ok) return null;
  const real = routes.value.filter(({ tunnel, gateway }) => !tunnel && gateway !== null);
  return real.find(({ family }) => family === "v4") ?? real[0] ?? null;
}
