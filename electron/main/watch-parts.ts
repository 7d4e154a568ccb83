import { app, Notification, powerMonitor } from "electron";
import { assertNever } from "../../shared/lib/assert-never.ts";
import type { WatchEvent, WatchNews, WatchView, Watches } from "../../shared/model/watch.ts";
import { DE_WATCH } from "../../shared/text/de/watch.ts";
import { EN_WATCH } from "../../shared/text/en/watch.ts";
import { createTranslator, type Translator } from "../../shared/text/translator.ts";
import type { Emit } from "../ipc/events.ts";
import { createWatchRoom, type WatchRoom } from "../ipc/watch/watch-room.ts";
import type { Log } from "./log.ts";
import { createWatchTray, type WatchTray } from "./watch-tray.ts";

/** What watching needs of the desktop program. */
export interface WatchDesktopParts {
  readonly dataFolder: string;
  readonly emit: Emit;
  readonly log: Log;
  /** The frame's words, in the language of now. */
  readonly t: () => Translator;
  /** Brings the window to the front, opening it where there is none. */
  readonly raise: () => void;
}

/** Watching in the desktop program: the only place that knows of tray, notifications and sleep. */
export interface WatchDesktop {
  readonly room: WatchRoom;
  /** Takes up saved watches, once the window is there. */
  begin(): void;
  /** True when the program goes on without a window. */
  staysAlive(): boolean;
  /** Tells a page that starts afresh what was asked for outside the window; null when nothing was. */
  pageReady(): void;
}

/** Makes the parts; Electron's own objects come with the first watch. */
export function watchDesktop({ dataFolder, emit, log, t: words, raise }: WatchDesktopParts): WatchDesktop {
  const t = (): Translator => createTranslator(words().language, { en: { watch: EN_WATCH }, de: { watch: DE_WATCH } });
  const report = (error: unknown): void => log.error("watching broke", error);
  let tray: WatchTray | null = null;
  let known: Watches = { watches: [], background: "ask" };
  let wanted: { readonly id: string | null } | null = null;
  const show = (id: string | null): void => {
    wanted = { id };
    raise();
    emit("watch.event", { kind: "show", id });
  };
  const refresh = async (): Promise<void> => {
    const runner = await room.ifOpen();
    if (runner === null) return;
    known = runner.list();
    const running = known.watches.filter(({ endedAt }) => endedAt === null);
    tray ??= running.length === 0 ? null : createWatchTray({ t, show, raise, stopAll, report });
    tray?.show(running);
  };
  const stopAll = (): void => {
    void (async () => {
      const runner = await room.open();
      for (const { id, endedAt } of runner.list().watches) {
        // oxlint-disable-next-line no-await-in-loop -- a handful, into one file
        if (endedAt === null) await runner.stop(id);
      }
    })().catch(report);
  };
  const room = createWatchRoom({
    dataFolder,
    env: process.env,
    report,
    onEvent: (event) => {
      emit("watch.event", event);
      if (event.kind === "changed" && event.news !== null) notify(event.watch, event.news, t(), show);
      void refresh().catch(report);
    },
  });
  return {
    room,
    begin: () => {
      followSleep(room, report);
      closeWithProgram(room, report);
      void room.takeUp().then(refresh).catch(report);
    },
    staysAlive: () => known.background === "yes" && known.watches.some(({ endedAt }) => endedAt === null),
    pageReady: () => {
      if (wanted !== null) emit("watch.event", { kind: "show", id: wanted.id } satisfies WatchEvent);
      wanted = null;
    },
  };
}

/** Tells on the desktop what is worth it. Systems without notifications show nothing; the window and tray still do. */
function notify(watch: WatchView, { kind }: WatchNews, t: Translator, show: (id: string) => void): void {
  if (!Notification.isSupported()) return;
  switch (kind) {
    case "works":
    case "down":
    case "back":
    case "other-page":
    case "flapping": {
      const values = { host: watch.displayHost };
      const title = t(`watch.notice.${kind}.title`, values);
      const notification = new Notification({ title, body: t(`watch.notice.${kind}.body`, values) });
      notification.on("click", () => show(watch.id));
      notification.show();
      return;
    }
    default:
      assertNever(kind);
  }
}

/** Before a sleep looks are given up; after it everything has its turn again, one after the other. */
function followSleep(room: WatchRoom, report: (error: unknown) => void): void {
  const withRunner = (act: (runner: NonNullable<Awaited<ReturnType<WatchRoom["ifOpen"]>>>) => void): void => {
    room
      .ifOpen()
      .then((runner) => (runner === null ? undefined : act(runner)))
      .catch(report);
  };
  powerMonitor.on("suspend", () => withRunner((runner) => runner.suspend()));
  powerMonitor.on("resume", () => withRunner((runner) => runner.wake()));
}

/** The last looks are on the disk before the program ends. */
function closeWithProgram(room: WatchRoom, report: (error: unknown) => void): void {
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed || !room.isOpen()) return;
    closed = true;
    event.preventDefault();
    void room
      .close()
      .catch(report)
      // Not in the same turn: while this event is being told, a second wish to quit is not heard.
      .finally(() => setTimeout(() => app.quit(), 0));
  });
}
