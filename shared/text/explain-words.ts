import type { TopicId } from "../model/explain/page.ts";
import type { KnownStatus, PageWords } from "../model/explain/statuses.ts";
import type { TipId, VainId } from "../model/explain/tip.ts";
import type { FaultSide } from "../model/fault-side.ts";
import type { VerdictCode } from "../model/verdict-code.ts";

/** What the pages of explanations need in every language; a language that lacks a word does not compile. */
export interface ExplainWords {
  readonly status: Readonly<Record<KnownStatus, PageWords>>;
  readonly verdict: Readonly<Record<VerdictCode, PageWords>>;
  readonly topic: Readonly<Record<TopicId, PageWords>>;
  readonly tip: Readonly<Record<TipId, string>>;
  readonly vain: Readonly<Record<VainId, string>>;
  readonly fault: Readonly<Record<FaultSide, string>>;
}
