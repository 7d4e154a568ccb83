import type { HistorySummary } from "./entry.ts";

/**
 * Entries that hold every word of the query, in any case, anywhere in address, verdict, side, day or note. An empty
 * query finds all. The order is kept.
 */
export function searchHistory<Entry extends HistorySummary>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  return entries.filter((entry) => {
    const { url, host, verdict, faultSide, startedAt, note, id } = entry;
    const text = [url, host, verdict, faultSide, startedAt, note, id].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
