import { shell } from "electron";
import { isMailDraft } from "../report/contact/mail.ts";

/**
 * Opens a web page in the person's own browser; false when that did not work. Only http and https without credentials:
 * any other scheme could start a program. The one place that leads outside, and only when the person pressed for it.
 */
export async function openOutside(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "") {
    return false;
  }
  return hand(url.href);
}

/**
 * Hands a draft of ours to the mail program; false when there is none. Looked at again here, at the last door: only a
 * mail without an address, short enough, with nothing but subject and text.
 */
export async function openMail(draft: string): Promise<boolean> {
  return isMailDraft(draft) && hand(draft);
}

async function hand(address: string): Promise<boolean> {
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    // No program is set for it, or the system refused: the person is shown what it was instead.
    return false;
  }
}
