import type { Catalogue } from "../../../shared/text/translator.ts";

export const EN_CHECKUP = {
  screen: "Checking {{host}}",
  question: "Checking {{host}}",
  cancel: "Stop",
  "cancel-key": "Esc",
  elapsed: "Time so far",
  first: "Looking at this computer first.",
  list: "What is being looked at",
  started: "Checking {{host}}.",
  progress: "{{done}} of {{total}} looked at",
  notes: {
    label: "About this address",
    credentials: "The user name and password in the address were taken out. They are not sent or stored.",
    idn: "The name is written {{host}} on the wire.",
    scheme: "The address did not say https or http, so https is asked first.",
    practice: "Practice: {{title}}. Nothing of this is real.",
    private: "Only this site and your own resolver are contacted.",
  },
} as const satisfies Catalogue;
