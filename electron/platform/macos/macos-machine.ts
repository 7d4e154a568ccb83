import { environmentProxies } from "../proxy/environment-proxies.ts";
import { readHostsFile } from "../readings/hosts-file.ts";
import type { Machine } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { pingWith } from "../readings/ping-observation.ts";
import { guarded, parsed } from "../readings/reading.ts";
import { macosInterfaces } from "./interfaces.ts";
import { macosNeighbour } from "./neighbour.ts";
import { macosPing } from "./ping.ts";
import { macosProxies } from "./proxies.ts";
import { macosResolvers } from "./resolvers.ts";
import { macosDefaultRoutes } from "./routes.ts";

/** The readings on macOS. */
export function macosMachine(deps: MachineDeps): Machine {
  return {
    os: "macos",
    interfaces: (signal) => guarded(signal, () => macosInterfaces(deps, signal)),
    defaultRoutes: (signal) => guarded(signal, () => macosDefaultRoutes(deps, signal)),
    resolvers: (signal) => guarded(signal, () => macosResolvers(deps, signal)),
    neighbour: (address, signal) => guarded(signal, () => macosNeighbour(deps, address, signal)),
    proxies: (signal) =>
      guarded(signal, async () =>
        parsed(await macosProxies(deps.run, signal), (found) => [...found, ...environmentProxies(deps.environment)]),
      ),
    hostsFile: (signal) => guarded(signal, () => readHostsFile(deps.files, "/etc/hosts", signal)),
    ping: (request, signal) => pingWith(deps.run, macosPing, request, signal),
  };
}
