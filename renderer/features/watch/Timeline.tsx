import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { WatchLook } from "../../../shared/model/watch.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./watch.module.css";

/** Height of the chart, CSS pixels. */
const HEIGHT = 140;

/** Answer times over time, fine looks and others apart. The table below says the same to those who cannot see it. */
export function Timeline({ looks }: { readonly looks: readonly WatchLook[] }) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    let chart: uPlot | null = null;
    const draw = (): void => {
      chart?.destroy();
      chart = new uPlot(optionsFor(current, t.language, t("watching.axis")), dataOf(looks), current);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(current);
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    return () => {
      observer.disconnect();
      dark.removeEventListener("change", draw);
      chart?.destroy();
    };
  }, [looks, t]);
  return (
    <figure className={css["figure"]}>
      <div ref={place} className={css["chart"]} aria-hidden="true" />
      <figcaption className={css["legend"]}>
        <span className="only-heard">{t("watching.chart")}</span>
        <span className={css["key-good"]}>{t("watching.legend.good")}</span>
        <span className={css["key-bad"]}>{t("watching.legend.bad")}</span>
      </figcaption>
    </figure>
  );
}

function seconds({ ms }: WatchLook): number {
  return ms / 1_000;
}

/** Full for fine looks, hollow for the others: colour is not all that tells them apart (WCAG 1.4.1). */
function points(stroke: string, fill: string): uPlot.Series {
  return { stroke, width: 0, paths: () => null, points: { show: true, size: 8, width: 2, fill, stroke } };
}

function dataOf(looks: readonly WatchLook[]): uPlot.AlignedData {
  return [
    looks.map(({ at }) => Date.parse(at) / 1_000),
    looks.map((look) => (look.code === "good" ? seconds(look) : null)),
    looks.map((look) => (look.code === "good" ? null : seconds(look))),
  ];
}

/** Colours come from the style sheet, so that the chart follows light, dark and high contrast. */
function optionsFor(place: HTMLElement, language: string, label: string): uPlot.Options {
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const axis = { stroke: colour("--text-quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
  return {
    width: Math.max(place.clientWidth, 100),
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(high * 1.15, 0.1)] } },
    axes: [
      {
        ...axis,
        size: 30,
        space: 70,
        values: (_chart, times) => times.map((time) => clock.format(new Date(time * 1_000))),
      },
      { ...axis, label, labelSize: 18, size: 44, space: 40 },
    ],
    series: [{}, points(colour("--ok"), colour("--ok")), points(colour("--fault"), colour("--surface"))],
  };
}
