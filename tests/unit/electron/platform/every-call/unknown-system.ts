import type { BrowserDeps } from "../../../../../electron/browsers/browser-deps.ts";
import type { Machine } from "../../../../../electron/platform/machine.ts";
import type { MachineDeps } from "../../../../../electron/platform/machine-deps.ts";
import { fail, ok } from "../../../../../shared/lib/result.ts";
import { fakeMachine } from "../../checks/fakes.ts";

/** A system with no files and no answers: only what a case says is there. */
export const unknownSystem: Omit<MachineDeps, "run"> & {
  readonly machine: Machine;
  readonly browsers: Omit<BrowserDeps, "run" | "launch">;
} = {
  files: {
    readText: async () => ok(null),
    exists: async () => false,
    list: async () => [],
  },
  environment: { XDG_RUNTIME_DIR: "/run/user/501", DBUS_SESSION_BUS_ADDRESS: "unix:path=/run/user/501/bus" },
  homeFolder: "/home/person",
  nodeInterfaces: () => ({}),
  nodeServers: () => [],
  machine: fakeMachine({ interfaces: async () => fail({ code: "not-supported", detail: "" }) }),
  browsers: {
    os: "linux",
    files: {
      kind: async () => "absent",
      readText: async () => null,
      list: async () => [],
      linkTarget: async () => null,
      realPath: async () => null,
    },
    environment: {},
    home: "/home/person",
    hostName: "computer",
  } as unknown as BrowserDeps,
};
