import { ANSWER_VALUES, type AnswerKey, type Answers } from "../../../shared/model/answers.ts";
import type { VerdictCode } from "../../../shared/model/verdict-code.ts";
import type { Verdict } from "../../../shared/model/verdict.ts";
import type { FaultSide } from "../../../shared/model/fault-side.ts";

/** What an answer may be. */
export type AnswerValue = "yes" | "no" | "on" | "off";

interface Question {
  readonly key: AnswerKey;
  /** Answers that must have been given for the question to make sense. */
  readonly after: Answers;
}

/** When the site answers us well, the trouble, if any, sits in the browser. */
const ABOUT_BROWSER: readonly Question[] = [
  { key: "browser-fails", after: {} },
  { key: "private-window-works", after: { "browser-fails": "yes" } },
  { key: "reload-keeps-old", after: { "browser-fails": "yes", "private-window-works": "yes" } },
  { key: "no-extensions-works", after: { "browser-fails": "yes", "private-window-works": "yes" } },
  { key: "other-browser-works", after: { "browser-fails": "yes", "private-window-works": "no" } },
  { key: "host-cache-cleared-works", after: { "browser-fails": "yes", "private-window-works": "no" } },
];

/** When it fails here as well, another way in tells the site from the path. */
const ABOUT_PATH: readonly Question[] = [
  { key: "other-device-works", after: {} },
  { key: "vpn", after: {} },
  { key: "works-without-vpn", after: { vpn: "on" } },
];

const BROWSER_CODES: readonly VerdictCode[] = ["healthy", "browser-only", "browser-cache-stale", "session-bound"];
/** Another device decides nothing where the site itself said what is wrong. */
const PATH_CODES: readonly VerdictCode[] = [
  "site-unreachable",
  "site-refused",
  "provider-block",
  "mtu-blackhole",
  "lossy-path",
  "tls-protocol",
  "vpn-path",
  "invalid-response",
  "access-denied",
  "inconclusive",
];

/** What the questions depend on. */
type Asked = Pick<Verdict, "code" | "confidence">;

/** The next question that could still change the answer; null when there is none. */
export function nextQuestion(verdict: Asked, answers: Answers): AnswerKey | null {
  const open = questionsFor(verdict).find(
    ({ key, after }) =>
      answers[key] === undefined && keysOfAnswers(after).every((needed) => answers[needed] === after[needed]),
  );
  return open?.key ?? null;
}

function questionsFor({ code, confidence }: Asked): readonly Question[] {
  if (isAboutBrowser(code)) return ABOUT_BROWSER;
  return confidence !== "high" && PATH_CODES.includes(code) ? ABOUT_PATH : [];
}

/** The site works from here, so what the person sees in the browser comes first. */
export function isAboutBrowser(code: VerdictCode): boolean {
  return BROWSER_CODES.includes(code);
}

/** The answers to choose from. */
export function choicesOf(key: AnswerKey): readonly AnswerValue[] {
  return ANSWER_VALUES[key];
}

/** The answers with one more. A value that the question does not offer changes nothing. */
export function withAnswer(answers: Answers, key: AnswerKey, value: AnswerValue): Answers {
  return choicesOf(key).includes(value) ? { ...answers, [key]: value } : answers;
}

/** The questions that have an answer, in their fixed order. */
export function keysOfAnswers(answers: Answers): readonly AnswerKey[] {
  return [...ABOUT_BROWSER, ...ABOUT_PATH].map(({ key }) => key).filter((key) => answers[key] !== undefined);
}

/** Whether two sets of answers say the same. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  return [...ABOUT_BROWSER, ...ABOUT_PATH].every(({ key }) => one[key] === other[key]);
}

/** Sides where asking from elsewhere tells the site from the path to it. */
const ELSEWHERE_SIDES: readonly FaultSide[] = ["site-edge", "site-origin", "provider", "unknown"];

/** Whether it helps to ask whether others can reach the site. */
export function elsewhereHelps({ faultSide, confidence }: Pick<Verdict, "faultSide" | "confidence">): boolean {
  return confidence !== "high" && ELSEWHERE_SIDES.includes(faultSide);
}
