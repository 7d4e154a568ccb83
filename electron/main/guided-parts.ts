import { session } from "electron";
import type { Emit } from "../ipc/events.ts";
import { rememberFinished } from "../ipc/guided/finished.ts";
import type { GuidedParts } from "../ipc/handlers/guided.ts";
import type { FindAction } from "../ipc/guided/real-world.ts";
import { hostCacheOf } from "./host-cache.ts";
import type { Log } from "./log.ts";
import { openOutside } from "./open-outside.ts";

/** What the calls of the guided flow need of the desktop program. */
export function guidedParts(folder: string, emit: Emit, log: Log): Pick<GuidedParts, "finished" | "guided"> {
  const report = (error: unknown): void => log.error("a guided repair broke", error);
  const hostCache = hostCacheOf(() => [session.defaultSession, session.fromPartition("window")], report);
  let actions: FindAction | null = null;
  return {
    finished: rememberFinished(),
    guided: {
      dataFolder: folder,
      findAction: async (id) => {
        const { realActions } = await import("../ipc/guided/real-actions.ts");
        actions ??= realActions({ dataFolder: folder, openExternal: openOutside, hostCache });
        return actions(id);
      },
      onSession: (now) => emit("guided.event", now),
      report,
      settle: async (kept) => (await import("../ipc/guided/real-actions.ts")).settleActions(folder, kept),
    },
  };
}
