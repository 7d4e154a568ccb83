import { fail, ok } from "../../../shared/lib/result.ts";
import type { Handlers } from "../answer.ts";
import type { ReportParts } from "./report.ts";

type HistoryCall = Extract<keyof Handlers, `history.${string}`>;

/** The handlers of the calls about the history. */
export function historyHandlers({
  reportRoom,
  deedSources,
}: Pick<ReportParts, "reportRoom" | "deedSources">): Pick<Handlers, HistoryCall> {
  return {
    "history.list": async ({ query }) => {
      const { historyList } = await import("../report/history-rows.ts");
      return ok(historyList(query, await reportRoom(), await deedSources()));
    },
    "history.compare": async ({ ids: [one, other] }) => {
      const room = await reportRoom();
      const [first, second] = [room.report({ kind: "history", id: one }), room.report({ kind: "history", id: other })];
      if (!first.ok) return first;
      if (!second.ok) return second;
      const { comparedOf } = await import("../report/lines.ts");
      return ok(comparedOf(first.value.report, second.value.report));
    },
    "history.remove": async ({ id }) => {
      const removed = (await reportRoom()).history.store.remove(id);
      return removed.ok ? ok({ removed: removed.value }) : fail("not-kept");
    },
    "history.removeAll": async () => {
      const removed = (await reportRoom()).history.store.removeAll();
      return removed.ok ? ok({ removed: removed.value }) : fail("not-kept");
    },
  };
}
