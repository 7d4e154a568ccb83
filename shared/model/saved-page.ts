import type { GatewayClassification } from "./gateway.ts";

/** Most characters of a page that one call carries; gateways' own pages are far shorter. */
export const SAVED_TEXT_LIMIT = 200_000;

/**
 * Where a status code comes from: the person, the saved answer itself, or the page's own words. `unknown`: nowhere, so
 * the page was judged by its words alone.
 */
export type StatusSource = "given" | "saved" | "words" | "unknown";

/** One saved answer, judged. Everything a server wrote is data to show as text, never as a page. */
export interface SavedPage {
  /** Where it was asked for, without query and fragment; null when the file does not say. */
  readonly url: string | null;
  /** Null when nobody knows. */
  readonly status: number | null;
  readonly statusFrom: StatusSource;
  /** Reason phrase; may be empty. */
  readonly statusText: string;
  readonly found: GatewayClassification;
  /** The number to quote to the site's support; null when the answer has none. */
  readonly requestId: { readonly name: string; readonly value: string } | null;
  /** How long the server asks to wait; null when it does not say. */
  readonly retryAfterSeconds: number | null;
}

/** What a saved file or a pasted text turned out to be. */
export interface SavedPages {
  /**
   * `har`: a browser's network log. `response`: `{status, statusText, headers, body}` or several of them. `http`: an
   * answer with its head, as a terminal shows it. `page`: the page's text or source alone.
   */
  readonly format: "har" | "response" | "http" | "page";
  /** Error answers in the order they came; of a file without any, its first answer. Empty: there is no answer in it. */
  readonly pages: readonly SavedPage[];
  /** Error answers beyond {@link SAVED_PAGES_SHOWN}. */
  readonly more: number;
}

/** Error answers shown of one file; more of them say nothing new. */
export const SAVED_PAGES_SHOWN = 20;
