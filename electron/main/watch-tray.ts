import { app, Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from "electron";
import type { WatchView } from "../../shared/model/watch.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { trayPixels } from "./tray-pixels.ts";

/** What the tray needs. */
export interface TrayParts {
  readonly t: () => Translator;
  readonly show: (id: string | null) => void;
  readonly raise: () => void;
  readonly stopAll: () => void;
  readonly report: (error: unknown) => void;
}

/** The icon beside the clock: there while something is watched, so that nobody is watched for without a sign. */
export interface WatchTray {
  /** The running watches; with none the icon goes away. */
  show(running: readonly WatchView[]): void;
}

/** Sites named in the menu; more would not fit on a screen. */
const MOST_IN_MENU = 15;

/** A tray that is made when there is something to show. */
export function createWatchTray(parts: TrayParts): WatchTray {
  let tray: Tray | null = null;
  let look = "";
  return {
    show: (running) => {
      if (running.length === 0) {
        tray?.destroy();
        tray = null;
        look = "";
        return;
      }
      const next = JSON.stringify(running.map(({ id, state, displayHost }) => [id, state, displayHost]));
      if (tray !== null && next === look) return;
      look = next;
      const down = running.some(({ state }) => state === "down" || state === "flapping");
      try {
        const image = iconOf(down);
        if (tray === null) {
          tray = new Tray(image);
          tray.on("click", () => parts.show(null));
        } else tray.setImage(image);
        tray.setToolTip(parts.t()("watch.tray.tip", { count: running.length }));
        tray.setContextMenu(Menu.buildFromTemplate(menuOf(running, parts)));
      } catch (error) {
        // A desktop without a place for icons: the window still shows everything.
        parts.report(error);
      }
    },
  };
}

function menuOf(running: readonly WatchView[], { t, show, raise, stopAll }: TrayParts): MenuItemConstructorOptions[] {
  return [
    { label: t()("watch.tray.tip", { count: running.length }), enabled: false },
    ...running.slice(0, MOST_IN_MENU).map(({ id, displayHost, state }) => ({
      label: t()("watch.tray.site", { host: displayHost, state: t()(`watch.state.${state}`) }),
      click: () => show(id),
    })),
    { type: "separator" },
    { label: t()("watch.tray.open"), click: raise },
    { label: t()("watch.tray.stop"), click: stopAll },
    { type: "separator" },
    { label: t()("watch.tray.quit"), click: () => app.quit() },
  ];
}

function iconOf(down: boolean): NativeImage {
  const size = process.platform === "darwin" ? 18 : 16;
  const image = nativeImage.createFromBitmap(trayPixels(size, down), { width: size, height: size });
  const twice = trayPixels(size * 2, down);
  image.addRepresentation({ scaleFactor: 2, width: size * 2, height: size * 2, buffer: twice });
  return image;
}
