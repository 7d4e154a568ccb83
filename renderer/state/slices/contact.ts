import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type { ContactDraft, MessageOrder } from "../../../shared/model/contact.ts";
import type { ScreenName } from "../screen-name.ts";

/** The message that is being written. */
export interface ContactSlice {
  readonly order: MessageOrder;
  /** Null until main has written it. */
  readonly draft: ContactDraft | null;
  readonly error: ErrorCode | null;
  /** What became of the press on "mail"; null: not pressed since the last change. */
  readonly mailed: "opened" | "pasted" | "none" | null;
  /** The screen to go back to. */
  readonly from: ScreenName;
}

export const NO_CONTACT: ContactSlice = {
  order: { to: "site", language: "en", withQuery: false },
  draft: null,
  error: null,
  mailed: null,
  from: "verdict",
};
