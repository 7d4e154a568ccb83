import type { Confidence } from "../../shared/model/confidence.ts";
import type { FaultSide } from "../../shared/model/fault-side.ts";
import type { GatewayKind, Hop } from "../../shared/model/gateway.ts";
import type { Condition } from "./conditions.ts";

/**
 * How much a signature's own evidence is worth against others that fit the same response, best first:
 * - `marker`: the maker names itself in a way that nobody passes on (its own error header, a local program's page).
 * - `special-page`: a particular page of a product, where a plainer row of the same product would fit too.
 * - `page`: a product's stock page.
 * - `named`: the maker is named (Server, Proxy-Status), the page says nothing.
 * - `plain`: a few bare words that several products send.
 * - `own-words`: the application speaks for itself (JSON).
 * - `passing`: only tells what the answer went through.
 * - `status`: nothing but the status code.
 */
export const BANDS = ["marker", "special-page", "page", "named", "plain", "own-words", "passing", "status"] as const;

/** One of {@link BANDS}. */
export type Band = (typeof BANDS)[number];

/** How to recognise one answer of one product, and what that answer means. */
export interface Signature {
  /** Permanent; saved reports and other tools refer to it. */
  readonly id: string;
  /** Product or service; null when the status code alone speaks. */
  readonly vendor: string | null;
  readonly hop: Hop;
  readonly side: FaultSide;
  readonly kind: GatewayKind;
  /** Empty: any status. */
  readonly statuses: readonly number[];
  readonly band: Band;
  /** The most it can be; `high` needs a header or the status line to agree, body text alone stays `medium`. */
  readonly confidence: Confidence;
  /** All of these must hold. */
  readonly all: readonly Condition[];
  /** None of these may hold. */
  readonly none: readonly Condition[];
  /** Not needed; headers that speak for the same product and so lift body text to `high`. */
  readonly signs: readonly Condition[];
  /** Longest body, in characters, that this page can have; null: no limit. */
  readonly maxBody: number | null;
  /** One English sentence: who made this and what it says. */
  readonly meaning: string;
}

/** What rows of one family share. */
export interface FamilyDefaults {
  readonly vendor: string | null;
  readonly hop: Hop;
  readonly side: FaultSide;
  readonly kind: GatewayKind;
  readonly statuses: readonly number[];
  readonly band: Band;
  readonly confidence: Confidence;
  readonly all?: readonly Condition[];
  readonly none?: readonly Condition[];
  readonly signs?: readonly Condition[];
  readonly maxBody?: number;
}

/** One row: an id, a sentence, and what differs from its family. */
export type FamilyRow = Partial<FamilyDefaults> & { readonly id: string; readonly meaning: string };

/** Makes signatures of a family: a row's own words replace the family's, conditions (`all`, `none`) add to them. */
export function family(defaults: FamilyDefaults, rows: readonly FamilyRow[]): readonly Signature[] {
  return rows.map((row) => ({
    ...defaults,
    ...row,
    all: [...(defaults.all ?? []), ...(row.all ?? [])],
    none: [...(defaults.none ?? []), ...(row.none ?? [])],
    signs: row.signs ?? defaults.signs ?? [],
    maxBody: row.maxBody ?? defaults.maxBody ?? null,
  }));
}

/** The statuses a gateway uses for trouble behind it. */
export const GATEWAY_ERRORS = [500, 502, 503, 504] as const;

/** Every server error in use, the CDN codes 520-530 included. */
export const SERVER_ERRORS = [
  500, 501, 502, 503, 504, 505, 507, 508, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530,
] as const;

/** Statuses that filters use for the page they put in place of the site's. */
export const SWAPPED_PAGE = [200, 403] as const;

/** Redirects that keep or change the method. */
export const REDIRECTS = [301, 302, 303, 307, 308] as const;
