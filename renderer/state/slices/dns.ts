import type { ErrorCode } from "../../../shared/contract/error-code.ts";
import type {
  DnsBenchState,
  DnsChoice,
  DnsFlushAnswer,
  DnsHistoryRow,
  DnsJob,
  DnsOverview,
  DnsPlanned,
  DnsRecovered,
  DnsRefusal,
  DnsUndoAnswer,
} from "../../../shared/model/dns-job.ts";

/** What the window knows about this computer's DNS and about changes to it. */
export interface DnsSlice {
  /** Null: not read yet. */
  readonly overview: DnsOverview | DnsRefusal | null;
  readonly choice: DnsChoice;
  /** The connection that gets the servers; null: the one with the way out. */
  readonly linkId: string | null;
  /** Null: none was made yet. */
  readonly planned: DnsPlanned | null;
  /** A call is under way, so nothing else is begun. */
  readonly busy: boolean;
  readonly error: ErrorCode | null;
  /** The address of the site that does not load, as typed; empty: none. */
  readonly site: string;
  /** Null: none was ever begun, or a fresh one is being begun. */
  readonly job: DnsJob | null;
  /** What was asked for last; main's first word of it may take a moment. */
  readonly beginning: DnsJob["kind"];
  /** `performance.now()` when the job's question came, or more time was given. */
  readonly askedAt: number;
  readonly history: readonly DnsHistoryRow[] | null;
  /** The change whose undo is under way, or was tried last. */
  readonly undo: { readonly changeId: string; readonly answer: DnsUndoAnswer | null } | null;
  readonly flush: DnsFlushAnswer | null;
  readonly bench: DnsBenchState | null;
  /** What the start of the program put right; empty once the person has seen it. */
  readonly recovered: readonly DnsRecovered[];
}

export const NO_CHOICE: DnsChoice = { id: "cloudflare", text: "" };

export const NO_DNS: DnsSlice = {
  overview: null,
  choice: NO_CHOICE,
  linkId: null,
  planned: null,
  busy: false,
  error: null,
  site: "",
  job: null,
  beginning: "switch",
  askedAt: 0,
  history: null,
  undo: null,
  flush: null,
  bench: null,
  recovered: [],
};

/** The slice after main told of its job; the clock of a question starts when it is asked or prolonged. */
export function afterJob(dns: DnsSlice, job: DnsJob, now: number): DnsSlice {
  const before = dns.job?.id === job.id ? dns.job.question?.turn : undefined;
  const fresh = job.question !== null && job.question.turn !== before;
  return { ...dns, job, askedAt: fresh ? now : dns.askedAt };
}

/** Seconds left for a question, never below 0; null where it waits for ever. `now`, `askedAt`: `performance.now()`. */
export function secondsLeft({ job, askedAt }: DnsSlice, now: number): number | null {
  const left = job?.question?.secondsLeft ?? null;
  return left === null ? null : Math.max(Math.ceil(left - (now - askedAt) / 1000), 0);
}
