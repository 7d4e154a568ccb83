import { environmentProxies } from "../proxy/environment-proxies.ts";
import { readHostsFile } from "../readings/hosts-file.ts";
import type { Machine } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { pingWith } from "../readings/ping-observation.ts";
import { guarded, parsed } from "../readings/reading.ts";
import { windowsHostsPath } from "./hosts-path.ts";
import { windowsInterfaces } from "./interfaces.ts";
import { windowsNeighbour } from "./neighbour.ts";
import { networkSnapshot } from "./network-snapshot.ts";
import { windowsPing } from "./ping.ts";
import { windowsProxies } from "./proxies.ts";
import { windowsResolvers } from "./resolvers.ts";
import { windowsDefaultRoutes } from "./routes.ts";

/** The readings on Windows. */
export function windowsMachine(deps: MachineDeps): Machine {
  const snapshot = networkSnapshot(deps.run);
  return {
    os: "windows",
    interfaces: (signal) => guarded(signal, () => windowsInterfaces(deps, snapshot, signal)),
    defaultRoutes: (signal) => guarded(signal, () => windowsDefaultRoutes(deps, snapshot, signal)),
    resolvers: (signal) => guarded(signal, () => windowsResolvers(deps, snapshot, signal)),
    neighbour: (address, signal) => guarded(signal, () => windowsNeighbour(deps.run, address, signal)),
    proxies: (signal) =>
      guarded(signal, async () =>
        parsed(await windowsProxies(deps.run, snapshot, signal), (found) => [
          ...found,
          ...environmentProxies(deps.environment),
        ]),
      ),
    hostsFile: (signal) =>
      guarded(signal, async () =>
        readHostsFile(deps.files, await windowsHostsPath(deps.run, deps.environment, signal), signal),
      ),
    ping: (request, signal) => pingWith(deps.run, windowsPing, request, signal),
  };
}
