import type { ExplainPage } from "../../../shared/model/explain/page.ts";
import type { Translator } from "../../../shared/text/translator.ts";

/** The name of a page where it is large: number and name as the standard has them, else its own title. */
export function headingOf(page: ExplainPage, t: Translator, words: Translator): string {
  if (page.kind === "status") return page.name;
  if (page.status !== null) return t("know.unknown", { number: page.status });
  return words(`${page.words}.title`);
}

/** The line below the name; empty where the name says it all. */
export function sublineOf(page: ExplainPage, words: Translator): string {
  return page.kind === "status" || page.status !== null ? words(`${page.words}.title`) : "";
}

/** The name under which the page opens again. */
export function refOf(page: ExplainPage): string {
  return page.status === null ? page.id : `status-${page.status}`;
}
