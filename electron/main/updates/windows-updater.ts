import { NsisUpdater } from "electron-updater/out/NsisUpdater.js";
import { runProgram } from "../../platform/exec.ts";
import { publisherFault } from "../../platform/windows/publisher.ts";
import { startInstaller } from "./start-installer.ts";

/** The library's updater for Windows, without a process that it starts by itself. */
export class WindowsUpdater extends NsisUpdater {
  protected override _verifyUpdateCodeSignature = (
    publishers: readonly string[],
    file: string,
  ): Promise<string | null> => publisherFault(runProgram, publishers, file);

  /** Both the installer and elevate.exe, by absolute paths, come through here. */
  protected override async spawnLog(program: string, args: readonly string[] = []): Promise<boolean> {
    return startInstaller({ program, args });
  }

  /** Only the ways for deb, rpm and pacman use it, with a shell; they are not in the program. */
  protected override spawnSyncLog(program: string): never {
    throw new Error(`${program} is not started`);
  }
}
