import type { FaultSide } from "./fault-side.ts";

/** To whom a message goes: the site's owner, the same where a delivery network stands in front, the provider, a help desk. */
export const ADDRESSEES = ["site", "cdn", "provider", "desk"] as const;

/** One of {@link ADDRESSEES}. */
export type Addressee = (typeof ADDRESSEES)[number];

/** The languages a message can be written in, whatever the window speaks. */
export const MESSAGE_LANGUAGES = ["en", "de"] as const;

/** One of {@link MESSAGE_LANGUAGES}. */
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** What the person chose for a message. */
export interface MessageOrder {
  readonly to: Addressee;
  readonly language: MessageLanguage;
  /** Also what stands behind the question mark of the address; it can hold private things. */
  readonly withQuery: boolean;
}

/** A message as it is shown, copied and sent: what is previewed is what goes. */
export interface ContactMessage {
  readonly subject: string;
  readonly body: string;
}

/** A message, and its form for a mail program. */
export interface ContactDraft extends ContactMessage {
  /** False: mail programs cut such long drafts, so the draft only asks to paste the text. */
  readonly mailHoldsAll: boolean;
}

/** Who can mend a fault on this side; the person can choose another one. */
export function addresseeOf(side: FaultSide, hop: string | null): Addressee {
  switch (side) {
    case "provider":
    case "local-network":
    case "resolver":
      return "provider";
    case "proxy":
    case "device":
    case "browser":
      return "desk";
    case "site-edge":
      return hop === "cdn-edge" ? "cdn" : "site";
    default:
      return "site";
  }
}
