import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsChange, ProcessMark } from "../../../../shared/model/dns-change.ts";
import type { DnsFailure, DnsGuardReport } from "../../dns/dns-backend.ts";
import { isRunning } from "./process-mark.ts";

/** Where a guard that runs as root keeps its files (emptied by a restart). */
export const ROOT_GUARD_FOLDER = "/run/goodgateway";

/** The guard's own word about itself, and the process that said it. */
export interface GuardWord extends DnsGuardReport {
  readonly process: ProcessMark | null;
  /** It ended and there was nothing to put back. */
  readonly untouched: boolean;
}

const NONE: GuardWord = { state: "none", alive: false, secondsLeft: null, process: null, untouched: false };

const STATES = new Set<string>(["armed", "applied", "committed", "restored", "theirs", "stuck"]);

/** Reads `state pid start deadline` of a guard. `none` when there is no such file or it says something else. */
export function readGuard(folder: string, id: string): GuardWord {
  const text = attempt(() => readFileSync(`${folder}/${id}/state`, "utf8")) ?? "";
  const [word = "", pid = "", startTime = "", until = ""] = text.trim().split(" ");
  const untouched = word === "untouched";
  const state = untouched ? "restored" : word;
  if (!isState(state) || !/^\d+$/.test(pid)) return NONE;
  const process = { pid: Number(pid), startTime };
  const alive = isRunning(process);
  const waits = alive && (state === "armed" || state === "applied");
  const uptime = Number((attempt(() => readFileSync("/proc/uptime", "utf8")) ?? "0").split(/[. ]/)[0]);
  return { state, alive, process, untouched, secondsLeft: waits ? Math.max(0, Number(until) - uptime) : null };
}

function isState(word: string): word is Exclude<DnsGuardReport["state"], "none"> {
  return STATES.has(word);
}

/** A word to the guard, whole or not at all: it may look at any moment. */
export function tellGuard(
  folder: string,
  change: DnsChange,
  word: "commit" | "rollback" | "more",
  seconds?: number,
): Result<void, DnsFailure> {
  const path = `${folder}/${change.id}/inbox/${word}`;
  const text = seconds === undefined ? change.token : `${change.token} ${seconds}`;
  try {
    const file = openSync(`${path}.new`, "w", 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(`${path}.new`, path);
    return ok(undefined);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return fail({
      code: code === "ENOENT" ? "guard-gone" : code === "ENOSPC" ? "no-space" : "failed",
      detail: code,
      changed: "nothing",
    });
  }
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
