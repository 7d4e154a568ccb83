import { shell } from "electron";

/**
 * Opens a web page in the person's own browser; false when that did not work. Only http and https without credentials:
 * any other scheme could start a program. The one place that leads outside, and only when the person pressed for it.
 */
export async function openOutside(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "") {
    return false;
  }
  try {
    await shell.openExternal(url.href);
    return true;
  } catch {
    // No browser is set, or the system refused: the person is shown the address instead.
    return false;
  }
}
