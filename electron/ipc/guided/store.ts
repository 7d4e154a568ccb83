import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repairDone } from "../../../shared/contract/report/deeds.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import { type GuidedSession, STEP_PHASES } from "../../../shared/model/guided.ts";
import { REPAIR_IDS } from "../../../shared/model/repair.ts";
import { type StorageFailure, writeFileAtomic } from "../../storage/atomic-file.ts";
import { type Deed, deedsIn } from "./deeds.ts";

/** A session with the check-up it is about now. */
export interface KeptSession {
  readonly session: GuidedSession;
  readonly checkup: Checkup;
}

/** Where the one open session and the deeds of the past ones are kept. */
export interface GuidedStore {
  /** Null: none is open, or what is there is none of ours. */
  load(): KeptSession | null;
  /** `null`: none is open any more. What was tried stays on record. */
  save(kept: KeptSession | null): Result<void, StorageFailure>;
  /** What was tried for a check-up, oldest first; empty when nothing was. */
  deedsOf(checkupId: string): readonly Deed[];
}

/** Sessions whose deeds are remembered; older ones are dropped. */
const PAST_LIMIT = 100;

// The file is ours alone and readable by this user alone: its frame is checked, so that a damaged or older file is
// recognised; what is inside was typed when it was written.
const session = z.custom<GuidedSession>(
  (value) =>
    z
      .object({
        id: z.string(),
        checkupIds: z.array(z.string()).min(1),
        source: z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("address"), privateMode: z.boolean(), askVantage: z.boolean() }),
          z.object({ kind: z.literal("practice"), scenarioId: z.string() }),
        ]),
        verdict: z.object({ code: z.string(), values: z.record(z.string(), z.unknown()) }),
        place: z.enum(["intro", "step", "end"]),
        at: z.number().int().nonnegative(),
        practised: z.array(z.enum(REPAIR_IDS)),
        steps: z.array(z.object({ plan: z.object({ id: z.enum(REPAIR_IDS) }), phase: z.enum(STEP_PHASES) })),
      })
      .safeParse(value).success,
);
const checkup = z.custom<Checkup>(
  (value) =>
    z
      .object({
        id: z.string(),
        observations: z.object({ target: z.object({ url: z.string() }), checks: z.object({}) }),
        judgement: z.object({ verdict: z.object({ code: z.string() }) }),
      })
      .safeParse(value).success,
);
const past = z.object({ id: z.string(), checkupIds: z.array(z.string()), deeds: z.array(repairDone) });
const fileSchema = z.object({
  version: z.literal(1),
  open: z.object({ session, checkup }).nullable(),
  past: z.array(past),
});

type File = z.output<typeof fileSchema>;

const EMPTY: File = { version: 1, open: null, past: [] };

/** The record in the folder of all data: `guided.json`. */
export function openGuidedStore(dataFolder: string): GuidedStore {
  const path = join(dataFolder, "guided.json");
  let file: File | null = null;
  const read = (): File => (file ??= readGuided(path));
  return {
    load: () => read().open,
    save: (kept) => {
      const { open: before, past: others } = read();
      const ended = kept === null ? (before?.session ?? null) : kept.session;
      const next: File = {
        version: 1,
        open: kept,
        past:
          ended === null ? others : [pastOf(ended), ...others.filter(({ id }) => id !== ended.id)].slice(0, PAST_LIMIT),
      };
      const written = writeFileAtomic(path, `${JSON.stringify(next)}\n`);
      // A full disk must not end the session: it goes on in memory, and the window is told.
      file = next;
      return written;
    },
    deedsOf: (checkupId) =>
      read()
        .past.filter(({ checkupIds }) => checkupIds.includes(checkupId))
        .flatMap(({ deeds }) => deeds)
        .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)),
  };
}

/** What was tried for a check-up, for its report; read fresh from the disk. */
export function deedsOfCheckup(dataFolder: string, checkupId: string): readonly Deed[] {
  return openGuidedStore(dataFolder).deedsOf(checkupId);
}

function pastOf(ended: GuidedSession): z.output<typeof past> {
  return { id: ended.id, checkupIds: [...ended.checkupIds], deeds: [...deedsIn(ended)] };
}

function readGuided(path: string): File {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : EMPTY;
  } catch {
    // Not there yet, or damaged from outside: nothing is open.
    return EMPTY;
  }
}
