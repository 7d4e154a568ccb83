import type { GatewayClassification } from "../../../shared/model/gateway.ts";
import type { SavedPage, SavedPages, StatusSource } from "../../../shared/model/saved-page.ts";
import { lowerConfidence } from "../../../shared/model/confidence.ts";
import { classify } from "../classify.ts";
import { plainText } from "../page-view.ts";
import { findRequestId } from "../request-id.ts";
import { retryAfter } from "../retry-after.ts";
import { visibleText } from "../visible-text.ts";
import { readSaved, type SavedAnswer } from "./read-saved.ts";

/** What is tried, most likely first, when neither the file nor the person nor the page names a status. */
const LIKELY = [502, 503, 504, 500, 520, 521, 522, 523, 524, 525, 526, 530, 403, 429, 404, 400, 407, 200] as const;

/** An error page names its status at the top: characters of its visible text that count as the top. */
const TOP = 400;

/** Characters of a page in which its status is looked for. */
const LOOKED_THROUGH = 64 * 1024;

/**
 * Who made what is in a saved text, answer by answer. `status`: what the person says it was; it counts only for a page
 * that does not bring its own.
 */
export function judgeSaved(text: string, status: number | null): SavedPages {
  const { format, answers, more } = readSaved(text);
  return { format, pages: answers.map((answer) => judge(answer, status)), more };
}

function judge(answer: SavedAnswer, given: number | null): SavedPage {
  const { url, statusText, headers } = answer;
  const [status, statusFrom] = statusOf(answer, given);
  return {
    url,
    status,
    statusFrom,
    statusText,
    found: classified(answer, status, statusFrom),
    requestId: findRequestId(answer),
    retryAfterSeconds: retryAfter(headers, Date.now())?.seconds ?? null,
  };
}

function statusOf({ status, body }: SavedAnswer, given: number | null): readonly [number | null, StatusSource] {
  if (status !== null) return [status, "saved"];
  if (given !== null) return [given, "given"];
  const words = statusInWords(body);
  return words === null ? [null, "unknown"] : [words, "words"];
}

/** The status a page gives itself, at the top of what a person sees; null when it gives none. */
function statusInWords(body: string): number | null {
  const seen = visibleText(plainText(body.slice(0, LOOKED_THROUGH))).slice(0, TOP);
  const [, digits] = /(?:^|[^\d.:-])([45]\d\d)(?:$|[^\d.:-]|[.:-](?!\d))/.exec(seen) ?? [];
  return digits === undefined ? null : Number(digits);
}

function classified(answer: SavedAnswer, status: number | null, from: StatusSource): GatewayClassification {
  if (status !== null && from === "saved") return classify({ ...answer, status });
  const known = status === null ? null : fromWords(answer.body, status);
  if (known !== null) return known;
  // A number somewhere in the words may be that of something else: then a maker's own page decides.
  for (const tried of from === "given" ? [] : LIKELY) {
    const found = fromWords(answer.body, tried);
    if (found !== null) return found;
  }
  return status === null ? NOBODY : classify({ ...answer, status });
}

/** The marks of a copied text are lost with its tags: these are where makers put their own name. */
const DRESSINGS = [null, "center", "address", "h1"] as const;

/** What the words themselves, not the status alone, say of their maker; null when they say nothing. Never `high`. */
function fromWords(body: string, status: number): GatewayClassification | null {
  const headers = SIGNED_BY_CLOUDFLARE.test(body.slice(0, LOOKED_THROUGH)) ? [CLOUDFLARE] : [];
  const bare = classify({ status, statusText: "", headers: [], body: "", bodyUnread: true });
  for (const tag of body.includes("<") ? [null] : DRESSINGS) {
    const found = classify({ status, statusText: "", headers, body: dressed(body, tag) });
    if (found.vendor !== null && found.signatureId !== bare.signatureId) {
      return { ...found, confidence: lowerConfidence(found.confidence, "medium") };
    }
  }
  return null;
}

function dressed(text: string, tag: string | null): string {
  if (tag === null) return text;
  const lines = text.slice(0, LOOKED_THROUGH).split(/\r?\n/);
  return lines.map((line) => `<${tag}>${line.trim()}</${tag}>`).join("");
}

/** Cloudflare's own error pages all end like this, and say what is wrong only by their number. */
const SIGNED_BY_CLOUDFLARE = /cloudflare ray id|performance (?:&amp;|&|and) security by/i;
const CLOUDFLARE = ["server", "cloudflare"] as const;

/** Without a status not even "an error answer" is known. */
const NOBODY: GatewayClassification = {
  signatureId: null,
  vendor: null,
  hop: "unknown",
  faultSide: "unknown",
  kind: "unknown",
  confidence: "low",
  meaning: "Nothing in this text tells who made it.",
};
