import type { DnsPlan, DnsSnapshot } from "./dns-settings.ts";

/** One process of one boot: a pid alone is reused. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, as the system writes it (Linux: clock ticks since boot); "" when the system does not tell. */
  readonly startTime: string;
}

/**
 * How long a change stands. `ask`: until the person says Keep, else it goes back at the deadline or when the app is
 * gone. `keep-for`: the app may go; only the deadline counts.
 */
export interface DnsChangeMode {
  readonly kind: "ask" | "keep-for";
  /** Seconds until the guard restores. */
  readonly deadlineSeconds: number;
}

/** The guard that was armed. */
export interface DnsGuardMark {
  readonly process: ProcessMark | null;
  /** What the back end needs to find it again; never secret. */
  readonly native: Readonly<Record<string, string>>;
}

/**
 * `planned`: nothing has been touched, or we do not know yet. `applied`: the switch ran. `verified`: read back and
 * checked. `committed`: the person keeps it and the guard has said so. `undone`: everything is as before, or somebody
 * else's setting stands there now.
 */
export const DNS_CHANGE_STATES = ["planned", "applied", "verified", "committed", "undone"] as const;

/** One of {@link DNS_CHANGE_STATES}. */
export type DnsChangeState = (typeof DNS_CHANGE_STATES)[number];

/** How a change ended, beside its state. Null while it is open or when it is kept. */
export type DnsChangeEnd =
  | "restored"
  | "restored-by-guard"
  | "restored-by-restart"
  | "never-applied"
  | "theirs-now"
  | null;

/** One change as the journal keeps it; JSON-safe. */
export interface DnsChange {
  /** 32 hexadecimal digits, random. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly appVersion: string;
  readonly bootId: string;
  readonly owner: ProcessMark;
  readonly mode: DnsChangeMode;
  /** 64 hexadecimal digits that prove to the guard that a word comes from us. Never shown. */
  readonly token: string;
  readonly snapshot: DnsSnapshot;
  readonly plan: DnsPlan;
  readonly guard: DnsGuardMark | null;
  readonly state: DnsChangeState;
  /** The person said Keep; set (on disk) before the guard is told. */
  readonly confirmed: boolean;
  /** A restore has begun; set (on disk) before its first step. */
  readonly restoring: boolean;
  readonly end: DnsChangeEnd;
}
