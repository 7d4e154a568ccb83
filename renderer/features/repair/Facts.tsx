import type { ActionEnd } from "../../../shared/model/repair-action.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./repair.module.css";

/** What the repair itself found or did, in its own words. */
export function Facts({ end }: { readonly end: ActionEnd | null }) {
  const t = useText();
  if (end?.kind !== "done" || end.facts.length === 0) return null;
  return (
    <ul className={css["plan"]}>
      {end.facts.map((fact) => (
        <li key={fact.key}>{t.message(fact)}</li>
      ))}
    </ul>
  );
}
