import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import type { RepairAction } from "../../repairs/action.ts";
import type { FindAction } from "./real-world.ts";

/** What the actions of this computer need of the desktop program. */
export interface RealActionParts {
  readonly dataFolder: string;
  /** Opens a web page in the person's own browser; false when that did not work. */
  readonly openExternal: (url: string) => Promise<boolean>;
}

/** Finds the action of a repair on this computer; all of them are made with the first question. */
export function realActions(parts: RealActionParts): FindAction {
  let made: Promise<ReadonlyMap<string, RepairAction>> | null = null;
  return async (id) => (await (made ??= makeActions(parts))).get(id) ?? null;
}

async function makeActions({ dataFolder, openExternal }: RealActionParts): Promise<ReadonlyMap<string, RepairAction>> {
  const [{ createMachineActions }, { flushDnsAction }, { createDnsBackend }, { knownOs }, { realDeps }] =
    await Promise.all([
      import("../../repairs/create-machine-actions.ts"),
      import("../../repairs/actions/flush-dns.ts"),
      import("../../platform/create-dns-backend.ts"),
      import("../../platform/programs.ts"),
      import("../../platform/machine-deps.ts"),
    ]);
  const machine = await createMachineActions({ dataFolder, appVersion: APP_VERSION, openExternal });
  const backend = createDnsBackend(knownOs(process.platform), realDeps());
  const all = [...machine, ...(backend === null ? [] : [flushDnsAction(backend)])];
  return new Map(all.map((action) => [action.id, action]));
}
