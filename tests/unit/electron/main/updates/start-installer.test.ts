import { readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OwnAppImageUpdater } from "../../../../../electron/main/updates/app-image-updater.ts";
import { startInstaller } from "../../../../../electron/main/updates/start-installer.ts";
import { WindowsUpdater } from "../../../../../electron/main/updates/windows-updater.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gg-installer-"));
  // What would change how a program is loaded, or is this package's own.
  vi.stubEnv("NODE_OPTIONS", "--inspect");
  vi.stubEnv("APPIMAGE", join(folder, "Good Gateway.AppImage"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** An installer that only writes down how it was started, the file's last line being its end. */
async function fakeInstaller(name: string): Promise<string> {
  const path = join(folder, "pending", name);
  await mkdir(dirname(path), { recursive: true });
  const writes = `{ echo "0=$0"; for one in "$@"; do echo "arg=$one"; done; echo "cwd=$(pwd)"; env; echo end; }`;
  await writeFile(
    path,
    `#!/bin/sh\n${writes} > "${folder}/seen.part"\n/bin/mv "${folder}/seen.part" "${folder}/seen"\n`,
  );
  await chmod(path, 0o755);
  return path;
}

async function seen(): Promise<readonly string[]> {
  const text = await vi.waitFor(() => readFile(join(folder, "seen"), "utf8"), { timeout: 30_000, interval: 20 });
  return text.trimEnd().split("\n");
}

const APP = {
  version: "1.0.0",
  name: "goodgateway",
  isPackaged: true,
  appUpdateConfigPath: "",
  userDataPath: "",
  baseCachePath: "",
  whenReady: () => Promise.resolve(),
  relaunch: () => {},
  quit: () => {},
  onQuit: () => {},
};

/** The updater as it is once this file was fetched and checked. */
function fetched<Updater extends object>(updater: Updater, file: string): Updater {
  const downloadedFileInfo = { fileName: file, sha512: "", isAdminRightsRequired: false };
  return Object.assign(updater, {
    logger: null,
    downloadedUpdateHelper: { file, packageFile: null, downloadedFileInfo },
  });
}

/** A name of the shell's, so that a shell anywhere on the way would be seen. */
const STRANGE = "Setup $(touch gone) 'x'; 2.0.0";

describe("an installer that was fetched", () => {
  it("P1: is started for Windows by the one place that starts programs, with its own arguments only", async () => {
    const file = await fakeInstaller(`${STRANGE}.exe`);
    expect(fetched(new WindowsUpdater(null, APP), file).install(false, true)).toBe(true);
    const lines = await seen();
    expect(lines[0]).toBe(`0=${file}`);
    expect(lines.filter((line) => line.startsWith("arg="))).toEqual(["arg=--updated", "arg=--force-run"]);
    expect(lines).toContain("cwd=/");
    expect(lines.filter((line) => /^(?:NODE_OPTIONS|APPIMAGE)=/u.test(line))).toEqual([]);
  });

  it("P1: takes the AppImage's place without a program's help, and is opened there", async () => {
    await writeFile(join(folder, "Good Gateway.AppImage"), "old");
    const file = await fakeInstaller(`${STRANGE}.AppImage`);
    // A program named mv that comes first: it would leave a trace.
    await mkdir(join(folder, "bin"));
    await writeFile(join(folder, "bin", "mv"), `#!/bin/sh\ntouch "${folder}/called"\n/bin/mv "$@"\n`);
    await chmod(join(folder, "bin", "mv"), 0o755);
    const path = process.env["PATH"] ?? "";
    vi.stubEnv("PATH", `${join(folder, "bin")}:${path}`);
    const updater = fetched(new OwnAppImageUpdater(null, APP), file);
    const installed = updater.install(false, true);
    vi.stubEnv("PATH", path);
    expect(installed).toBe(true);
    const lines = await seen();
    expect(lines[0]).toBe(`0=${join(folder, "Good Gateway.AppImage")}`);
    expect(lines.filter((line) => /^(?:arg|NODE_OPTIONS|APPIMAGE)/u.test(line))).toEqual([
      "APPIMAGE_SILENT_INSTALL=true",
    ]);
    await expect(stat(file)).rejects.toThrow("ENOENT");
    await expect(stat(join(folder, "called"))).rejects.toThrow("ENOENT");
  });

  it("that is gone, is no program or has no whole path is an error of a code that opens nothing else", async () => {
    await writeFile(join(folder, "plain"), "no program");
    await expect(startInstaller({ program: join(folder, "nothing"), args: [] })).rejects.toMatchObject({
      code: "ERR_INSTALLER_NOT_STARTED",
    });
    await expect(startInstaller({ program: "setup.exe", args: [] })).rejects.toMatchObject({
      code: "ERR_INSTALLER_NOT_STARTED",
    });
    // Windows says the same of an installer that wants an administrator.
    await expect(startInstaller({ program: join(folder, "plain"), args: [] })).rejects.toMatchObject({
      code: "EACCES",
    });
  });
});

describe("the library that fetches newer versions", () => {
  const out = dirname(createRequire(import.meta.url).resolve("electron-updater/out/main.js"));
  const starts = (name: string): readonly string[] =>
    [...readFileSync(join(out, `${name}.js`), "utf8").matchAll(/child_process_1\.(\w+)\)?\(/gu)].map(([, how]) => how!);

  it("P1: starts programs nowhere but in what is replaced, and where SECURITY.md says so", () => {
    expect(starts("AppUpdater")).toEqual([]);
    expect(starts("NsisUpdater")).toEqual([]);
    // spawnSyncLog and spawnLog.
    expect(starts("BaseUpdater")).toEqual(["spawnSync", "spawn"]);
    // Both in doInstall.
    expect(starts("AppImageUpdater")).toEqual(["execFileSync", "execFileSync"]);
    // sysctl and uname.
    expect(starts("MacUpdater")).toEqual(["execFileSync", "execFileSync"]);
  });
});
