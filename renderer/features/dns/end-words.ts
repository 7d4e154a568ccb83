import type { DnsJob } from "../../../shared/model/dns-job.ts";
import type { OneClickEnd } from "../../../shared/model/dns-repair.ts";
import { KNOWN_DNS_SERVERS } from "../../../shared/model/dns-settings.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { say } from "../../text/say.ts";
import { sayRefusal } from "./words.ts";

/** How a job ended. */
export type End = NonNullable<DnsJob["end"]>;

/** One sentence, and what there is to add; `text` may be empty. */
export interface EndWords {
  readonly title: string;
  readonly text: string;
}

/** The end of a job in words. */
export function endWords(end: End, t: Translator): EndWords {
  switch (end.kind) {
    case "kept":
    case "held-back":
    case "changed-since":
      return { title: t(`mydns.end.${end.kind}.title`), text: t(`mydns.end.${end.kind}.text`) };
    case "cancelled":
      return { title: t("mydns.end.cancelled.title"), text: "" };
    case "refused":
      return {
        title: t(end.changed === "nothing" ? "mydns.end.refused.title" : "mydns.end.refused.title-maybe"),
        text: withDetail(sayRefusal({ code: end.code, changed: "maybe" }, t), end.detail),
      };
    case "put-back":
      return putBack(end.because, end.restored, t);
    case "fix-ended":
      return fixEnd(end.result.end, end.noAnswer, t);
  }
}

type Restored = "restored" | "nothing-to-do" | "theirs" | "not-restored";

function putBack(because: string, restored: Restored, t: Translator): EndWords {
  const own = `mydns.end.because.${because}`;
  const why = t.has(own) ? t(own) : say(t, `dns.failure.${because}`, t("dns.failure.failed"));
  if (restored === "theirs" || restored === "not-restored") {
    return { title: t(`mydns.end.${restored}.title`), text: `${why} ${t(`mydns.end.${restored}.text`)}` };
  }
  return { title: t("mydns.end.put-back.title"), text: why };
}

function fixEnd(end: OneClickEnd, noAnswer: boolean, t: Translator): EndWords {
  switch (end.kind) {
    case "mended": {
      const key = `mydns.end.fix.mended-${end.by}`;
      const name = end.by === "switch" ? nameOf(end.candidate, t) : "";
      return { title: t(`${key}.title`, { name }), text: t(`${key}.text`) };
    }
    case "held-back":
      return { title: t("mydns.end.held-back.title"), text: t("mydns.end.held-back.text") };
    case "failed":
      return {
        title: t("mydns.end.refused.title"),
        text: withDetail(sayRefusal({ code: end.code, changed: "maybe" }, t), end.detail),
      };
    case "rolled-back":
      return putBack(end.because === "declined" && noAnswer ? "no-answer" : end.because, end.restored, t);
    case "declined":
      return {
        title: t("mydns.end.fix.declined.title"),
        text: t(noAnswer ? "mydns.end.fix.declined.text-no-answer" : "mydns.end.fix.declined.text"),
      };
    case "not-needed":
    case "no-name":
    case "recovered":
    case "would-not-help":
    case "unclear":
      return { title: t(`mydns.end.fix.${end.kind}.title`), text: t(`mydns.end.fix.${end.kind}.text`) };
  }
}

function nameOf(candidate: string, t: Translator): string {
  return candidate in KNOWN_DNS_SERVERS ? t(`mydns.choose.${candidate}`) : candidate;
}

function withDetail(sentence: string, detail: string): string {
  return detail === "" ? sentence : `${sentence} (${detail})`;
}
