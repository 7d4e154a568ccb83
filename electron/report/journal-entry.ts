import type { SavedReport } from "../../shared/contract/report/report.ts";
import type { DnsChange } from "../../shared/model/dns-change.ts";

/** A change as a report shows it: everything but what proves it to the guard and what only a back end understands. */
export function journalEntryOf(change: DnsChange): SavedReport["journal"][number] {
  const { snapshot, plan } = change;
  return {
    id: change.id,
    startedAt: change.startedAt,
    updatedAt: change.updatedAt,
    manager: snapshot.manager,
    link: snapshot.linkName,
    state: change.state,
    end: change.end,
    before: { v4: [...snapshot.v4.configured], v6: [...snapshot.v6.configured] },
    after: [...plan.servers],
  };
}
