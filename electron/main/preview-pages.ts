import { createHash, randomBytes } from "node:crypto";
import { ORIGIN, SCHEME } from "./scheme.ts";

/** Where previews lie: another origin than the window's, so that even a page that ran would be a stranger to it. */
const PREVIEW_ORIGIN = `${SCHEME}://preview`;

/** Pages that can be shown at the same time: the preview, the one before it, and a report that is open. */
const KEPT = 4;

/**
 * What the frame of a preview may do: show one style sheet. No script, no picture, no link, no form, nothing from
 * anywhere; and only our own window may show it. The page brings a policy of its own besides; both hold.
 */
function previewPolicy(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${style}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "sandbox",
    `frame-ancestors ${ORIGIN}`,
  ].join("; ");
}

/** Pages for frames, by the address they are shown under. */
export interface PreviewPages {
  /** Gives a page an address that nobody can guess. */
  show(html: Buffer): string;
  /** The page of a request; null when there is none. */
  answer(request: { readonly method: string; readonly url: string }): Response | null;
}

/** An empty shelf. */
export function createPreviewPages(): PreviewPages {
  const pages = new Map<string, Buffer>();
  return {
    show(html) {
      const url = `${PREVIEW_ORIGIN}/${randomBytes(16).toString("hex")}`;
      pages.set(url, html);
      const [oldest] = pages.keys();
      if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
      return url;
    },
    answer({ method, url }) {
      const html = method === "GET" ? pages.get(url) : undefined;
      if (html === undefined) return null;
      return new Response(new Uint8Array(html), {
        headers: {
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": previewPolicy(styleHash(html)),
          "x-content-type-options": "nosniff",
          "x-dns-prefetch-control": "off",
          "referrer-policy": "no-referrer",
          "cross-origin-embedder-policy": "require-corp",
          "cross-origin-resource-policy": "cross-origin",
          "cache-control": "no-store",
        },
      });
    },
  };
}

/** The hash of the one style sheet, the first of the page: whatever else calls itself one does not count. */
function styleHash(html: Buffer): string {
  const text = html.toString("utf8");
  const start = text.indexOf("<style>") + "<style>".length;
  return createHash("sha256")
    .update(text.slice(start, text.indexOf("</style>", start)))
    .digest("base64");
}

/** True for the frame of a preview: the one thing besides the window's own page that may be loaded. */
export function isPreview(url: string): boolean {
  return url.startsWith(`${PREVIEW_ORIGIN}/`);
}
