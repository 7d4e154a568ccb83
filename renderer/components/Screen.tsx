import { useEffect, useRef, type ReactNode } from "react";
import css from "./screen.module.css";

interface Props {
  /** The window's title while this screen is open. */
  readonly title: string;
  /** The screen's one question or answer. */
  readonly heading: string;
  /** False where something else takes the focus (a field to type in). */
  readonly focusHeading?: boolean;
  readonly children: ReactNode;
}

/** One screen: names the window, and takes the focus to its heading so that everybody notices the change. */
export function Screen({ title, heading, focusHeading = true, children }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (focusHeading) ref.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [focusHeading]);
  return (
    <main className={css["screen"]}>
      <h1 ref={ref} tabIndex={-1}>
        {heading}
      </h1>
      {children}
    </main>
  );
}
