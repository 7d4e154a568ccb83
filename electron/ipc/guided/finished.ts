import type { Checkup, CheckupEvent } from "../../../shared/model/checkup.ts";
import type { GuidedSource } from "../../../shared/model/guided.ts";

/** A check-up that has ended, and where it came from. */
export interface Finished {
  readonly checkup: Checkup;
  readonly source: GuidedSource;
}

/** Remembers the last check-ups of the window, so that a guided session can begin from one by its id. */
export interface FinishedCheckups {
  began(id: string, source: GuidedSource): void;
  note(event: CheckupEvent): void;
  get(id: string): Finished | null;
}

/** More than a person goes back to in one sitting; each is a few hundred kilobytes. */
const LIMIT = 8;

function keepFew(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > LIMIT && oldest !== undefined) map.delete(oldest);
}

/** A new memory. A start is announced before or after its end: either order works. */
export function rememberFinished(): FinishedCheckups {
  const sources = new Map<string, GuidedSource>();
  const ended = new Map<string, Checkup>();
  return {
    began(id, source) {
      sources.set(id, source);
      keepFew(sources);
    },
    note(event) {
      if (event.kind !== "ended") return;
      ended.set(event.id, event.checkup);
      keepFew(ended);
    },
    get(id) {
      const [checkup, source] = [ended.get(id), sources.get(id)];
      return checkup === undefined || source === undefined ? null : { checkup, source };
    },
  };
}
