/** What a site can be like for a while. `back` may be said in `fine` and nowhere else. */
export const SPELLS = [
  "fine",
  "refused",
  "gateway-502",
  "busy-503",
  "silent",
  "says-502-with-200",
  "holding-page",
  "error-page-with-200",
  "portal",
  "no-internet",
  "no-link",
  "flapping-by-chance",
  "flapping-by-clock",
] as const;

/** One of {@link SPELLS}. */
export type SpellKind = (typeof SPELLS)[number];

/** A part of a site's life; times in ms. */
export interface Spell {
  readonly kind: SpellKind;
  readonly from: number;
  readonly to: number;
  /** Share of good answers of a flapping site. */
  readonly share: number;
  /** How long a site that flaps by the clock is good, then bad. */
  readonly periodMs: number;
}

const MINUTE = 60_000;

/** How often a trouble is that the site comes and goes; the other kinds share the rest alike. */
const FLAPPING = 0.1;

/** A site's life for so long: fine for a while, in trouble for a while, in every way there is, by chance. */
export function siteLife(start: number, lengthMs: number, chance: () => number, flapping = FLAPPING): readonly Spell[] {
  const spells: Spell[] = [];
  const between = (low: number, high: number): number => low + (high - low) * chance();
  let from = start;
  while (from < start + lengthMs) {
    const fine = spells.length % 2 === 1;
    const kind = fine ? "fine" : troubleBy(chance, flapping);
    // Short outages and long ones, a few minutes to hours; a holding page rarely stays longer than half an hour.
    const minutes = fine ? between(5, 180) : kind === "holding-page" ? between(2, 40) : 2 + 120 * chance() ** 3;
    const to = from + Math.round(minutes * MINUTE);
    spells.push({ kind, from, to, share: between(0.25, 0.75), periodMs: Math.round(between(10, 150) * 1_000) });
    from = to;
  }
  return spells;
}

function troubleBy(chance: () => number, flapping: number): SpellKind {
  const unsteady = chance() < flapping;
  const kinds = SPELLS.filter((kind) => kind !== "fine" && kind.startsWith("flapping") === unsteady);
  return kinds[Math.floor(chance() * kinds.length)] ?? "refused";
}

/** The spell at a time; the last one after the end. */
export function spellAt(spells: readonly Spell[], at: number): Spell {
  const found = spells.find(({ from, to }) => at >= from && at < to) ?? spells.at(-1);
  if (found === undefined) throw new Error("a life without a spell");
  return found;
}
