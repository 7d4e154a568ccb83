import type { Session } from "electron";
import type { HostCache } from "../repairs/clear-host-cache.ts";

/** Our own Chromium's memory of names, with the connections that still use an old address. */
export function hostCacheOf(sessions: () => readonly Session[], report: (error: unknown) => void): HostCache {
  return {
    clear: async () => {
      try {
        await Promise.all(
          sessions().map(async (one) => {
            await one.clearHostResolverCache();
            await one.closeAllConnections();
          }),
        );
        return true;
      } catch (error) {
        report(error);
        return false;
      }
    },
  };
}
