import type { ReactNode } from "react";
import css from "./pairs.module.css";

/** Names and what they stand for, one below the other. */
export function Pairs({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={css["pairs"]}>
      {rows.map(([name, value]) => (
        <div key={name} className={css["row"]}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
