import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFileAtomic } from "../atomic-file.ts";
import type { HistorySummary } from "./entry.ts";

/** Raised when summaries are made differently: older ones are then made anew. */
const VERSION = 1;

const text = z.string();
const summary = z.object({
  id: text,
  startedAt: text,
  url: text,
  host: text,
  verdict: text,
  faultSide: text,
  confidence: text,
  values: z.record(text, z.union([text, z.number()])),
  rules: z.number(),
  note: text,
});
const file = z.object({
  version: z.literal(VERSION),
  entries: z.array(z.object({ name: text, stamp: text, summary })),
});

interface Known {
  /** Size and time of the file the summary was made of. */
  readonly stamp: string;
  /** Null: the file is none of ours. */
  readonly summary: HistorySummary | null;
}

/** What is known of the entries without opening them: a list of a thousand must not read a hundred megabytes. */
export interface KnownSummaries {
  get(name: string, stamp: string): Known | undefined;
  set(name: string, known: Known): void;
  /** Forgets all but these. */
  keepOnly(names: readonly string[]): void;
  /** Writes down what has changed. A disk that refuses costs only time at the next list. */
  save(): void;
}

/** Opens `summaries.json` in the history's folder; it is read at the first question, and anything odd in it is ignored. */
export function knownSummaries(folder: string): KnownSummaries {
  const path = join(folder, "summaries.json");
  let entries: Map<string, Known> | null = null;
  let changed = false;
  const all = (): Map<string, Known> => (entries ??= readKnown(path));
  return {
    get: (name, stamp) => {
      const known = all().get(name);
      return known?.stamp === stamp ? known : undefined;
    },
    set: (name, known) => {
      all().set(name, known);
      changed = true;
    },
    keepOnly: (names) => {
      const wanted = new Set(names);
      for (const name of all().keys()) if (!wanted.has(name)) changed = all().delete(name) || changed;
    },
    save: () => {
      if (!changed) return;
      const known = [...all()].flatMap(([name, { stamp, summary: said }]) =>
        said === null ? [] : [{ name, stamp, summary: said }],
      );
      changed = known.length === 0 ? !deleted(path) : !writeFileAtomic(path, textOf(known)).ok;
    },
  };
}

function textOf(entries: z.output<typeof file>["entries"]): string {
  return JSON.stringify({ version: VERSION, entries });
}

function deleted(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false; // tried again at the next change
  }
}

function readKnown(path: string): Map<string, Known> {
  try {
    const parsed = file.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return new Map(parsed.success ? parsed.data.entries.map(({ name, ...known }) => [name, known]) : []);
  } catch {
    // None yet, or none of ours: everything is read anew.
    return new Map();
  }
}
