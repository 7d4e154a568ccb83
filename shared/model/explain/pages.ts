import { keysOf } from "../../lib/keys-of.ts";
import { VERDICT_CODES } from "../verdict-code.ts";
import { FAMILIES } from "./families.ts";
import { TOPICS, type ExplainPage, type TopicId } from "./page.ts";
import { STATUSES, type StatusRow } from "./statuses.ts";
import { TOPIC_ADVICE } from "./topics.ts";
import { adviceOfVerdict } from "./verdicts.ts";

const ROWS: Readonly<Record<string, StatusRow>> = STATUSES;

/** Every page: the statuses by number, the topics, the verdicts in their own order. */
export const EXPLAIN_PAGES: readonly ExplainPage[] = [
  ...keysOf(STATUSES).map((status) => statusPage(Number(status))),
  ...TOPICS.map((topic) => topicPage(topic, null)),
  ...VERDICT_CODES.map((code): ExplainPage => ({
    id: `verdict-${code}`,
    kind: "verdict",
    name: code,
    words: `explain.verdict.${code}`,
    status: null,
    ...adviceOfVerdict(code),
  })),
];

const BY_ID: ReadonlyMap<string, ExplainPage> = new Map(EXPLAIN_PAGES.map((page) => [page.id, page]));

/** The page of this name; null when there is none. */
export function pageById(id: string): ExplainPage | null {
  return BY_ID.get(id) ?? null;
}

/** The page of a status, 100-999: its own, or that of its class for a number nobody has defined; null outside. */
export function pageOfStatus(status: number): ExplainPage | null {
  const own = pageById(`status-${status}`);
  if (own !== null) return own;
  const topic = TOPICS.find((name) => name === `class-${Math.trunc(status / 100)}xx`);
  return topic === undefined || !Number.isInteger(status) ? null : topicPage(topic, status);
}

/** The page of a name, also of one for a number without a page of its own (`status-477`); null when there is none. */
export function findPage(id: string): ExplainPage | null {
  const number = /^status-(\d{3})$/.exec(id)?.[1];
  return number === undefined ? pageById(id) : pageOfStatus(Number(number));
}

function statusPage(status: number): ExplainPage {
  const { name, family } = ROWS[String(status)] ?? { name: "", family: "request" };
  const advice = FAMILIES[family];
  return {
    id: `status-${status}`,
    kind: "status",
    name: `${status} ${name}`,
    words: `explain.status.${status}`,
    status,
    ...advice,
    related: advice.related.filter((id) => id !== `status-${status}`),
  };
}

function topicPage(topic: TopicId, status: number | null): ExplainPage {
  return {
    id: `topic-${topic}`,
    kind: "topic",
    name: status === null ? "" : String(status),
    words: `explain.topic.${topic}`,
    status,
    ...TOPIC_ADVICE[topic],
  };
}
