import { ipcMain } from "electron";
import { CALLS } from "../../shared/contract/channels.ts";
import type { Answering } from "./answer.ts";

/**
 * Opens the one door: a listener for every call of the contract and for nothing else. The `keeper` is asked for
 * with the first call, which waits for it. The only place that touches `ipcMain`.
 */
export function openDoor(keeper: () => Promise<Answering>): void {
  for (const name of CALLS) {
    ipcMain.handle(name, async (event, input: unknown) => {
      // Read now: the frame may be another one by the time the keeper is there.
      const sender = event.senderFrame;
      return (await keeper())(name, { sender, input });
    });
  }
}
