import type { Translator } from "../../../shared/text/translator.ts";
import { say } from "../../text/say.ts";

const STATUS = /^http-(\d{3})$/u;

/** What one look showed, in words: a status, what came of the request, or of the look-up. An unknown code stays as it is. */
export function saySeen(seen: string, t: Translator): string {
  const status = STATUS.exec(seen)?.[1];
  if (status !== undefined) return t("mydns.compare.status", { status });
  return say(t, `mydns.compare.seen.${seen}`, say(t, `result.attempt.outcome.${seen}`, seen));
}
