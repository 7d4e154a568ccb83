import { session } from "electron";
import type { AppUpdater } from "electron-updater";
import type { Releases } from "../../engine/outside-endpoints.ts";
import { failureOf } from "./failure.ts";
import { mayAsk } from "./releases.ts";
import type { Updater } from "./room.ts";
import { signedProvider } from "./signed-provider.ts";

/** The updater's own session (electron-updater: NET_SESSION_NAME): in memory, without cookies of anybody. */
const SESSION = "electron-updater";
/** Where a fetched program waits for being installed, below the system's folder for caches. */
const CACHE = "goodgateway-updater";

/** The updater over electron-updater; loaded with its first use. Nothing is fetched or installed but by its methods. */
export async function realUpdater(releases: Releases, log: (error: unknown) => void): Promise<Updater> {
  session
    .fromPartition(SESSION, { cache: false })
    .webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayAsk(releases, url) }));
  const updater = await ofThisSystem();
  Object.assign(updater, {
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    allowPrerelease: false,
    disableWebInstaller: true,
    // Pieces of the old program plus what changed would be a second way to the same bytes; one is enough to trust.
    disableDifferentialDownload: true,
    // The place of the releases is built in and holds for unpacked and packaged programs alike.
    forceDevUpdateConfig: true,
    logger: null,
    // Everybody gets a release at once: no number is made or kept to choose by.
    isUserWithinRollout: () => true,
    stagingUserIdPromise: { value: Promise.resolve("00000000-0000-0000-0000-000000000000"), hasValue: true },
    configOnDisk: {
      value: Promise.resolve({ updaterCacheDirName: CACHE, publisherName: releases.publisher }),
      hasValue: true,
    },
  });
  updater.setFeedURL({ provider: "custom", updateProvider: signedProvider(releases, () => new Date()) });
  // Every error also comes as an event; without an ear it would end the program.
  updater.on("error", log);
  return {
    look: async () => {
      const found = await updater.checkForUpdates();
      if (found === null || !found.isUpdateAvailable) return null;
      const { version, files } = found.updateInfo;
      return { version, size: files[0]?.size ?? 0 };
    },
    fetch: async (onPercent) => {
      const hear = ({ percent }: { readonly percent: number }): void => onPercent(percent);
      updater.on("download-progress", hear);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off("download-progress", hear);
      }
    },
    install: async () =>
      new Promise((_resolve, reject) => {
        updater.once("error", reject);
        // Seen and asked for by the person; the program ends, and the new one opens.
        updater.quitAndInstall(false, true);
      }),
    failureOf,
  };
}

async function ofThisSystem(): Promise<AppUpdater> {
  if (process.platform === "win32") {
    const { WindowsUpdater } = await import("./windows-updater.ts");
    return new WindowsUpdater();
  }
  if (process.platform === "darwin") {
    const { MacUpdater } = await import("electron-updater/out/MacUpdater.js");
    return new MacUpdater();
  }
  const { OwnAppImageUpdater } = await import("./app-image-updater.ts");
  return new OwnAppImageUpdater();
}
