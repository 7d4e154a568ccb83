import type { VerdictCode } from "../../../../shared/model/verdict-code.ts";
import { NAME_CASES } from "./judge-cases-name.ts";
import { NEAR_CASES } from "./judge-cases-near.ts";
import { SITE_CASES } from "./judge-cases-site.ts";
import type { Case } from "./judge-cases-support.ts";
import { WORKING_CASES } from "./judge-cases-working.ts";

/** Every code with at least two sets of observations that must lead to it. */
export const CASES: Readonly<Record<VerdictCode, readonly [Case, Case, ...Case[]]>> = {
  ...WORKING_CASES,
  ...NEAR_CASES,
  ...NAME_CASES,
  ...SITE_CASES,
};
