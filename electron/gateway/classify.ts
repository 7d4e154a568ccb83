import { type Confidence, lowerConfidence } from "../../shared/model/confidence.ts";
import type { GatewayClassification } from "../../shared/model/gateway.ts";
import { type Ground, holds } from "./conditions.ts";
import { type GatewayResponse, type PageView, viewOf } from "./page-view.ts";
import { isReadingMatter } from "./reading-matter.ts";
import { BANDS, type Signature } from "./signature.ts";
import { SIGNATURES } from "./table.ts";

/** The strongest ground all conditions together rest on; null when the signature does not fit. */
function groundOf(signature: Signature, view: PageView): Ground | null {
  if (signature.maxBody !== null && view.bodyLength > signature.maxBody) return null;
  let ground: Ground = "page";
  for (const condition of signature.all) {
    const held = holds(condition, view);
    if (held === null) return null;
    if (held === "wire") ground = held;
  }
  if (signature.none.some((condition) => holds(condition, view) !== null)) return null;
  if (ground === "page" && view.status >= 200 && view.status < 300 && isReadingMatter(view)) return null;
  return signature.signs.some((sign) => holds(sign, view) === "wire") ? "wire" : ground;
}

/** Body text can be copied by anybody: alone it never makes a verdict sure. */
function confidenceOf(signature: Signature, ground: Ground): Confidence {
  return ground === "wire" ? signature.confidence : lowerConfidence(signature.confidence, "medium");
}

const ordered: readonly Signature[] = SIGNATURES.toSorted(
  (a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || b.all.length - a.all.length,
);

/** Signatures that a status can have, in the order to try them; filled as statuses come up. */
const byStatus = new Map<number, readonly Signature[]>();

function candidates(status: number): readonly Signature[] {
  const known = byStatus.get(status);
  if (known !== undefined) return known;
  const fitting = ordered.filter(({ statuses }) => statuses.length === 0 || statuses.includes(status));
  // Only real status codes are remembered, so that made-up input cannot fill the memory.
  if (status >= 100 && status <= 599) byStatus.set(status, fitting);
  return fitting;
}

/** Bands of pages that a product is known by. */
const KNOWN_PAGES: ReadonlySet<string> = new Set(["marker", "special-page", "page"]);

/** So many other makers' words on one page are no chance likeness: notices of two filters can look alike. */
const QUOTED_MAKERS = 2;

/** A page that shows the words of several makers speaks about them, whatever status each sends its own page with. */
function quotesOthers(winner: Signature, view: PageView): boolean {
  const others = ordered.filter(
    ({ band, vendor, all }) => KNOWN_PAGES.has(band) && vendor !== winner.vendor && all.length > 0,
  );
  const quoted = new Set<string | null>();
  for (const other of others) {
    if (groundOf(other, view) === "page") quoted.add(other.vendor);
    if (quoted.size >= QUOTED_MAKERS) return true;
  }
  return false;
}

const FINE: GatewayClassification = {
  signatureId: null,
  vendor: null,
  hop: "unknown",
  faultSide: "none",
  kind: "none",
  confidence: "high",
  meaning: "This is an ordinary answer, not an error page.",
};

const UNKNOWN: GatewayClassification = {
  signatureId: null,
  vendor: null,
  hop: "unknown",
  faultSide: "unknown",
  kind: "unknown",
  confidence: "low",
  meaning: "This is an error answer, but nothing in it tells who made it.",
};

/**
 * Who made this response and whose side it speaks of. Pure; the cost grows with the body only up to a limit. What a
 * page itself shows beats headers of what it passed; a 2xx or 3xx never becomes a server error; no match is side
 * `unknown` on an error status and `none` on any other.
 */
export function classify(response: GatewayResponse): GatewayClassification {
  const view = viewOf(response);
  for (const signature of candidates(response.status)) {
    const ground = groundOf(signature, view);
    if (ground === null) continue;
    if (ground === "page" && response.status >= 200 && response.status < 300 && quotesOthers(signature, view))
      return FINE;
    return {
      signatureId: signature.id,
      vendor: signature.vendor,
      hop: signature.hop,
      faultSide: signature.side,
      kind: signature.kind,
      confidence: confidenceOf(signature, ground),
      meaning: signature.meaning,
    };
  }
  return response.status >= 100 && response.status < 400 ? FINE : UNKNOWN;
}
