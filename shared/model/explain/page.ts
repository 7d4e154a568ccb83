import type { FaultSide } from "../fault-side.ts";
import type { VerdictCode } from "../verdict-code.ts";
import type { TipId, VainId } from "./tip.ts";

/** Subjects that are neither one status nor one verdict. */
export const TOPICS = [
  "502-503-504",
  "form-or-payment",
  "search-ranking",
  "windows-update",
  "blank-page",
  "iis-numbers",
  "server-error-only",
  "class-1xx",
  "class-2xx",
  "class-3xx",
  "class-4xx",
  "class-5xx",
] as const;

/** One of {@link TOPICS}. */
export type TopicId = (typeof TOPICS)[number];

/** The name of a page: permanent, reports and links may hold it. */
export type PageId = `status-${number}` | `verdict-${VerdictCode}` | `topic-${TopicId}`;

/** What a page says beside its own words. */
export interface Advice {
  /** Whose fault it is: the usual one first. Empty: it depends, and the page's words say on what. */
  readonly fault: readonly FaultSide[];
  /** What helps, in the order to try it. */
  readonly helps: readonly TipId[];
  /** What is often tried in vain. */
  readonly vain: readonly VainId[];
  readonly related: readonly PageId[];
}

/** One page of explanations. Its words stand in the catalogue under {@link ExplainPage.words}. */
export interface ExplainPage extends Advice {
  readonly id: PageId;
  readonly kind: "status" | "verdict" | "topic";
  /** The number and name as the standard has them ("502 Bad Gateway") or the verdict's code; empty for a topic. */
  readonly name: string;
  /** Key of the words: `KEY.title` (one line) and `KEY.means` (some sentences); `KEY.more` may be absent. */
  readonly words: string;
  /** The words of a shared page for a number that has none of its own are filled with it; else null. */
  readonly status: number | null;
}
