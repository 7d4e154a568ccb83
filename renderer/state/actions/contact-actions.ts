import type { Input } from "../../../shared/contract/calls.ts";
import { addresseeOf, type Addressee, type MessageOrder } from "../../../shared/model/contact.ts";
import type { Call } from "../call.ts";
import { NO_CONTACT, type ContactSlice } from "../slices/contact.ts";
import type { AppStore } from "../store.ts";

/** What a person can do about a message to whoever can mend it. */
export interface ContactActions {
  /** Opens the message about the check-up on the screen; to whom the verdict names, unless another is given. */
  readonly showContact: (to?: Addressee) => Promise<void>;
  readonly changeContact: (change: Partial<MessageOrder>) => Promise<void>;
  /** Opens the mail program with it. `copy`: puts the text on the clipboard, for a message too long for a draft. */
  readonly mailContact: (copy: (text: string) => Promise<boolean>) => Promise<void>;
  readonly leaveContact: () => void;
}

export function createContactActions(store: AppStore, call: Call): ContactActions {
  const set = (change: Partial<ContactSlice>): void =>
    store.setState(({ contact }) => ({ contact: { ...contact, ...change } }));
  const input = (): Input<"contact.compose"> | null => {
    const { run, contact } = store.getState();
    if (run?.checkup == null) return null;
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return { ...contact.order, checkupId: run.id, timeZone };
  };
  const compose = async (): Promise<void> => {
    const wanted = input();
    if (wanted === null) return set({ error: "not-found" });
    const outcome = await call("contact.compose", wanted);
    // An answer that is overtaken by another choice must not replace the newer one.
    if (JSON.stringify(input()) !== JSON.stringify(wanted)) return;
    set(outcome.ok ? { draft: outcome.value, error: null } : { draft: null, error: outcome.error.code });
  };
  return {
    showContact: async (to) => {
      const { run, screen, info } = store.getState();
      const verdict = run?.checkup?.judgement.verdict;
      const order: MessageOrder = {
        to: to ?? addresseeOf(verdict?.faultSide ?? "unknown", verdict?.gateway?.hop ?? null),
        language: info?.language.startsWith("de") === true ? "de" : "en",
        withQuery: false,
      };
      store.setState({ screen: "contact", contact: { ...NO_CONTACT, order, from: screen } });
      await compose();
    },
    changeContact: async (change) => {
      set({ order: { ...store.getState().contact.order, ...change }, mailed: null });
      await compose();
    },
    mailContact: async (copy) => {
      const wanted = input();
      const { draft } = store.getState().contact;
      if (wanted === null || draft === null) return;
      const whole = draft.mailHoldsAll;
      if (!whole) await copy(draft.body);
      const outcome = await call("contact.mail", wanted);
      if (!outcome.ok) return set({ error: outcome.error.code });
      const opened = whole ? "opened" : "pasted";
      set({ mailed: outcome.value.opened ? opened : "none" });
    },
    leaveContact: () => store.setState(({ contact }) => ({ screen: contact.from })),
  };
}
