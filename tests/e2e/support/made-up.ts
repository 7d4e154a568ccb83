import type { ElectronApplication } from "playwright-core";
import type { Output } from "../../../shared/contract/calls.ts";
import type { CallName } from "../../../shared/contract/channels.ts";
import { createFakeMain } from "../../window/fake-main.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";

/** Answers of calls by name; each must be what the call really gives. */
export type MadeUp = { readonly [Name in CallName]?: Output<Name> };

/**
 * Puts answers in place of the real handlers from outside: the driver reaches into the main process as it does for
 * dialogs. The product has no way to do this by itself.
 */
export async function pretend(app: ElectronApplication, answers: MadeUp): Promise<void> {
  await app.evaluate(({ ipcMain }, given) => {
    for (const [name, value] of Object.entries(given)) {
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () => ({ ok: true, value }));
    }
  }, answers);
}

/** Sends events to the window, as main would. */
export async function tell(
  app: ElectronApplication,
  events: readonly { readonly name: string; readonly data: unknown }[],
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, sent) => {
    const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    for (const { name, data } of sent) frame?.send(name, data);
  }, events);
}

/** The id that made-up check-ups have. */
export const MADE_UP_ID = "run-0";

/** Plays a made-up check-up into the window, up to the given share of its checks. */
export async function play(app: ElectronApplication, checkup: Checkup, share: number): Promise<void> {
  const events: { name: string; data: unknown }[] = [];
  const main = createFakeMain();
  main.emit = (data) => void events.push({ name: "checkup.event", data });
  main.play(checkup, share);
  await tell(app, events);
}
