import { readFileSync } from "node:fs";
import type { ProcessMark } from "../../../../shared/model/dns-change.ts";

/** This process, or another one, by pid and start; null when there is none (a zombie counts as gone). */
export function markOf(pid: number): ProcessMark | null {
  const text = statOf(pid);
  // The name in brackets may hold anything, brackets too; the fields begin after the last one (proc(5)).
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const startTime = fields[19] ?? "";
  return startTime === "" || fields[0] === "Z" || fields[0] === "X" ? null : { pid, startTime };
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return "";
  }
}

/** Does exactly this process still run? */
export function isRunning(mark: ProcessMark): boolean {
  const now = markOf(mark.pid);
  return now !== null && (mark.startTime === "" || now.startTime === mark.startTime);
}

/** What tells one boot from another (random(4)). */
export function linuxBootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
  } catch {
    return "";
  }
}
