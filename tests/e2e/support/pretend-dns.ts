import type { ElectronApplication } from "playwright-core";
import type { DnsBenchState, DnsJob } from "../../../shared/model/dns-job.ts";

/**
 * Answers of the calls about DNS, put in place of the real handlers from outside: the driver reaches into the main
 * process as it does for dialogs. The product has no way to do this by itself.
 */
export async function pretendDns(app: ElectronApplication, answers: Readonly<Record<string, unknown>>): Promise<void> {
  await app.evaluate(({ ipcMain }, given) => {
    for (const [name, value] of Object.entries(given)) {
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () => ({ ok: true, value }));
    }
  }, answers);
}

/** Sends an event of DNS to the window, as main would. */
export async function tellDns(
  app: ElectronApplication,
  event:
    | { readonly name: "dns.event"; readonly data: DnsJob }
    | { readonly name: "dns.benchEvent"; readonly data: DnsBenchState },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { name, data }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.send(name, data);
  }, event);
}
