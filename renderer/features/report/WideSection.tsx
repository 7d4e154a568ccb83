import { useId, type ReactNode } from "react";
import css from "./report.module.css";

/** A part of a screen under its own heading, as wide as the window: for what is a page itself. */
export function WideSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={css["wide"]} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
