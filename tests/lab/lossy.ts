import type { LabScenario } from "../scenarios/scenario.ts";
import type { LabCase } from "./cases.ts";
import type { CaseResult } from "./report/result.ts";
import { quantile, times } from "./report/bars.ts";

const URLS = [
  "http://plain.example.com/",
  "https://plain.example.com/",
  "https://nginx.example.com/",
  "http://dual.example.com/",
  "https://cloudflare.example.com/",
  "http://three.example.com/",
];

/** Healthy check-ups over a line that loses 10 % each way and takes 300 ms. The seed makes the losses the same again. */
export function lossyCases(count: number, seed: number): readonly LabCase[] {
  return Array.from({ length: count }, (_, index): LabCase => {
    const scenario: LabScenario = {
      id: `lossy-${index}`,
      broken: "nothing at the site: 10 % loss, 300 ms",
      url: URLS[index % URLS.length] ?? "",
      faults: [{ do: "wire", both: { loss: 10, delay: 150 }, seed: seed * 100_000 + index }],
      roundTripMs: 300,
      expected: { code: "healthy", sides: ["none"] },
    };
    return { id: scenario.id, kind: "broken", scenario, expected: scenario.expected };
  });
}

/** Sides that accuse the site. */
const SITE = new Set(["site-dns", "site-edge", "site-origin"]);

/** Nobody may say that the site is down; blaming the line is right, and so is admitting doubt. */
export function lossyVerdict(
  results: readonly CaseResult[],
  wanted: number,
): { readonly text: string; readonly holds: boolean } {
  const codes = new Map<string, number>();
  for (const { said } of results) {
    const name = said === null ? "no answer" : `${said.code}/${said.side}`;
    codes.set(name, (codes.get(name) ?? 0) + 1);
  }
  const accused = results.filter(({ said }) => said !== null && SITE.has(said.side)).length;
  const silent = results.filter(({ said }) => said === null).length;
  const all = times(results);
  const counts = [...codes].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
  const text = [
    `${results.length} of ${wanted} healthy check-ups at 10 % loss and 300 ms: ${counts.join(", ")}`,
    `middle ${quantile(all, 0.5)} ms, 95 of 100 ${quantile(all, 0.95)} ms, longest ${quantile(all, 1)} ms`,
    `${accused === 0 ? "holds" : "FAILS"}  the site accused: ${accused} (bar 0)`,
  ].join("\n");
  return { text, holds: accused === 0 && silent === 0 && results.length === wanted };
}
