import { ok } from "../../../shared/lib/result.ts";
import { environmentProxies } from "../proxy/environment-proxies.ts";
import { readHostsFile } from "../readings/hosts-file.ts";
import type { Machine } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { pingWith } from "../readings/ping-observation.ts";
import { guarded } from "../readings/reading.ts";
import { gnomeProxies } from "./gnome-proxies.ts";
import { linuxInterfaces } from "./interfaces.ts";
import { kdeProxies } from "./kde-proxies.ts";
import { linuxNeighbour } from "./neighbour.ts";
import { linuxPing } from "./ping.ts";
import { linuxResolvers } from "./resolvers.ts";
import { linuxDefaultRoutes } from "./routes.ts";

/** The readings on Linux. */
export function linuxMachine(deps: MachineDeps): Machine {
  return {
    os: "linux",
    interfaces: (signal) => guarded(signal, () => linuxInterfaces(deps, signal)),
    defaultRoutes: (signal) => guarded(signal, () => linuxDefaultRoutes(deps, signal)),
    resolvers: (signal) => guarded(signal, () => linuxResolvers(deps, signal)),
    neighbour: (address, signal) => guarded(signal, () => linuxNeighbour(deps, address, signal)),
    proxies: (signal) =>
      guarded(signal, async () => {
        const [gnome, kde] = await Promise.all([gnomeProxies(deps, signal), kdeProxies(deps)]);
        const found = [...(gnome.ok ? gnome.value : []), ...(kde.ok ? kde.value : [])];
        const all = [...found, ...environmentProxies(deps.environment)];
        // A desktop that could not be asked is told only when nothing else is known: "not read" is not "none".
        if (all.length === 0 && !gnome.ok) return gnome;
        return all.length === 0 && !kde.ok ? kde : ok(all);
      }),
    hostsFile: (signal) => guarded(signal, () => readHostsFile(deps.files, "/etc/hosts", signal)),
    ping: (request, signal) => pingWith(deps.run, linuxPing, request, signal),
  };
}
