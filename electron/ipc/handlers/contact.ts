import { APP_VERSION } from "../../../shared/lib/app-version.ts";
import { fail, ok } from "../../../shared/lib/result.ts";
import type { ContactMessage } from "../../../shared/model/contact.ts";
import type { Handlers, Handler } from "../answer.ts";
import type { FinishedCheckups } from "../guided/finished.ts";

/** What the contact calls need. */
export interface ContactPorts {
  readonly finished: FinishedCheckups;
  /** Hands a draft to the system's mail program; false when there is none. */
  readonly openMail: (url: string) => Promise<boolean>;
}

type Order = Parameters<Handler<"contact.compose">>[0];

/**
 * `contact.compose` and `contact.mail`. The message that was shown last is kept, so that the mail holds the very same
 * text: the names that stand for private things are drawn anew each time.
 */
export function contactHandlers({
  finished,
  openMail,
}: ContactPorts): Pick<Handlers, "contact.compose" | "contact.mail"> {
  let last: { readonly key: string; readonly message: ContactMessage } | null = null;
  const compose = async (order: Order): Promise<ContactMessage | null> => {
    const key = JSON.stringify(order);
    if (last?.key === key) return last.message;
    const found = finished.get(order.checkupId);
    if (found === null) return null;
    const [{ contactMessage }, { makeReport }, { thisOrigin }] = await Promise.all([
      import("../../report/contact/message.ts"),
      import("../../report/make-report.ts"),
      import("../../report/this-origin.ts"),
    ]);
    const report = makeReport(found.checkup, thisOrigin(APP_VERSION));
    const message = contactMessage(report, { order, timeZone: order.timeZone });
    last = { key, message };
    return message;
  };
  return {
    "contact.compose": async (order) => {
      const message = await compose(order);
      if (message === null) return fail("not-found");
      const { mailDraft } = await import("../../report/contact/mail.ts");
      return ok({ ...message, mailHoldsAll: mailDraft(message) !== null });
    },
    "contact.mail": async (order) => {
      const message = await compose(order);
      if (message === null) return fail("not-found");
      const [{ mailDraft, shortDraft, isMailDraft }, { pasteWords }] = await Promise.all([
        import("../../report/contact/mail.ts"),
        import("../../report/contact/message.ts"),
      ]);
      const url = mailDraft(message) ?? shortDraft(message.subject, pasteWords(order.language));
      return ok({ opened: isMailDraft(url) && (await openMail(url)) });
    },
  };
}
