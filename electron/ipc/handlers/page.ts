import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { SAVED_TEXT_LIMIT } from "../../../shared/model/saved-page.ts";
import type { Handler } from "../answer.ts";

/** A file that the person chose in the system's own dialog. */
export interface ChosenFile {
  /** Its name without the folder. */
  readonly name: string;
  readonly text: string;
}

/** What the page calls need. */
export interface PageParts {
  /** Asks for a file and reads it; null when the person chose none. */
  readonly chooseFile: () => Promise<Result<ChosenFile | null, "not-readable" | "too-large">>;
}

/** `page.classify`: who made a page that was pasted or dropped. */
export function pageClassifyHandler(): Handler<"page.classify"> {
  return async ({ text, status }) => {
    // The signatures are loaded with the first page: the window must be painted before.
    const { judgeSaved } = await import("../../gateway/saved-page/judge-saved.ts");
    return ok(judgeSaved(text, status));
  };
}

/** `page.open`: asks for a saved page or network log, reads it, and says who made what is in it. */
export function pageOpenHandler({ chooseFile }: PageParts): Handler<"page.open"> {
  return async () => {
    const chosen = await chooseFile();
    if (!chosen.ok) return fail(chosen.error);
    if (chosen.value === null) return ok(null);
    const { name, text } = chosen.value;
    const { judgeSaved } = await import("../../gateway/saved-page/judge-saved.ts");
    const pages = judgeSaved(text, null);
    return ok({ name, text: pages.format === "page" ? text.slice(0, SAVED_TEXT_LIMIT) : "", pages });
  };
}
