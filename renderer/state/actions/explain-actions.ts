import { NO_EXPLAIN, stepBack } from "../slices/explain.ts";
import type { AppStore } from "../store.ts";

/** What a person can do with the explanations. */
export interface ExplainActions {
  /** Opens a page by its name (`status-502`, `verdict-gateway-error`, `topic-...`), or the list. */
  readonly showExplain: (page?: string) => void;
  readonly searchExplain: (query: string) => void;
  /** To a page from another one, or from the list. */
  readonly openExplained: (page: string) => void;
  /** One page back; from the first one to where the person came from. */
  readonly leaveExplained: () => void;
}

export function createExplainActions(store: AppStore): ExplainActions {
  return {
    showExplain: (page) =>
      store.setState(({ screen, explain }) => ({
        screen: "explain",
        explain: {
          ...NO_EXPLAIN,
          trail: page === undefined ? [] : [page],
          direct: page !== undefined,
          // Asked for again from the menu while it is open: the way back stays.
          from: screen === "explain" ? explain.from : screen,
        },
      })),
    searchExplain: (query) => store.setState(({ explain }) => ({ explain: { ...explain, query } })),
    openExplained: (page) =>
      store.setState(({ explain }) => ({ explain: { ...explain, trail: [...explain.trail, page] } })),
    leaveExplained: () =>
      store.setState(({ explain, run }) => {
        const next = stepBack(explain);
        if (next !== null) return { explain: next };
        // A check-up that ended meanwhile has its answer by now.
        const ended = explain.from === "checkup" && run?.checkup != null;
        return { screen: ended ? "verdict" : explain.from, explain: NO_EXPLAIN };
      }),
  };
}
