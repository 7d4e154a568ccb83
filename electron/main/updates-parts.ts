import { app, systemPreferences } from "electron";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { UpdateWay } from "../../shared/model/updates.ts";
import type { Emit } from "../ipc/events.ts";
import type { UpdatesCallParts } from "../ipc/handlers/updates.ts";
import { writeFileAtomic } from "../storage/atomic-file.ts";
import { readSettings } from "../storage/settings.ts";
import type { Log } from "./log.ts";
import type { UpdatesRoom } from "./updates/room.ts";

/** When the program first looks by itself: the window and the first check-up come before. Ms. */
const FIRST_LOOK_MS = 30_000;
/** How often it asks itself whether a day is over, ms. */
const ASK_EVERY_MS = 60 * 60 * 1000;
/** Where an administrator can switch it off (README). */
const LINUX_POLICY = "/etc/goodgateway/policy.json";
const WINDOWS_POLICY = String.raw`HKLM\Software\Policies\GoodGateway`;

/** What the calls about newer versions need of the desktop program; `begin` starts the daily look. */
export function updatesParts(
  folder: string,
  emit: Emit,
  log: Log,
): UpdatesCallParts & {
  readonly begin: () => void;
} {
  let made: Promise<UpdatesRoom> | null = null;
  const updates = async (): Promise<UpdatesRoom> => (made ??= openRoom(folder, emit, log));
  const on = (): boolean => readSettings(folder).settings.updates;
  const lookIfDue = (): void => {
    // While the switch is off, not even the code for it is loaded.
    if (!on()) return;
    updates()
      .then((room) => room.lookIfDue())
      .catch((error: unknown) => log.error("looking for a newer version broke", error));
  };
  return {
    updates,
    begin: () => {
      setTimeout(lookIfDue, FIRST_LOOK_MS).unref();
      setInterval(lookIfDue, ASK_EVERY_MS).unref();
    },
  };
}

async function openRoom(folder: string, emit: Emit, log: Log): Promise<UpdatesRoom> {
  const [{ createUpdatesRoom }, { hostsOf, pageOf, releasesFrom }, { policyOf, wayOf }] = await Promise.all([
    import("./updates/room.ts"),
    import("./updates/releases.ts"),
    import("./updates/way.ts"),
  ]);
  const named = process.env["GOODGATEWAY_RELEASES"] ?? "";
  // The shipped program takes no other place: what comes from there is run.
  const releases = await releasesFrom(app.isPackaged || named === "" ? null : named);
  const way = async (): Promise<UpdateWay> =>
    wayOf({
      platform: process.platform,
      env: process.env,
      hasReleases: releases !== null,
      packageType: await textOf(join(process.resourcesPath, "package-type")),
      managed: await policyOf(process.platform, {
        env: process.env,
        file: async () => textOf(LINUX_POLICY),
        registry: registryPolicy,
        preference: () => systemPreferences.getUserDefault("Updates", "string") || null,
      }),
    });
  const noteFile = join(folder, "updates.json");
  return createUpdatesRoom({
    way,
    on: () => readSettings(folder).settings.updates,
    place: async () =>
      releases === null ? { hosts: [], page: "" } : { hosts: hostsOf(releases), page: pageOf(releases) },
    updater: async () => {
      if (releases === null) throw new Error("there is no place of releases");
      const { realUpdater } = await import("./updates/real-updater.ts");
      return realUpdater(releases, (error) => log.error("the updater", error));
    },
    emit: (view) => emit("updates.event", view),
    now: () => new Date(),
    lastLook: {
      read: () => noted(noteFile),
      write: (at) => {
        const kept = writeFileAtomic(noteFile, `${JSON.stringify({ lastLookAt: at.toISOString() })}\n`);
        if (!kept.ok) log.info(`when a newer version was looked for could not be kept: ${kept.error.code}`);
      },
    },
    log: (error) => log.error("newer versions", error),
  });
}

async function registryPolicy(): Promise<number | null> {
  const [{ registryValues, dwordIn }, { runProgram }] = await Promise.all([
    import("../platform/windows/registry.ts"),
    import("../platform/exec.ts"),
  ]);
  const values = await registryValues(runProgram, WINDOWS_POLICY, AbortSignal.timeout(5000));
  return values.ok ? dwordIn(values.value, "updates") : null;
}

/** A small file's text; null when there is none. One that is there but cannot be read is empty: it says nothing good. */
async function textOf(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? null : "";
  }
}

function noted(file: string): Date | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    const at = typeof value === "object" && value !== null && "lastLookAt" in value ? value.lastLookAt : null;
    const date = new Date(typeof at === "string" ? at : Number.NaN);
    return Number.isNaN(date.getTime()) ? null : date;
  } catch {
    return null; // never looked, as far as anybody knows
  }
}
