import type { ActionEnd, ActionUndone } from "../../../shared/model/repair-action.ts";
import { hostsEntriesFor } from "../../platform/readings/hosts-entries.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import { commentOutHostsEntry, type HostsDeps, type HostsFailure, undoHostsEntry } from "../hosts/hosts-entry.ts";
import { digestOf } from "./support/digest.ts";
import { refusalOf, refused } from "./support/refused.ts";
import { click, words } from "./support/steps.ts";

interface Found {
  readonly id: string;
  readonly path: string;
  readonly entries: readonly { readonly line: number; readonly address: string }[];
}

/** Turns the hosts file's entries of the site into notes, and back. */
export function hostsEntryAction(deps: HostsDeps): RepairAction {
  return {
    id: "hosts-entry",
    async offer(context, signal) {
      const found = await find(deps, context, signal);
      if (found === null) return null;
      const { id, path, entries } = found;
      const host = context.target.displayHost;
      return {
        repair: "hosts-entry",
        choices: [
          {
            id,
            label: path,
            facts: entries.map(({ line, address }) => words("hosts-entry.entry", { host, address, line })),
            steps: entries.map(({ line }) => click("hosts-entry.note", { line, path })),
            mode: "auto",
            needsAdmin: true,
            undoable: true,
            seconds: 20,
            blockedBy: null,
          },
        ],
      };
    },
    async apply(context, choiceId, signal): Promise<ActionEnd> {
      const found = await find(deps, context, signal);
      if (found === null) return refused("no-longer-there");
      if (found.id !== choiceId) return refused("changed-since");
      const done = await commentOutHostsEntry(deps, context.target.host, signal);
      if (!done.ok) return refusalOfHosts(done.error);
      const facts = [words("hosts-entry.done", { count: done.value.lines.length, path: found.path })];
      return { kind: "done", undoId: done.value.id, facts };
    },
    async undo(undoId, signal): Promise<ActionUndone> {
      const undone = await undoHostsEntry(deps, undoId, signal);
      if (undone.ok) return { kind: "undone" };
      return undone.error.code === "theirs" ? { kind: "theirs" } : refusalOfHosts(undone.error);
    },
  };
}

async function find(deps: HostsDeps, { target }: ActionContext, signal: AbortSignal): Promise<Found | null> {
  const file = await deps.machine.hostsFile(signal);
  if (!file.ok) return null;
  const { path, text } = file.value;
  const entries = hostsEntriesFor(text, target.host);
  return entries.length === 0 ? null : { id: digestOf([path, entries]), path, entries };
}

function refusalOfHosts({ code, detail }: HostsFailure): Extract<ActionEnd, { readonly kind: "refused" }> {
  if (code === "no-entry" || code === "nothing-to-undo") return refused("no-longer-there", "nothing", detail);
  if (code === "theirs") return refused("changed-since", "nothing", detail);
  // Whatever was written is only seen by reading again: a time-out may have come after the change.
  return refusalOf({ code, detail }, code === "timed-out" || code === "not-effective" ? "maybe" : "nothing");
}
