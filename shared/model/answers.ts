/** What only a person can see; asked in the window, given with `--answer KEY=VALUE` in the terminal. */
export const ANSWER_VALUES = {
  "browser-fails": ["yes", "no"],
  "private-window-works": ["yes", "no"],
  "other-browser-works": ["yes", "no"],
  "no-extensions-works": ["yes", "no"],
  "reload-keeps-old": ["yes", "no"],
  "host-cache-cleared-works": ["yes", "no"],
  "other-device-works": ["yes", "no"],
  vpn: ["on", "off"],
  "works-without-vpn": ["yes", "no"],
} as const;

/** A question only a person can answer. */
export type AnswerKey = keyof typeof ANSWER_VALUES;

/** The answers given; a missing key means not asked. */
export type Answers = { readonly [Key in AnswerKey]?: (typeof ANSWER_VALUES)[Key][number] };
