import { readFileSync } from "node:fs";
import { z } from "zod";
import { classify } from "../../../../electron/gateway/classify.ts";
import type { GatewayClassification } from "../../../../shared/model/gateway.ts";

/**
 * One page of a hold-out set. `sides` are the answers that are right, the most exact one first; `vendor` holds words of
 * which one must be in the vendor's name, parted by `|` (null or empty: nobody to be named); `hop` likewise.
 * `source` says whether the words were read in public material, recalled, or made up after it.
 */
const Page = z.object({
  id: z.string(),
  sides: z.array(z.string()).min(1),
  vendor: z.string().nullable(),
  hop: z.string().nullable(),
  source: z.string(),
  status: z.number(),
  statusText: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});
type Page = z.infer<typeof Page>;

/** The pages of a file; throws when the file is not such a set. */
export function readHoldout(file: string): readonly Page[] {
  return z.array(Page).parse(JSON.parse(readFileSync(file, "utf8")));
}

type Count = { right: number; wrong: number; unknown: number };

export type HoldoutScore = {
  readonly pages: number;
  readonly fine: number;
  /** Fine pages for which anybody but the site's own page was named. */
  readonly fineAccused: number;
  /** Pages whose blame went to the wrong side of the border between the person and the site, fine ones included. */
  readonly accused: number;
  readonly side: Readonly<Count>;
  readonly vendor: Readonly<Count>;
  readonly hop: Readonly<Count>;
  readonly lines: readonly string[];
};

const NEAR = new Set(["device", "browser", "local-network", "provider", "resolver", "proxy"]);
const SITE = new Set(["site-edge", "site-origin", "site-dns"]);

function isAccusation(got: string, sides: readonly string[]): boolean {
  if (sides.includes(got) || got === "none" || got === "unknown") return false;
  const wanted = sides[0] ?? "unknown";
  if (wanted === "none" || wanted === "unknown") return true;
  return (
    (NEAR.has(got) && !sides.some((side) => NEAR.has(side))) || (SITE.has(got) && !sides.some((side) => SITE.has(side)))
  );
}

function holds(name: string, words: string): boolean {
  return words.split("|").some((word) => name.toLowerCase().includes(word));
}

function outcome(got: string | null, words: string): keyof Count {
  if (got === null || got === "unknown") return "unknown";
  return holds(got, words) ? "right" : "wrong";
}

function describe(page: Page, got: GatewayClassification): string {
  return `wanted ${page.sides.join("|")} ${page.vendor ?? "-"} ${page.hop ?? "-"}, got ${got.faultSide} ${got.vendor ?? "-"} ${got.hop} by ${got.signatureId ?? "nothing"}`;
}

/** How the classifier does on these pages; `lines` tells each page whose side or vendor is not right. */
export function score(pages: readonly Page[]): HoldoutScore {
  const side = { right: 0, wrong: 0, unknown: 0 };
  const vendor = { right: 0, wrong: 0, unknown: 0 };
  const hop = { right: 0, wrong: 0, unknown: 0 };
  const lines: string[] = [];
  let fine = 0;
  let fineAccused = 0;
  let accused = 0;
  for (const page of pages) {
    const got = classify(page);
    const right = page.sides.includes(got.faultSide);
    const sideWord = right ? "right" : got.faultSide === "unknown" || got.faultSide === "none" ? "unknown" : "wrong";
    side[sideWord] += 1;
    const isFine = page.sides.includes("none");
    if (isFine) {
      fine += 1;
      if (!right) fineAccused += 1;
    }
    if (isAccusation(got.faultSide, page.sides)) accused += 1;
    const named = page.vendor === null || page.vendor === "" ? "right" : outcome(got.vendor, page.vendor);
    if (page.vendor !== null && page.vendor !== "") vendor[named] += 1;
    if (page.hop !== null) hop[outcome(got.hop, page.hop)] += 1;
    if (!right || named !== "right") {
      lines.push(`${right ? "VENDOR" : sideWord.toUpperCase()} ${page.id} (${page.status}): ${describe(page, got)}`);
    }
  }
  return { pages: pages.length, fine, fineAccused, accused, side, vendor, hop, lines };
}
