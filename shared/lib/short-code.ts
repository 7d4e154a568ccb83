import { CONFIDENCES, type Confidence } from "../model/confidence.ts";
import { FAULT_SIDES, type FaultSide } from "../model/fault-side.ts";
import type { VerdictCode } from "../model/verdict-code.ts";
import { fail, ok, type Result } from "./result.ts";
import { SHORT_CODE_SIDES, SHORT_CODE_VERDICTS } from "./short-code-tables.ts";

/**
 * The 23 signs of a short code. Left out is one of each pair that look alike in print or handwriting (0 O, 1 I L, 2 Z,
 * 5 S, 6 G, 8 B, U V). Their number is prime, which lets one check sign catch every wrong sign and every swap of two.
 */
export const SHORT_CODE_SIGNS = "34679ACDEFHJKMNPQRTVWXY";

const BASE = SHORT_CODE_SIGNS.length;
/** Signs that carry the content; the last of a code is the check sign. */
const CONTENT = 6;
/** Room for verdicts, sides and confidences inside the number. */
const ROOM = { verdict: 256, side: 16, confidence: 4 };
/** Highest version of the rules a code can name. */
export const HIGHEST_RULES = Math.floor(BASE ** CONTENT / (ROOM.verdict * ROOM.side * ROOM.confidence)) - 1;
/**
 * Spreads neighbouring contents over all signs, so that codes of one version do not look the same: a multiplier without
 * a common factor with the modulus, and its inverse. Not secret.
 */
const MODULUS = BigInt(BASE) ** BigInt(CONTENT);
const SPREAD = 61_803_399n;

/** What a short code says. */
export interface ShortCodeContent {
  readonly code: VerdictCode;
  readonly faultSide: FaultSide;
  readonly confidence: Confidence;
  /** Version of the rules that judged. */
  readonly rules: number;
}

/** Why a text is no short code. `misread`: the check sign does not fit. `unknown`: made by a newer program. */
export type ShortCodeError = "wrong-length" | "wrong-sign" | "misread" | "unknown";

/** A verdict as `XXX-XXXX`, to be read over the phone: seven signs and a dash, the last sign checks the others. */
export function encodeShortCode({ code, faultSide, confidence, rules }: ShortCodeContent): string {
  const version = Math.min(rules, HIGHEST_RULES);
  const number =
    ((version * ROOM.confidence + CONFIDENCES.indexOf(confidence)) * ROOM.side + SHORT_CODE_SIDES[faultSide]) *
      ROOM.verdict +
    SHORT_CODE_VERDICTS[code];
  let left = (BigInt(number) * SPREAD) % MODULUS;
  const digits: number[] = [];
  for (let place = 0; place < CONTENT; place += 1) {
    digits.unshift(Number(left % BigInt(BASE)));
    left /= BigInt(BASE);
  }
  const signs = [...digits, checkDigit(digits)].map((digit) => SHORT_CODE_SIGNS.charAt(digit)).join("");
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

/** Reads a short code as people type it: any case, with or without the dash, G for 6 and U for V. */
export function decodeShortCode(text: string): Result<ShortCodeContent, ShortCodeError> {
  const signs = text.toUpperCase().replaceAll(/[\s-]/gu, "").replaceAll("G", "6").replaceAll("U", "V");
  if (signs.length !== CONTENT + 1) return fail("wrong-length");
  const digits = Array.from(signs, (sign) => SHORT_CODE_SIGNS.indexOf(sign));
  if (digits.includes(-1)) return fail("wrong-sign");
  const content = digits.slice(0, CONTENT);
  if (checkDigit(content) !== digits[CONTENT]) return fail("misread");
  const spread = content.reduce((sum, digit) => sum * BigInt(BASE) + BigInt(digit), 0n);
  return contentOf(Number((spread * inverse(SPREAD, MODULUS)) % MODULUS));
}

function contentOf(number: number): Result<ShortCodeContent, ShortCodeError> {
  const verdict = number % ROOM.verdict;
  const side = Math.floor(number / ROOM.verdict) % ROOM.side;
  const sureness = Math.floor(number / (ROOM.verdict * ROOM.side)) % ROOM.confidence;
  const rules = Math.floor(number / (ROOM.verdict * ROOM.side * ROOM.confidence));
  const code = keyOf(SHORT_CODE_VERDICTS, verdict);
  const faultSide = FAULT_SIDES.find((known) => SHORT_CODE_SIDES[known] === side);
  const confidence = CONFIDENCES[sureness];
  if (code === null || faultSide === undefined || confidence === undefined) return fail("unknown");
  return ok({ code, faultSide, confidence, rules });
}

/** A weighted sum with a different weight for each place (modulo a prime): no single slip and no swap keeps it. */
function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum + digit * (place + 2), 7) % BASE;
}

/** The number that undoes a multiplication (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [oldRest, rest, oldFactor, factor] = [value % modulus, modulus, 1n, 0n];
  while (rest !== 0n) {
    const quotient = oldRest / rest;
    [oldRest, rest] = [rest, oldRest - quotient * rest];
    [oldFactor, factor] = [factor, oldFactor - quotient * factor];
  }
  return ((oldFactor % modulus) + modulus) % modulus;
}

function keyOf(table: typeof SHORT_CODE_VERDICTS, number: number): VerdictCode | null {
  for (const [key, value] of Object.entries(table)) {
    // The table's keys are the verdict codes, which Object.entries forgets.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (value === number) return key as VerdictCode;
  }
  return null;
}
