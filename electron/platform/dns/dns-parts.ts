import { isIP } from "node:net";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsChange, ProcessMark } from "../../../shared/model/dns-change.ts";
import type { DnsFailure, DnsFailureCode, DnsGuardReport } from "./dns-backend.ts";
import type { ReadingError } from "../machine.ts";

/** More servers than any resolver asks in one go; a longer list is a mistake. */
const MOST_SERVERS = 8;

/** A failure before anything was touched. */
export function untouched(code: DnsFailureCode, detail = ""): { readonly ok: false; readonly error: DnsFailure } {
  return fail({ code, detail, changed: "nothing" });
}

/** A failure after which only reading back can tell. */
export function perhapsChanged(code: DnsFailureCode, detail = ""): { readonly ok: false; readonly error: DnsFailure } {
  return fail({ code, detail, changed: "maybe" });
}

/** What a failed reading means for a change that was about to begin. */
export function untouchedReading(error: ReadingError): { readonly ok: false; readonly error: DnsFailure } {
  const codes: Readonly<Record<ReadingError["code"], DnsFailureCode>> = {
    "not-supported": "failed",
    "no-tool": "no-tool",
    "not-permitted": "not-authorized",
    "timed-out": "timed-out",
    "unexpected-output": "failed",
    cancelled: "cancelled",
  };
  return untouched(codes[error.code], error.detail);
}

/** The servers to write: plain IP literals without a zone, each once, in order. */
export function plainServers(servers: readonly string[]): Result<readonly string[], DnsFailure> {
  const once = [...new Set(servers)];
  const bad = once.find((server) => isIP(server) === 0 || server.includes("%"));
  if (bad !== undefined) return untouched("invalid-address", bad.slice(0, 60));
  if (once.length === 0 || once.length > MOST_SERVERS) return untouched("invalid-address", `${once.length} servers`);
  return ok(once);
}

/** The addresses of one family, in order. */
export function serversOf(servers: readonly string[], family: "v4" | "v6"): readonly string[] {
  return servers.filter((server) => server.includes(":") === (family === "v6"));
}

/** What a guard's file says: state, its process, and the second (Unix time) of its deadline. */
export interface GuardFile {
  readonly state: Exclude<DnsGuardReport["state"], "none">;
  readonly process: ProcessMark;
  readonly until: number;
  /** Second (Unix time) at which it last said that it runs; null when it does not say. */
  readonly beat: number | null;
}

const STATES: Readonly<Record<string, GuardFile["state"]>> = {
  armed: "armed",
  applied: "applied",
  committed: "committed",
  restored: "restored",
  theirs: "theirs",
  stuck: "stuck",
};

/** Reads `state pid start deadline [beat]`; null when there is no such file or it says something else. */
export function readGuardFile(path: string): GuardFile | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  const [word = "", pid = "", startTime = "", until = "", beat] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\s+/);
  const state = Object.hasOwn(STATES, word) ? STATES[word] : undefined;
  if (state === undefined || !/^\d{1,10}$/.test(pid) || !/^\d+$/.test(until)) return null;
  return {
    state,
    process: { pid: Number(pid), startTime },
    until: Number(until),
    beat: beat === undefined ? null : Number(beat),
  };
}

/** Does a process with this number run? One of another user (the guard is root's or SYSTEM's) counts as running. */
export function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A word to the guard with our token in it, whole or not at all: it may look at any moment. */
export function tellGuard(inbox: string, word: "commit" | "rollback" | "more", text: string): Result<void, DnsFailure> {
  // Hidden names are not looked at, so a half-written word is never read.
  const temporary = `${inbox}/.${word}`;
  try {
    const file = openSync(temporary, "w", 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, `${inbox}/${word}`);
    return ok(undefined);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") return untouched("guard-gone", code);
    return untouched(code === "ENOSPC" ? "no-space" : "failed", code);
  }
}

/** How often a waiting caller looks. */
const LOOK_MS = 150;

/** Looks again and again until `done` or until the time is over; the last thing seen either way. */
export async function lookUntil<Seen>(
  look: () => Seen,
  done: (seen: Seen) => boolean,
  limit: { readonly ms: number; readonly signal: AbortSignal },
): Promise<Seen> {
  const end = performance.now() + limit.ms;
  for (;;) {
    const seen = look();
    if (done(seen) || limit.signal.aborted || performance.now() >= end) return seen;
    // One look after the other is the point.
    // oxlint-disable-next-line no-await-in-loop
    await pause(LOOK_MS);
  }
}

/** The guard will do nothing any more. */
export function isOver(state: DnsGuardReport["state"]): boolean {
  return state === "committed" || state === "restored" || state === "theirs" || state === "none";
}

/** What a change says to its guard. */
export function wordOf(change: Pick<DnsChange, "token">, seconds?: number): string {
  return seconds === undefined ? change.token : `${change.token} ${seconds}`;
}
