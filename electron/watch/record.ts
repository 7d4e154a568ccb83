import { z } from "zod";
import {
  LOOK_CODES,
  NEAR_FAULTS,
  WATCH_BACKGROUND,
  WATCH_ENDS,
  WATCH_NEWS,
  WATCH_STATES,
  type WatchView,
} from "../../shared/model/watch.ts";

// zod's generated code would need eval, which nothing here is allowed.
z.config({ jitless: true });

/** Looks kept of one watch: five hours at the base pace, a day at the slowest. */
export const MOST_LOOKS = 300;
/** News kept of one watch. */
export const MOST_NEWS = 50;

const time = z.number().int().nonnegative();
const print = z.object({
  hash: z.string().nullable(),
  type: z.string(),
  title: z.string(),
  marks: z.array(z.number()).readonly(),
  bytes: z.number(),
});

const memory = z.object({
  state: z.enum(WATCH_STATES),
  since: time,
  good: z.number(),
  bad: z.number(),
  fine: z.number(),
  lastAt: time.nullable(),
  firstGoodAt: time.nullable(),
  firstBadAt: time.nullable(),
  steadySince: time,
  downSince: time.nullable(),
  flips: z.array(time).readonly(),
  turns: z.array(time).readonly(),
  unsteady: z.object({ good: z.number(), looks: z.number() }).nullable(),
  // Lists of earlier versions do not have it.
  calms: z.array(time).readonly().default([]),
  known: print.nullable(),
  candidate: z.object({ print, count: z.number(), since: time }).nullable(),
  faults: z.array(print).readonly(),
});

/** One watch as it lies on the disk; times in ms since 1970. */
const watchRecord = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/u),
  url: z.url({ protocol: /^https?$/u }).max(4_096),
  displayHost: z.string().max(300),
  /** No scheme was typed and neither has answered yet. */
  schemeOpen: z.boolean(),
  /** Who began it: a wait in a terminal ends with its program. */
  face: z.enum(["window", "terminal"]),
  privateMode: z.boolean(),
  keepOn: z.boolean(),
  startedAt: time,
  endedAt: time.nullable(),
  end: z.enum(WATCH_ENDS).nullable(),
  memory,
  /** Time, what was seen, status, milliseconds. Oldest first. */
  looks: z.array(z.tuple([time, z.enum(LOOK_CODES), z.number().nullable(), z.number()])).max(MOST_LOOKS),
  total: z.object({ looks: z.number(), good: z.number() }),
  news: z
    .array(
      z.object({
        kind: z.enum(WATCH_NEWS),
        at: time,
        downSince: time.nullable(),
        firstGoodAt: time.nullable(),
      }),
    )
    .max(MOST_NEWS),
  nextAt: time,
  /** The site asked to be left alone until then. */
  notBefore: time.nullable(),
  held: z.object({ why: z.enum(NEAR_FAULTS), since: time }).nullable(),
});

/** One of {@link watchRecord}. */
export type WatchRecord = Readonly<z.infer<typeof watchRecord>>;

/** The whole file. */
export const watchesFile = z.object({
  version: z.literal(1),
  background: z.enum(WATCH_BACKGROUND),
  watches: z.array(watchRecord),
});

/** One of {@link watchesFile}. */
export type WatchesFile = Readonly<z.infer<typeof watchesFile>>;

/** Running ones first, then the newest. */
export function inListOrder(one: WatchRecord, other: WatchRecord): number {
  return Number(one.endedAt !== null) - Number(other.endedAt !== null) || other.startedAt - one.startedAt;
}

/** As the faces get it. `elsewhere`: another program of this person does the looking. */
export function viewOf(record: WatchRecord, now: number, elsewhere: boolean): WatchView {
  const { id, url, displayHost, memory: known, total, keepOn, privateMode, end, held } = record;
  return {
    id,
    url,
    displayHost,
    startedAt: iso(record.startedAt),
    endedAt: isoOrNull(record.endedAt),
    end,
    state: known.state,
    since: iso(known.since),
    downSince: isoOrNull(known.downSince),
    looks: record.looks.map(([at, code, status, ms]) => ({ at: iso(at), code, status, ms })),
    total,
    news: record.news.map((one) => ({
      kind: one.kind,
      at: iso(one.at),
      downSince: isoOrNull(one.downSince),
      firstGoodAt: isoOrNull(one.firstGoodAt),
    })),
    nextAt: record.endedAt === null ? iso(record.nextAt) : null,
    retryAfterUntil: record.notBefore !== null && record.notBefore > now ? iso(record.notBefore) : null,
    held: held === null ? null : { why: held.why, since: iso(held.since) },
    keepOn,
    privateMode,
    elsewhere,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}
