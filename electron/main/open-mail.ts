import { shell } from "electron";
import { isMailDraft } from "../report/contact/mail.ts";

/** Hands a draft of ours to the mail program; false when there is none, or when it is anything but such a draft. */
export async function openMail(url: string): Promise<boolean> {
  // Looked at again at the last door: whatever is passed here is run by the system.
  if (!isMailDraft(url)) return false;
  return shell.openExternal(url).then(
    () => true,
    () => false,
  );
}
