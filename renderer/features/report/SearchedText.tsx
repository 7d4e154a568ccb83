import { useEffect, useRef } from "react";
import css from "./report.module.css";

/** More than anybody steps through. */
const MOST = 2000;

/** Where a query stands in a text, in any case; at most {@link MOST}. Empty for an empty query. */
export function matchesIn(text: string, query: string): readonly number[] {
  if (query === "") return [];
  // Lower-casing can change a text's length in a few scripts, and then places would be wrong.
  const lower = text.toLowerCase();
  const [where, what] = lower.length === text.length ? [lower, query.toLowerCase()] : [text, query];
  const found: number[] = [];
  for (let at = where.indexOf(what); at >= 0 && found.length < MOST; at = where.indexOf(what, at + what.length))
    found.push(at);
  return found;
}

/** Marks of what was taken out, as the report's formats write them. */
const MARK = /‹[a-z0-9 .:-]{1,80}›/gu;

interface Props {
  readonly text: string;
  readonly matches: readonly number[];
  /** Which match is looked at. */
  readonly current: number;
  /** Length of a match. */
  readonly length: number;
  readonly label: string;
}

/** A text as it is. Matches and marks are painted over it, so that the text stays one unbroken piece. */
export function SearchedText({ text, matches, current, length, label }: Props) {
  const ref = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const node = ref.current?.firstChild;
    const registry = typeof CSS === "undefined" ? undefined : CSS.highlights;
    if (!(node instanceof Text) || registry === undefined) return;
    const range = (start: number, end: number): Range => {
      const made = new Range();
      made.setStart(node, start);
      made.setEnd(node, end);
      return made;
    };
    const marks = Array.from(text.matchAll(MARK), ({ index, 0: mark }) => range(index, index + mark.length));
    registry.set("report-mark", new Highlight(...marks));
    registry.set("report-found", new Highlight(...matches.map((at) => range(at, at + length))));
    const at = matches[current];
    const here = at === undefined ? null : range(at, at + length);
    registry.set("report-here", new Highlight(...(here === null ? [] : [here])));
    if (here !== null && ref.current !== null) scrollTo(ref.current, here);
    return () => {
      for (const name of ["report-mark", "report-found", "report-here"]) registry.delete(name);
    };
  }, [text, matches, current, length]);
  return (
    // It scrolls, so the keyboard must be able to get into it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre ref={ref} className={css["text"]} dir="ltr" tabIndex={0} aria-label={label}>
      {text}
    </pre>
  );
}

function scrollTo(box: HTMLElement, range: Range): void {
  const [outer, inner] = [box.getBoundingClientRect(), range.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 2;
}
