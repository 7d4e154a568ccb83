import type { ContactMessage } from "../../../shared/model/contact.ts";

/**
 * Longest draft that every system hands to its mail program: Windows cuts the command line of ShellExecute at 2,048
 * characters or refuses it.
 */
export const LONGEST_MAIL = 2_000;

/** The message as a draft without an address (RFC 6068); null when it is too long to arrive whole. */
export function mailDraft({ subject, body }: ContactMessage): string | null {
  const url = draftOf(subject, body);
  return url.length > LONGEST_MAIL ? null : url;
}

/** A draft that holds the subject and a short text, for a message that is too long and lies on the clipboard. */
export function shortDraft(subject: string, text: string): string {
  const url = draftOf(subject, text);
  return url.length > LONGEST_MAIL ? draftOf("", text) : url;
}

/** True for a draft of ours: a mail without an address, short enough. Nothing else is handed to the system. */
export function isMailDraft(url: string): boolean {
  return url.length <= LONGEST_MAIL && /^mailto:\?subject=[^&\s]*&body=[^&\s]*$/.test(url);
}

function draftOf(subject: string, body: string): string {
  // Lines end with CR LF there (RFC 6068, section 5).
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
}
