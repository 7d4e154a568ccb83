import { AppImageUpdater } from "electron-updater/out/AppImageUpdater.js";
import type { InstallOptions } from "electron-updater/out/BaseUpdater.js";
import { replaceProgram } from "./replace-program.ts";
import { startInstaller } from "./start-installer.ts";

/** Tells an AppImage that it takes another one's place: it has nothing to ask about menus (the library's own sign). */
const UPDATED = { APPIMAGE_SILENT_INSTALL: "true" };

/** The library's updater for AppImages, without a process that it starts by itself: it would call `mv` by its bare name. */
export class OwnAppImageUpdater extends AppImageUpdater {
  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    const fetched = this.installerPath;
    if (fetched === null) {
      this.dispatchError(new Error("nothing was fetched that could be installed"));
      return false;
    }
    const place = replaceProgram(fetched, process.env["APPIMAGE"] ?? "");
    // The new program is in its place by now, whether or not it opens by itself.
    if (isForceRunAfter) this.spawnLog(place).catch((error: Error) => this.dispatchError(error));
    return true;
  }

  protected override async spawnLog(program: string, args: readonly string[] = []): Promise<boolean> {
    return startInstaller({ program, args, env: UPDATED });
  }

  /** Only the ways for deb, rpm and pacman use it, with a shell; they are not in the program. */
  protected override spawnSyncLog(program: string): never {
    throw new Error(`${program} is not started`);
  }
}
