import { CONFIDENCES } from "../../../shared/model/confidence.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import { FAULT_SIDES } from "../../../shared/model/fault-side.ts";
import type { HistoryList, HistoryRow } from "../../../shared/model/report-desk.ts";
import { VERDICT_CODES } from "../../../shared/model/verdict-code.ts";
import { encodeShortCode } from "../../../shared/lib/short-code.ts";
import { HISTORY_LIMITS, type HistoryEntry } from "../../storage/history/entry.ts";
import { searchHistory } from "../../storage/history/search.ts";
import type { DeedSources } from "./deeds.ts";
import type { ReportRoom } from "./room.ts";

/** Most rows that are shown at once; a search finds the rest. */
const SHOWN = 300;

/** Everything that happened, newest first, or what fits the words. */
export function historyList(query: string, room: ReportRoom, deeds: DeedSources): HistoryList {
  const entries = room.history.store.list();
  const rows = [
    ...searchHistory(entries, query).flatMap(checkupRow),
    ...deeds.dnsChanges().map(dnsRow).filter(fits(query)),
    ...deeds
      .actionChanges()
      .map(({ data: _data, ...change }): HistoryRow => ({ kind: "action", at: change.startedAt, change }))
      .filter(fits(query)),
    ...deeds.watches().map(watchRow).filter(fits(query)),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  return {
    rows: rows.slice(0, SHOWN),
    more: Math.max(0, rows.length - SHOWN),
    kept: { checkups: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) },
    limits: { ...HISTORY_LIMITS },
  };
}

/** Entries of a newer program can hold words we do not know: those are left to it. */
function checkupRow(entry: HistoryEntry): readonly HistoryRow[] {
  const code = VERDICT_CODES.find((known) => known === entry.verdict);
  const faultSide = FAULT_SIDES.find((known) => known === entry.faultSide);
  const confidence = CONFIDENCES.find((known) => known === entry.confidence);
  if (code === undefined || faultSide === undefined || confidence === undefined) return [];
  const { id, startedAt, url, host, values, note } = entry;
  const shortCode = encodeShortCode({ code, faultSide, confidence, rules: entry.rules });
  return [
    {
      kind: "checkup",
      at: startedAt,
      checkup: { id, startedAt, url, host, code, faultSide, confidence, values, shortCode, note },
    },
  ];
}

function dnsRow({ id, startedAt, snapshot, plan, state, end }: DnsChange): HistoryRow {
  const before = { v4: snapshot.v4, v6: snapshot.v6 };
  const change = { id, startedAt, linkName: snapshot.linkName, before, servers: plan.servers, state, end };
  return { kind: "dns", at: startedAt, change };
}

function watchRow({
  id,
  url,
  host,
  startedAt,
  endedAt,
  looks,
}: ReturnType<DeedSources["watches"]>[number]): HistoryRow {
  const good = looks.filter(({ outcome }) => outcome === "good").length;
  return { kind: "watch", at: startedAt, watch: { id, url, host, endedAt, looks: looks.length, good } };
}

/** Every word of the query somewhere in the row's own values. */
function fits(query: string): (row: HistoryRow) => boolean {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  return (row) => {
    const text = JSON.stringify(row).toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
