import type { ActionEnd } from "../../../shared/model/repair-action.ts";
import type { DnsBackend } from "../../platform/dns/dns-backend.ts";
import type { RepairAction } from "../action.ts";
import { flushDns } from "../flush-dns.ts";
import { refused } from "./support/refused.ts";

/** The only way to do it. */
const CHOICE = "flush";

/** Empties this computer's name caches. The administrator is asked only when a cache is left that needs one. */
export function flushDnsAction(backend: DnsBackend): RepairAction {
  return {
    id: "flush-dns",
    offer: async () => ({
      repair: "flush-dns",
      choices: [
        {
          id: CHOICE,
          label: "",
          facts: [],
          steps: [],
          mode: "auto",
          needsAdmin: false,
          undoable: false,
          seconds: 5,
          blockedBy: null,
        },
      ],
    }),
    async apply(_context, choiceId, signal): Promise<ActionEnd> {
      if (choiceId !== CHOICE) return refused("changed-since");
      const quiet = await flushDns(backend, false, signal);
      const asked = quiet.ok && needsMore(quiet.value.outcome) ? await flushDns(backend, true, signal) : quiet;
      // Emptying a cache changes no setting: there is nothing to take back, whatever came of it.
      if (!asked.ok) return refused(signal.aborted ? "cancelled" : "failed", "nothing", asked.error.code);
      switch (asked.value.outcome) {
        case "flushed":
        case "partly":
        case "nothing-to-flush":
          return { kind: "done", undoId: null, facts: [] };
        case "needs-admin":
          return refused("not-permitted");
        case "failed":
          return refused("failed");
      }
    },
  };
}

function needsMore(outcome: string): boolean {
  return outcome === "needs-admin" || outcome === "partly";
}
