import type { Target } from "../../../shared/model/target.ts";
import type { LookCode, NearFault } from "../../../shared/model/watch.ts";
import type { Look, Looked } from "./look.ts";
import type { LookFinding } from "./judge-look.ts";
import type { Near } from "./near.ts";
import type { ProxyBook } from "../place.ts";
import { MOST_LOOKS, MOST_NEWS, type WatchRecord } from "../record.ts";
import { nextLookAt, nextNearCheckAt } from "../state/schedule.ts";
import { type StepNews, step } from "../state/state-machine.ts";

/** What a turn needs. */
export interface TurnParts {
  readonly look: Look;
  readonly near: Near;
  readonly proxies: ProxyBook;
  readonly targetOf: (url: string) => Target;
  /** Ms since 1970. */
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Ends with the program, not with one watch: what was seen of the way is shared. */
  readonly lifetime: AbortSignal;
}

/** What a turn came to. */
export interface Turned {
  readonly record: WatchRecord;
  readonly news: StepNews | null;
}

/** While the way seems broken the site is still asked this seldom: the reference points may be what is unreachable (ms). */
const LOOK_THOUGH_HELD_MS = 5 * 60_000;

/**
 * One turn of a watch: sees whether the way is mended if it was broken, looks, and takes in what was seen. Null when it
 * was stopped half-way: then nothing counts.
 */
export async function takeTurn(record: WatchRecord, parts: TurnParts, signal: AbortSignal): Promise<Turned | null> {
  const { held } = record;
  if (held !== null && !mayLookThoughHeld(record, parts.now())) {
    const why = await wayBroken(record, parts, null);
    if (signal.aborted) return null;
    if (why !== null) return { record: hold(record, why, parts), news: null };
    // Another network most likely: its proxy may be another, too.
    parts.proxies.forget();
  }
  const looked = await parts.look({ url: record.url, schemeOpen: record.schemeOpen, signal });
  if (signal.aborted || looked.end === "cancelled") return null;
  const settled = { ...record, url: looked.url, schemeOpen: looked.schemeOpen };
  const { end } = looked;
  if (isDoubtful(record, end, looked)) {
    const why = await wayBroken(settled, parts, end);
    if (signal.aborted) return null;
    if (why !== null) return { record: hold(settled, why, parts), news: null };
  }
  return takeIn({ ...settled, held: null }, end, parts);
}

function mayLookThoughHeld({ held, memory, startedAt }: WatchRecord, now: number): boolean {
  if (held === null || held.why === "no-link" || held.why === "no-route") return false;
  return now - Math.max(memory.lastAt ?? startedAt, held.since) >= LOOK_THOUGH_HELD_MS;
}

/** Nobody but the site can have sent a complete answer over a trusted connection; anything else may be the way's doing. */
function isDoubtful({ memory }: WatchRecord, { code, status, hint }: LookFinding, { secure }: Looked): boolean {
  if (hint !== null) return true;
  const answered = status !== null && code !== "proxy-tunnel-refused";
  if (answered && secure) return false;
  // A plain page that was there before is the site's; one never seen may be a network's sign-in page.
  return code !== "good" || (memory.known === null && memory.state !== "up");
}

async function wayBroken(
  { url, privateMode, held }: WatchRecord,
  parts: TurnParts,
  finding: LookFinding | null,
): Promise<NearFault | null> {
  const proxyFor = await parts.proxies.open(parts.lifetime);
  const suspected = finding?.hint ?? held?.why ?? null;
  const target = parts.targetOf(url);
  const doubt = { target, privateMode, code: finding?.code ?? null, suspected, proxy: proxyFor(new URL(url)) };
  return parts.near(doubt, parts.lifetime);
}

function hold(record: WatchRecord, why: NearFault, { now, random }: TurnParts): WatchRecord {
  const at = now();
  const since = record.held?.since ?? at;
  return { ...record, held: { why, since }, nextAt: nextNearCheckAt(since, at, random()) };
}

function takeIn(record: WatchRecord, finding: LookFinding, { now, random }: TurnParts): Turned {
  const at = now();
  const { memory, counted, news } = step(record.memory, { at, fine: finding.code === "good", print: finding.print });
  const code: LookCode = counted === "other" ? "other-page" : finding.code;
  const wait = finding.retryAfterSeconds;
  const notBefore = wait === null ? null : at + wait * 1_000;
  const looks: WatchRecord["looks"] = [...record.looks, [at, code, finding.status, finding.ms]];
  const next = { ...record, memory, notBefore, looks: looks.slice(-MOST_LOOKS) };
  const total = { looks: record.total.looks + 1, good: record.total.good + (counted === "good" ? 1 : 0) };
  const told = news === null ? record.news : [...record.news, { ...news, at }].slice(-MOST_NEWS);
  return {
    record: { ...next, total, news: told, nextAt: nextLookAt({ memory, at, notBefore, random: random() }) },
    news,
  };
}
