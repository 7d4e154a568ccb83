import { createHash } from "node:crypto";
import { plainText } from "../../gateway/page-view.ts";
import { visibleText } from "../../gateway/visible-text.ts";
import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";

/**
 * What is remembered of a page: enough to tell whether a later one is like it, and nothing that could be read back.
 * Pages change with every visit (a clock, a headline, a token), so the whole body's hash alone would not do.
 */
export interface PagePrint {
  /** Hash of the whole body; null when none was read. */
  readonly hash: string | null;
  /** Media type without parameters, lower case; empty when not named. */
  readonly type: string;
  /** Hash of the title without its digits; empty when there is none. */
  readonly title: string;
  /** Minima of several hash functions over runs of words and tags (MinHash, Broder 1997); empty for an empty body. */
  readonly marks: readonly number[];
  /** Decoded bytes read. */
  readonly bytes: number;
}

/** Hash functions: the likeness is right within about 0.1 (1/sqrt(n)). */
const FUNCTIONS = 64;
/** Words or tags in a row that are compared as one. */
const RUN = 3;
/** Pages that share this much are the same site's page on another visit. */
const LIKE = 0.4;
/** Pages that share this much are one and the same text. */
const SAME = 0.95;
/** Pages with the same title are alike unless one is this many times larger. */
const MUCH_LARGER = 3;

/** Takes the print of an answer. */
export function printOf({ headers, bodySample, bodyHash, bodyBytes }: HttpExchange): PagePrint {
  const type =
    headers
      .find(([name]) => name === "content-type")?.[1]
      .split(";")[0]
      ?.trim()
      .toLowerCase() ?? "";
  const plain = plainText(bodySample);
  const title = /<title[^<>]*>([^<]*)/u.exec(plain)?.[1]?.replace(/\d+/gu, "").trim() ?? "";
  return { hash: bodyHash, type, title: title === "" ? "" : shortHash(title), marks: marksOf(plain), bytes: bodyBytes };
}

/** Is it most likely the same page, seen at another time? */
export function isLike(one: PagePrint, other: PagePrint): boolean {
  if (one.type !== other.type) return false;
  if (one.hash !== null && one.hash === other.hash) return true;
  if (likeness(one, other) >= LIKE) return true;
  const [small, large] = one.bytes < other.bytes ? [one.bytes, other.bytes] : [other.bytes, one.bytes];
  return one.title !== "" && one.title === other.title && large <= small * MUCH_LARGER;
}

/** Is it the very same text, give or take a number in it? */
export function isSame(one: PagePrint, other: PagePrint): boolean {
  if (one.hash !== null && one.hash === other.hash) return true;
  return one.marks.length > 0 && likeness(one, other) >= SAME;
}

/** Share of what two pages have in common, 0 to 1; two empty ones have everything in common. */
export function likeness(one: PagePrint, other: PagePrint): number {
  if (one.marks.length === 0 && other.marks.length === 0) return 1;
  if (one.marks.length === 0 || other.marks.length === 0) return 0;
  return one.marks.filter((mark, index) => mark === other.marks[index]).length / FUNCTIONS;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function marksOf(plain: string): readonly number[] {
  const pieces = piecesOf(plain);
  if (pieces.length === 0) return [];
  const marks = Array.from({ length: FUNCTIONS }, () => 0xff_ff_ff_ff);
  const last = Math.max(pieces.length - RUN, 0);
  for (let at = 0; at <= last; at += 1) {
    const hash = fnv(pieces.slice(at, at + RUN).join(" "));
    for (let index = 0; index < FUNCTIONS; index += 1) {
      // Each function is the same hash, stirred with another odd number (Knuth's multiplicative hashing).
      const stirred = Math.imul(hash ^ (index * 0x9e_37_79_b1), 0x85_eb_ca_6b | 1) >>> 0;
      const mixed = (stirred ^ (stirred >>> 15)) >>> 0;
      if (mixed < (marks[index] ?? 0)) marks[index] = mixed;
    }
  }
  return marks;
}

/** Names of tags and seen words in order; digits count as nothing, since they change most. */
function piecesOf(plain: string): readonly string[] {
  const tags = plain.match(/<[a-z][a-z0-9]*/gu) ?? [];
  const words = visibleText(plain)
    .replace(/\d+/gu, "")
    .split(/[\s"'{}[\]():,;.]+/u)
    .filter((word) => word !== "");
  return [...tags, ...words];
}

/** FNV-1a, 32 bits. */
function fnv(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash >>> 0;
}
