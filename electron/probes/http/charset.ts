import { BODY_SAMPLE_LIMIT } from "../../../shared/model/facts/http-facts.ts";
import { type ResponseHead, headerOf } from "./response-head.ts";

/** Where HTML may declare its charset (WHATWG HTML, "prescan a byte stream": 1,024 bytes). */
const PRESCAN_BYTES = 1_024;

/** What browsers take text for that is neither declared nor UTF-8. */
const FALLBACK = "windows-1252";

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : null;
}

function declaredIn(text: string | null): string | null {
  return /charset\s*=\s*["']?\s*([A-Za-z0-9_:.+-]{1,40})/i.exec(text ?? "")?.[1]?.toLowerCase() ?? null;
}

function metaOf(bytes: Buffer): string | null {
  const start = bytes.toString("latin1", 0, PRESCAN_BYTES);
  const xml = /<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_:.+-]{1,40})/i.exec(start)?.[1];
  return declaredIn(/<meta[^>]*charset[^>]*>/i.exec(start)?.[0] ?? null) ?? xml?.toLowerCase() ?? null;
}

/** Decodes the start of a text; null when the charset is unknown or does not fit. The last character may be cut. */
function decode(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/**
 * The start of a body as text, at most {@link BODY_SAMPLE_LIMIT} characters. The charset is the byte order mark's, else
 * the content type's, else the page's own, else UTF-8, else windows-1252. Empty for what is no text (a zero byte in
 * the first kilobyte of anything but UTF-16).
 */
export function sampleText(bytes: Buffer, headers: ResponseHead["headers"]): string {
  const declared = markOf(bytes) ?? declaredIn(headerOf(headers, "content-type")) ?? metaOf(bytes) ?? "utf-8";
  if (!declared.startsWith("utf-16") && bytes.subarray(0, PRESCAN_BYTES).includes(0)) return "";
  const text = decode(bytes, declared) ?? decode(bytes, "utf-8") ?? decode(bytes, FALLBACK) ?? "";
  return text.slice(0, BODY_SAMPLE_LIMIT);
}
