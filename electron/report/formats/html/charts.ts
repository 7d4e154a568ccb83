import type { Chart } from "../../view/chart.ts";
import { seconds } from "../../view/report-view.ts";
import { escaped, html, type Html } from "./escape.ts";

/** Width of a picture in its own units. */
const WIDTH = 840;

/**
 * A picture of numbers. Inside a picture the marks of redactions are text like the rest (HTML's mark is unknown there). Good and bad differ in height and place, not in colour alone; the table below has the words.
 */
export function chartPicture(chart: Chart): Html {
  if (chart.marks.length === 0) return html``;
  return chart.kind === "timeline" ? timeline(chart) : bars(chart);
}

/** Looks over time: a good one stands above the line, a bad one hangs below it. */
function timeline(chart: Extract<Chart, { readonly kind: "timeline" }>): Html {
  const scale = (WIDTH - 20) / chart.lengthMs;
  const marks = chart.marks.map(({ ms, good, label: told }) => {
    const x = round(10 + Math.max(0, ms) * scale);
    const [y, kind] = good ? [8, "pass"] : [32, "fail"];
    return html`<rect class="${kind}" x="${x - 2}" y="${y}" width="4" height="20" rx="1.5"
      ><title>${escaped(told)}</title></rect
    >`;
  });
  const end = minutes(chart.lengthMs);
  return html`<svg viewBox="0 0 ${WIDTH} 74" role="img" aria-label="${escaped(chart.label)}">
    <line class="grid" x1="0" y1="30" x2="${WIDTH}" y2="30" />
    ${marks}
    <text class="quiet" x="0" y="70">${chart.startedAt}</text>
    <text class="quiet" x="${WIDTH}" y="70" text-anchor="end">${end}</text>
  </svg>`;
}

const ROW = 22;
const LEFT = 250;
const RIGHT = 70;

function bars(chart: Chart): Html {
  const { marks } = chart;
  const longest = Math.max(1, ...marks.map(({ ms }) => ms));
  const scale = (WIDTH - LEFT - RIGHT) / longest;
  const rows = marks.map(({ label: name, ms, good }, index) => {
    const width = Math.max(2, round(ms * scale));
    const y = index * ROW;
    return html`<text x="0" y="${y + 15}">${escaped(shortened(name))}</text
      ><rect class="${good ? "pass" : "fail"}" x="${LEFT}" y="${y + 5}" width="${width}" height="12" rx="2" /><text
        class="quiet"
        x="${LEFT + width + 6}"
        y="${y + 15}"
        >${seconds(ms)}</text
      >`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${marks.length * ROW + 6}" role="img" aria-label="${escaped(chart.label)}">
    ${rows}
  </svg>`;
}

function minutes(ms: number): string {
  return ms < 120_000 ? seconds(ms) : `${Math.round(ms / 60_000)} min`;
}

function shortened(text: string): string {
  return text.length > 34 ? `${text.slice(0, 33)}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
