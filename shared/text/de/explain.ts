import type { ExplainWords } from "../explain-words.ts";
import { DE_STATUSES_400 } from "./explain/statuses-400.ts";
import { DE_STATUSES_500 } from "./explain/statuses-500.ts";
import { DE_STATUSES_FINE } from "./explain/statuses-fine.ts";
import { DE_STATUSES_VENDOR } from "./explain/statuses-vendor.ts";
import { DE_FAULTS, DE_TIPS, DE_VAIN } from "./explain/tips.ts";
import { DE_TOPICS } from "./explain/topics.ts";
import { DE_VERDICTS_HERE } from "./explain/verdicts-here.ts";
import { DE_VERDICTS_SITE } from "./explain/verdicts-site.ts";

/** The German pages of explanations: large, so whoever shows them loads them then. */
export const DE_EXPLAIN = {
  status: { ...DE_STATUSES_FINE, ...DE_STATUSES_400, ...DE_STATUSES_500, ...DE_STATUSES_VENDOR },
  verdict: { ...DE_VERDICTS_HERE, ...DE_VERDICTS_SITE },
  topic: DE_TOPICS,
  tip: DE_TIPS,
  vain: DE_VAIN,
  fault: DE_FAULTS,
} as const satisfies ExplainWords;
