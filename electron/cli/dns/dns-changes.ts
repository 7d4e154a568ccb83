import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { undoDns } from "../../repairs/dns/undo.ts";
import type { DnsCall } from "./dns-deps.ts";
import { sayFailure } from "./dns-words.ts";
import { printable } from "../terminal/style.ts";
import { EXIT } from "../terminal/terminal.ts";

/** `dns undo`: exit code 0 when everything is as before, 4 when nothing was undone (also when theirs was left alone). */
export async function dnsUndo(
  { deps, terminal, t, signal }: DnsCall,
  { id, anyNetwork }: { readonly id: string | null; readonly anyNetwork: boolean },
): Promise<number> {
  const fitting = id === null ? [] : deps.desk.journal.list().changes.filter((change) => change.id.startsWith(id));
  if (fitting.length > 1) {
    terminal.err(`"${id}" fits ${fitting.length} changes; give more of the id.\n`);
    return EXIT.usage;
  }
  const undone = await undoDns(deps.desk, id === null ? null : (fitting[0]?.id ?? id), signal, anyNetwork);
  if (!undone.ok) {
    terminal.err(`  ${sayFailure(t, undone.error.code, "detail" in undone.error ? undone.error.detail : "")}\n`);
    if (undone.error.code === "other-network") terminal.err(`  ${t("dns.undo.any-network")}\n`);
    return EXIT.notChanged;
  }
  const { restored } = undone.value;
  const done = restored === "theirs" ? "" : `${t("dns.undo.done")} `;
  await terminal.out(`  ${done}${t(`dns.restored.${restored}`)}\n`);
  return restored === "theirs" ? EXIT.notChanged : EXIT.done;
}

/** `dns history`: every change we know of, newest first. */
export async function dnsHistory({ deps, terminal, t }: DnsCall, json: boolean): Promise<number> {
  const { changes, damaged } = deps.desk.journal.list();
  if (json) {
    const document = { schemaVersion: 1, changes: changes.map(entryOf), damaged };
    await terminal.out(`${JSON.stringify(document, null, 2)}\n`);
    return EXIT.done;
  }
  const rows = changes.map((change) => rowOf(change, t));
  await terminal.out(rows.length === 0 ? `  ${t("dns.history.empty")}\n` : `${printable(rows.join("\n"))}\n`);
  return EXIT.done;
}

/** What scripts get of a change: never its token or what only the back end understands. */
function entryOf(change: DnsChange) {
  const { id, startedAt, updatedAt, appVersion, mode, snapshot, plan, state, confirmed, end } = change;
  return {
    id,
    startedAt,
    updatedAt,
    appVersion,
    adapter: { id: snapshot.linkId, name: snapshot.linkName },
    manager: snapshot.manager,
    before: { v4: snapshot.v4, v6: snapshot.v6 },
    servers: plan.servers,
    mode,
    state,
    confirmed,
    end,
  };
}

function rowOf(change: DnsChange, t: Translator): string {
  const { id, startedAt, snapshot, plan, state, end } = change;
  const how = t(end === null ? `dns.change.${state}` : `dns.change.end-${end}`);
  const when = startedAt.slice(0, 16).replace("T", " ");
  return `  ${id.slice(0, 8)}  ${when} UTC  ${snapshot.linkName}: ${plan.servers.join(", ")}  ${how}`;
}
