import type { Catalogue } from "../translator.ts";
import { EN_VERDICTS_NAMES } from "./verdicts-names.ts";
import { EN_VERDICTS_NEAR } from "./verdicts-near.ts";
import { EN_VERDICTS_SITE } from "./verdicts-site.ts";

/**
 * English sentences of the verdicts. `title`: the one sentence a person would say. `explanation`: two or three plain
 * ones. A fault side may have words of its own (`title_SIDE`), and so may a variant that the rule names in the value
 * `context` (`title_CONTEXT`). Values that are always there: host, port, status, vendor, seconds.
 */
export const EN_VERDICTS = {
  ...EN_VERDICTS_NEAR,
  ...EN_VERDICTS_NAMES,
  ...EN_VERDICTS_SITE,
} as const satisfies Catalogue;
