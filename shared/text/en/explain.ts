import type { ExplainWords } from "../explain-words.ts";
import { EN_STATUSES_400 } from "./explain/statuses-400.ts";
import { EN_STATUSES_500 } from "./explain/statuses-500.ts";
import { EN_STATUSES_FINE } from "./explain/statuses-fine.ts";
import { EN_STATUSES_VENDOR } from "./explain/statuses-vendor.ts";
import { EN_FAULTS, EN_TIPS, EN_VAIN } from "./explain/tips.ts";
import { EN_TOPICS } from "./explain/topics.ts";
import { EN_VERDICTS_HERE } from "./explain/verdicts-here.ts";
import { EN_VERDICTS_SITE } from "./explain/verdicts-site.ts";

/** The English pages of explanations: large, so whoever shows them loads them then. */
export const EN_EXPLAIN = {
  status: { ...EN_STATUSES_FINE, ...EN_STATUSES_400, ...EN_STATUSES_500, ...EN_STATUSES_VENDOR },
  verdict: { ...EN_VERDICTS_HERE, ...EN_VERDICTS_SITE },
  topic: EN_TOPICS,
  tip: EN_TIPS,
  vain: EN_VAIN,
  fault: EN_FAULTS,
} as const satisfies ExplainWords;
