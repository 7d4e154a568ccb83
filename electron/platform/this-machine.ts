import { fail } from "../../shared/lib/result.ts";
import type { Machine, Reading } from "./machine.ts";
import { realDeps, type MachineDeps } from "./machine-deps.ts";
import { knownOs, type KnownOs } from "./programs.ts";

/** The readings of one system; its adapter is loaded only when it is asked for. */
export async function createMachine(os: KnownOs | null, deps: MachineDeps): Promise<Machine> {
  switch (os) {
    case "linux":
      return (await import("./linux/linux-machine.ts")).linuxMachine(deps);
    case "macos":
      return (await import("./macos/macos-machine.ts")).macosMachine(deps);
    case "windows":
      return (await import("./windows/windows-machine.ts")).windowsMachine(deps);
    case null:
      return unknownMachine();
  }
}

/** The machine we run on. */
export function thisMachine(): Promise<Machine> {
  return createMachine(knownOs(process.platform), realDeps());
}

function unsupported<Value>(): Reading<Value> {
  return Promise.resolve(fail({ code: "not-supported", detail: process.platform }));
}

/** A system without an adapter: every reading says so, none says "nothing there". */
function unknownMachine(): Machine {
  return {
    os: "other",
    interfaces: unsupported,
    defaultRoutes: unsupported,
    resolvers: unsupported,
    neighbour: unsupported,
    proxies: unsupported,
    hostsFile: unsupported,
    ping: ({ address }) => Promise.resolve({ address, sent: 0, received: 0, medianMs: null, failure: "no-tool" }),
  };
}
