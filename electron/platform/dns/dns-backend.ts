import type { Result } from "../../../shared/lib/result.ts";
import type { DnsChange, DnsGuardMark, ProcessMark } from "../../../shared/model/dns-change.ts";
import type { DnsPlan, DnsSettings, DnsSnapshot, DnsStatus } from "../../../shared/model/dns-settings.ts";
import type { Reading } from "../machine.ts";

/** Why something could not be done. Words live in the catalogues. */
export const DNS_FAILURE_CODES = [
  /** The person closed or refused the prompt. */
  "cancelled",
  /** The system refused, or the password was wrong. */
  "not-authorized",
  /** Nothing there that could ask for the password. */
  "no-agent",
  "no-tool",
  "no-link",
  /** This machine's DNS can only be read (see DnsStatus.readOnly). */
  "read-only-manager",
  "invalid-address",
  /** Every given server is of a family that is off here. */
  "family-off",
  /** The snapshot is no longer what stands there: somebody changed it between reading and writing. */
  "changed-meanwhile",
  /** Another change is open on this machine. */
  "busy",
  "guard-not-armed",
  /** The guard is not there any more, so it cannot be told anything. */
  "guard-gone",
  "file-immutable",
  "file-system-read-only",
  "no-space",
  "input-output-error",
  /** The program said it worked, but reading back shows something else. */
  "not-effective",
  "timed-out",
  "failed",
] as const;

/** One of {@link DNS_FAILURE_CODES}. */
export type DnsFailureCode = (typeof DNS_FAILURE_CODES)[number];

/** A failure, with what it left behind. */
export interface DnsFailure {
  readonly code: DnsFailureCode;
  /** Technical, for those who want it; may be empty. Never a sentence for people. */
  readonly detail: string;
  /** `nothing`: surely untouched. `maybe`: read back to know. */
  readonly changed: "nothing" | "maybe";
}

/** The outcome of something that changes the machine. */
export type DnsOutcome<Value> = Promise<Result<Value, DnsFailure>>;

/** What the guard of a change says about itself. */
export interface DnsGuardReport {
  /**
   * `armed`, `applied`: waiting. `committed`: the change stays. `restored`: put back. `theirs`: somebody else changed
   * it, left alone. `stuck`: it tried to restore and could not. `none`: no trace of a guard (never armed, or the
   * machine was restarted).
   */
  readonly state: "armed" | "applied" | "committed" | "restored" | "theirs" | "stuck" | "none";
  /** Its process runs (or, for a guard inside a system service, it still counts). */
  readonly alive: boolean;
  /** Whole seconds until it restores; null when it does not wait. */
  readonly secondsLeft: number | null;
}

/** What a restore did. `nothing-to-do`: it was as before already. `theirs`: somebody else changed it, left alone. */
export type DnsRestored = "restored" | "nothing-to-do" | "theirs";

/** What was flushed, and how we know. */
export interface DnsFlushReport {
  readonly caches: readonly {
    /** Which cache: systemd-resolved, nscd, dnsmasq, windows, mdnsresponder... */
    readonly cache: string;
    readonly outcome: "flushed" | "failed" | "needs-admin";
    /** Seen to be empty afterwards; null where the system does not tell. */
    readonly proved: boolean | null;
  }[];
}

/** What a plan is made from. */
export interface DnsPlanRequest {
  readonly snapshot: DnsSnapshot;
  /** IP literals, best first; v4 and v6 together. */
  readonly servers: readonly string[];
}

/** What tells this run of the program and this boot from all others. */
export interface DnsHost {
  /** The process whose death means that the app is gone for good. */
  own(): Promise<ProcessMark>;
  /** Differs after every restart; "" when the system does not tell. */
  bootId(): Promise<string>;
  isRunning(process: ProcessMark): Promise<boolean>;
}

/**
 * DNS settings of one operating system: `windows/dns`, `macos/dns` and `linux/dns` implement it, `repairs/dns` drives
 * it. The contract:
 *
 * - Nothing here throws or rejects; failures are data. Commands hold IP literals, indexes, ids and hexadecimal digits
 *   only, never a name that a person or the network chose.
 * - `read`, `snapshot`, `settingsNow`, `guardReport` need no elevation and change nothing. `plan` is pure.
 * - `apply` makes, in this order and in one elevated run where one is needed: own snapshot in a place only the
 *   administrator can write, guard armed and seen to run, nothing changed meanwhile (else `changed-meanwhile`), switch
 *   of both families, flush. It returns when the guard has confirmed that it is armed and the writes are done, or it
 *   fails. After `changed: "nothing"` no guard is left.
 * - The guard lives outside our process and survives it. It restores by compare-and-set at the deadline; at once when
 *   told so; at once when `change.owner` is gone, unless `mode.kind` is `keep-for`. Every back end's guard understands
 *   commit, roll back and more time, proved by `change.token`.
 * - `commit` returns ok only after the guard's own committed mark was read.
 * - `restore` is compare-and-set for each setting of `plan.settings` and `plan.kept`: ours goes back to what the snapshot says (null:
 *   absent again), what is as before stays, anything else is theirs and stays. It may be repeated at any time, with or
 *   without a living guard (it asks the guard if there is one), and works with neither network nor name resolution.
 */
export interface DnsBackend {
  readonly os: "windows" | "macos" | "linux";
  readonly host: DnsHost;
  /** Everything `dns status` says. */
  read(signal: AbortSignal): Reading<DnsStatus>;
  /** What stands there now on one link, ready to be written back. `null`: the link with the default route. */
  snapshot(linkId: string | null, signal: AbortSignal): DnsOutcome<DnsSnapshot>;
  /** What a switch to these servers would do, with the exact commands. Pure. */
  plan(request: DnsPlanRequest): Result<DnsPlan, DnsFailure>;
  /** The settings that the snapshot names, as they are now; what cannot be told apart from absent is null. */
  settingsNow(snapshot: DnsSnapshot, signal: AbortSignal): Reading<DnsSettings>;
  /** Arms the guard, then switches. */
  apply(change: DnsChange, signal: AbortSignal): DnsOutcome<DnsGuardMark>;
  /** Makes the change stay: the guard is told, makes it permanent where that is possible, and confirms. */
  commit(change: DnsChange, signal: AbortSignal): DnsOutcome<void>;
  /** Puts back what is still ours. Without `elevate` it never prompts and fails with `not-authorized` instead. */
  restore(change: DnsChange, elevate: boolean, signal: AbortSignal): DnsOutcome<DnsRestored>;
  /** More time: `seconds` from now. */
  extend(change: DnsChange, seconds: number, signal: AbortSignal): DnsOutcome<void>;
  guardReport(change: DnsChange, signal: AbortSignal): Promise<DnsGuardReport>;
  /** Empties the system's own caches, without elevation where the system allows it. */
  flush(elevate: boolean, signal: AbortSignal): DnsOutcome<DnsFlushReport>;
}
