import { z } from "zod";
import { ADDRESSEES, MESSAGE_LANGUAGES, type ContactDraft } from "../model/contact.ts";

z.config({ jitless: true });

const order = z.strictObject({
  checkupId: z.string().min(1).max(64),
  to: z.enum(ADDRESSEES),
  language: z.enum(MESSAGE_LANGUAGES),
  withQuery: z.boolean(),
  /** IANA name of the person's zone; longer than any of them. */
  timeZone: z.string().max(60),
});

/** The calls about a message to somebody who can mend it. Main writes it from the check-up of that id. */
export const contactCalls = {
  "contact.compose": { input: order, output: z.custom<ContactDraft>() },
  /** Opens the message that was composed last as a draft of the mail program; false when the system has none. */
  "contact.mail": { input: order, output: z.object({ opened: z.boolean() }) },
};
