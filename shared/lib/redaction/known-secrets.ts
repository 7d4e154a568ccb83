/** Shorter pieces stand in ordinary words by chance. */
const SHORTEST = 4;
/** Shortest piece that is also looked for without its separators. */
const SHORTEST_BARE = 8;

/**
 * What has been taken out elsewhere, so that a text which is otherwise kept (a page's title, a header, a note) can be
 * checked for it: in any case, percent-encoded, dashed, reversed (PTR) and hexadecimal. This is a second net under the
 * typed fields, never the first.
 */
export class KnownSecrets {
  readonly #plain = new Set<string>();
  readonly #bare = new Set<string>();

  /** Remembers one private value and its usual spellings. */
  add(value: string): void {
    const lower = value.trim().toLowerCase();
    if (lower.length < SHORTEST) return;
    this.#plain.add(lower);
    this.#plain.add(toHex(lower));
    const bare = withoutSeparators(lower);
    if (bare.length >= SHORTEST_BARE) this.#bare.add(bare);
    if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(lower)) this.#plain.add(lower.split(".").toReversed().join("."));
  }

  /** Does the text hold any of them? */
  heldBy(text: string): boolean {
    const lower = text.toLowerCase();
    const forms = lower.includes("%") ? [lower, decoded(lower)] : [lower];
    const bare = withoutSeparators(lower);
    return (
      forms.some((form) => anyOf(this.#plain, (piece) => form.includes(piece))) ||
      anyOf(this.#bare, (piece) => bare.includes(piece))
    );
  }
}

function anyOf(set: ReadonlySet<string>, test: (piece: string) => boolean): boolean {
  for (const piece of set) if (test(piece)) return true;
  return false;
}

function withoutSeparators(text: string): string {
  return text.replaceAll(/[\s.:_-]/gu, "");
}

function toHex(text: string): string {
  return Array.from(text, (letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(2, "0")).join("");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
