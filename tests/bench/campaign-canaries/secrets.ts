/** A secret planted into one machine's report, and at which levels it must not be found again. */
export interface Secret {
  readonly kind: string;
  readonly value: string;
  /** Also taken out at `standard`; else only at `strict`. */
  readonly standard: boolean;
}

/** A small generator with a seed (mulberry32): the same machine for the same number, everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz";

/** Draws the secrets of one machine and remembers what was drawn. */
export class Planter {
  readonly planted: Secret[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  number(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  word(length: number): string {
    return Array.from({ length }, () => LETTERS[this.number(0, LETTERS.length - 1)]).join("");
  }

  hex(length: number): string {
    return Array.from({ length }, () => this.number(0, 15).toString(16)).join("");
  }

  secret(kind: string, value: string, standard = true): string {
    this.planted.push({ kind, value, standard });
    return value;
  }

  v4(kind: string, start: string, standard = true): string {
    const parts = start.split(".").filter((part) => part !== "");
    while (parts.length < 4) parts.push(String(this.number(2, 250)));
    return this.secret(kind, parts.join("."), standard);
  }

  v6(kind: string, start: string): string {
    const groups = Array.from({ length: 4 }, () => this.number(0x1000, 0xffff).toString(16));
    return this.secret(kind, `${start}:${groups.join(":")}`);
  }

  mac(kind: string): string {
    return this.secret(kind, Array.from({ length: 6 }, () => this.hex(2)).join(":"));
  }

  guid(kind: string): string {
    return this.secret(kind, [8, 4, 4, 4, 12].map((length) => this.hex(length)).join("-"));
  }
}

/** Every spelling in which a secret could come through a format. */
export function spellings(value: string): readonly string[] {
  const bytes = Buffer.from(value, "utf8");
  return [
    value,
    value.toUpperCase(),
    encodeURIComponent(value),
    value.replaceAll(".", "-").replaceAll(":", "-"),
    value.replaceAll(/[.:-]/gu, "_"),
    value.split(".").toReversed().join("."),
    bytes.toString("hex"),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    value.replaceAll(/[._-]/gu, (sign) => `\\${sign}`),
  ];
}
