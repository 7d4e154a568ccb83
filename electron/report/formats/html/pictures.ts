import type { CheckView } from "../../view/report-view.ts";
import { seconds } from "../../view/report-view.ts";
import type { Place } from "../../view/places.ts";
import { escaped, html, type Html } from "./escape.ts";

/** Width of both pictures in their own units. */
const WIDTH = 840;

/** The way of a request in seven stations: each with a shape and a word, never colour alone. */
export function pathPicture(places: readonly Place[], label: string): Html {
  const step = WIDTH / Math.max(1, places.length);
  const stations = places.map((place, index) => station(place, places[index - 1], step * (index + 0.5), step));
  const told = places.map(({ label: name, stateWord }) => `${name}: ${stateWord}`).join(", ");
  return html`<svg viewBox="0 0 ${WIDTH} 104" role="img" aria-label="${escaped(`${label}: ${told}`)}">
    ${stations}
  </svg>`;
}

function station(place: Place, before: Place | undefined, x: number, step: number): Html {
  const open = before !== undefined && isOpen(before.state) && isOpen(place.state);
  const trackClass = open ? "track" : "track dotted";
  const track =
    before === undefined
      ? html``
      : html`<line class="${trackClass}" x1="${x - step + 22}" y1="28" x2="${x - 22}" y2="28" />`;
  const { state } = place;
  return html`${track}<circle class="station ${state}" cx="${x}" cy="28" r="17" />${sign(state, x)}<text
      x="${x}"
      y="70"
      text-anchor="middle"
      >${place.label}</text
    ><text class="${state}" x="${x}" y="90" text-anchor="middle">${place.stateWord}</text>`;
}

function isOpen(state: Place["state"]): boolean {
  return state === "ok" || state === "warn";
}

/** Tick, exclamation mark, cross; a dot where nothing is known. */
function sign(state: Place["state"], x: number): Html {
  switch (state) {
    case "ok":
      return html`<path class="sign ok" d="M${x - 7} 28.5l4.5 4.5 9-10" />`;
    case "warn":
      return html`<path class="sign warn" d="M${x} 19v10M${x} 36v.1" />`;
    case "fault":
      return html`<path class="sign fault" d="M${x - 6} 22l12 12M${x + 6} 22l-12 12" />`;
    case "unknown":
      return html`<path class="sign unknown" d="M${x} 28v.1" />`;
  }
}

const ROW = 22;
const LEFT = 250;
const RIGHT = 70;

/** When each check ran and how long it took, one bar each. Checks that were not asked are left out. */
export function timingChart(checks: readonly CheckView[], durationMs: number, label: string): Html {
  const ran = checks.filter(({ status }) => status !== "skipped");
  const end = Math.max(durationMs, ...ran.map((check) => check.startedMs + check.durationMs), 1);
  const scale = (WIDTH - LEFT - RIGHT) / end;
  const height = ran.length * ROW + 24;
  const lines = ticks(end).map((at) => {
    const x = round(LEFT + at * scale);
    return html`<line class="grid" x1="${x}" y1="0" x2="${x}" y2="${height - 20}" /><text
        class="quiet"
        x="${x}"
        y="${height - 4}"
        text-anchor="middle"
        >${tickWord(at)}</text
      >`;
  });
  const bars = ran.map((check, index) => {
    const y = index * ROW;
    const x = round(LEFT + check.startedMs * scale);
    const width = Math.max(2, round(check.durationMs * scale));
    return html`<text x="0" y="${y + 15}">${shortened(check.title)}</text
      ><rect class="${barClass(check)}" x="${x}" y="${y + 5}" width="${width}" height="12" rx="2" /><text
        class="quiet"
        x="${x + width + 6}"
        y="${y + 15}"
        >${seconds(check.durationMs)}</text
      >`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(label)}">${lines}${bars}</svg>`;
}

function barClass({ status }: CheckView): string {
  return status === "pass" || status === "warn" || status === "fail" ? status : "other";
}

/** Round times, at most eight of them. */
function ticks(end: number): readonly number[] {
  const step = [100, 250, 500, 1000, 2000, 5000, 10_000, 30_000].find((ms) => end / ms <= 8) ?? end;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

function tickWord(ms: number): string {
  return ms === 0 ? "0" : `${(ms / 1000).toString()} s`;
}

function shortened(title: string): string {
  return title.length > 34 ? `${title.slice(0, 33)}…` : title;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
