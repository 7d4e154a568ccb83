import type { Catalogue } from "../../../shared/text/translator.ts";

export const EN_HOME = {
  screen: "Start",
  question: "Which page does not load?",
  lead: "You will learn where it is stuck, whose fault that is, and what helps.",
  field: "Address of the page",
  example: "example.com",
  check: "Check",
  offer: "From your clipboard: {{url}}",
  "offer-query": "What follows the question mark is checked, too. It is sent to nobody but the site.",
  "nothing-loads": "Nothing loads at all",
  stopped: "The check-up was stopped. Nothing was changed.",
  private: "Contact only this site and my own DNS server",
  "private-why": "Fewer comparisons, so the answer may be less sure.",
  "fix-dns": "Fix my DNS",
  dns: "My DNS settings",
  saved: "I have a saved error page",
  practice: "Try it on a practice network",
} as const satisfies Catalogue;

export const EN_PRACTISING = {
  screen: "Practice network",
  question: "What shall be broken?",
  lead: "A small internet inside this computer. Nothing leaves it, and nothing of yours is changed.",
  loading: "One moment…",
  none: "There is nothing to practise on in this version.",
} as const satisfies Catalogue;
