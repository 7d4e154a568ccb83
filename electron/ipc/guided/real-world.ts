import type { GuidedSource } from "../../../shared/model/guided.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { startLiveCheckup } from "../../engine/live-checkup.ts";
import { systemServersOf } from "../../engine/references.ts";
import { thisMachine } from "../../platform/this-machine.ts";
import { createProbes } from "../../probes/create-probes.ts";
import type { RepairAction } from "../../repairs/action.ts";
import { referencesFrom } from "../handlers/references.ts";
import { untilDone, type World } from "./world.ts";

/** Finds the action of a repair on this computer; null when the person is only told how. */
export type FindAction = (id: RepairId) => Promise<RepairAction | null>;

/** This computer, with the real probes. */
export function realWorld(order: {
  readonly source: Extract<GuidedSource, { kind: "address" }>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly findAction: FindAction;
}): World {
  return {
    action: order.findAction,
    ground: async ({ target, answers }) => {
      const [references, machine] = await Promise.all([referencesFrom(order.env), thisMachine()]);
      return {
        machine,
        probes: createProbes({ systemServers: systemServersOf(references) }),
        recheck: (signal) => {
          const { privateMode } = order.source;
          // Others are asked only when the person asks for that.
          const request = { target, references, answers, privateMode, askVantage: false, timeoutMs: null };
          return untilDone(startLiveCheckup({ ...request, onEvent: () => undefined }), signal);
        },
        close: async () => undefined,
      };
    },
    watchRestart: async (target, who, signal) => {
      const [{ observeRestart }, references, machine] = await Promise.all([
        import("../../repairs/restart-network/observe.ts"),
        referencesFrom(order.env),
        thisMachine(),
      ]);
      const probes = createProbes({ systemServers: systemServersOf(references) });
      // In private mode nobody outside is asked: the router and the names have to do.
      const asked = order.source.privateMode ? { ...references, egress: [], stableName: null } : references;
      return observeRestart({ machine, probes, references: asked, target }, who, signal);
    },
  };
}
