import type { CheckStatus } from "../../shared/model/check.ts";
import css from "./status-mark.module.css";

export type Mark = CheckStatus | "running" | "waiting";

/** How a check stands, as a shape; the word that says the same stands beside it for screen readers. */
export function StatusMark({ mark, word }: { readonly mark: Mark; readonly word: string }) {
  return (
    <span className={css["mark"]} data-mark={mark}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shape(mark)}
      </svg>
      <span className="only-heard">{word}</span>
    </span>
  );
}

function shape(mark: Mark) {
  switch (mark) {
    case "pass":
      return <path className={css["line"]} d="m3 8.5 3.2 3.2L13 4.8" />;
    case "warn":
      return <path className={css["line"]} d="M8 2.8 14.2 13.4H1.8ZM8 6.6v3M8 11.6v.05" />;
    case "fail":
      return <path className={css["line"]} d="m4 4 8 8m0-8-8 8" />;
    case "skipped":
      return <path className={css["line"]} d="M4.5 8h7" />;
    case "unknown":
      return <path className={css["line"]} d="M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.8-1.1 1.6M8 12.3v.05" />;
    case "running":
      return <path className={`${css["line"]} ${css["turn"]}`} d="M8 2.5A5.5 5.5 0 1 1 2.5 8" />;
    case "waiting":
      return <circle className={css["dot"]} cx="8" cy="8" r="1.5" />;
  }
}
