import { ipcMain } from "electron";
import { CALLS } from "../../shared/contract/channels.ts";
import { answer, type Door } from "./answer.ts";

/**
 * Opens the one door: a listener for every call of the contract and for nothing else. The only place that touches
 * `ipcMain`.
 */
export function openDoor(door: Door): void {
  for (const name of CALLS) {
    ipcMain.handle(name, (event, input: unknown) => answer(door, name, { sender: event.senderFrame, input }));
  }
}
