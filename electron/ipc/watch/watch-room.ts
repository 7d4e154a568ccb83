import { existsSync } from "node:fs";
import { join } from "node:path";
import type { WatchEvent } from "../../../shared/model/watch.ts";
import type { WatchRunner } from "../../watch/runner.ts";
import { referencesFrom } from "../handlers/references.ts";

/** What the room is made with. */
export interface WatchRoomParts {
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onEvent: (event: WatchEvent) => void;
  readonly report: (error: unknown) => void;
}

/** Where this program watches: one runner, made when it is first needed. */
export interface WatchRoom {
  open(): Promise<WatchRunner>;
  isOpen(): boolean;
  /** The runner, if there is one; it is not made. */
  ifOpen(): Promise<WatchRunner | null>;
  /** Takes up what was being watched when the program ended last; costs nothing where nothing ever was. */
  takeUp(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the room; nothing is read or loaded yet: the window must be painted before. */
export function createWatchRoom(parts: WatchRoomParts): WatchRoom {
  let made: Promise<WatchRunner> | null = null;
  const open = (): Promise<WatchRunner> => (made ??= make(parts));
  return {
    open,
    isOpen: () => made !== null,
    ifOpen: async () => made,
    takeUp: async () => {
      if (existsSync(join(parts.dataFolder, "watches.json"))) await open();
    },
    close: async () => {
      await (await made)?.close();
    },
  };
}

async function make({ dataFolder, env, onEvent, report }: WatchRoomParts): Promise<WatchRunner> {
  const [{ WatchRunner }, { livePlace, targetOfUrl }, { openWatchStore }, references] = await Promise.all([
    import("../../watch/runner.ts"),
    import("../../watch/live-place.ts"),
    import("../../watch/store.ts"),
    referencesFrom(env),
  ]);
  const runner = new WatchRunner({
    place: await livePlace(references),
    store: openWatchStore(dataFolder),
    face: "window",
    targetOf: targetOfUrl,
    onEvent,
    report,
  });
  await runner.start();
  return runner;
}
