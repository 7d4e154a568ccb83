import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsChange, ProcessMark } from "../../../../shared/model/dns-change.ts";
import { DNS_FAILURE_CODES, type DnsFailure, type DnsFailureCode } from "../../dns/dns-backend.ts";
import { perhapsChanged, untouched } from "../../dns/dns-parts.ts";
import type { ProgramFailure, ProgramOutput } from "../../exec.ts";
import type { MacosDnsDeps } from "./deps.ts";
import { MACOS_DNS_LOADER, MACOS_ELEVATION, macosDnsScript } from "./script/script.ts";
import { wordOfList } from "./settings.ts";

/** A person needs time for the password; a run without a prompt is over in a few seconds. */
const PROMPT_MS = 120_000;
const OUTPUT_BYTES = 64 * 1024;
/** Seconds, beyond our own patience, in which an answered prompt may still begin to change something. */
const LATE_SECONDS = 10;

/** What the script said. */
export interface MacosScriptReport {
  readonly guard: ProcessMark | null;
  readonly applied: boolean;
  /** What a restore did, in the script's word; null when it made none. */
  readonly restored: string | null;
  /** Caches that took the request. */
  readonly flushed: readonly string[];
}

/** How the script is started: as the person, or through the system's password prompt. */
export type MacosRights = "own" | "elevated";

/** Positional arguments of a verb that is about a change. */
export function changeArguments(verb: "switch" | "restore", change: DnsChange, deps: MacosDnsDeps): readonly string[] {
  const until = Math.floor(Date.now() / 1000) + PROMPT_MS / 1000 + LATE_SECONDS;
  const before = change.snapshot.settings["servers"] ?? null;
  return [
    verb,
    ...(verb === "switch" ? [String(until)] : []),
    change.id,
    change.snapshot.linkId,
    String(change.owner.pid),
    change.mode.kind,
    String(change.mode.deadlineSeconds),
    change.token,
    String(deps.uid),
    wordOfList(before),
    wordOfList("servers" in change.plan.settings ? (change.plan.settings["servers"] ?? null) : before),
  ];
}

/** The whole command line, also to be shown; `words` are the script's positional arguments. */
function macosCommand(rights: MacosRights, words: readonly string[], deps: Pick<MacosDnsDeps, "places">) {
  const own = ["-c", MACOS_DNS_LOADER, "goodgateway", macosDnsScript(deps.places), ...words];
  return rights === "own"
    ? { program: "/bin/sh", args: own }
    : // `/bin/sh -c` stands in the AppleScript itself.
      { program: "osascript", args: [...MACOS_ELEVATION.flatMap((line) => ["-e", line]), ...own.slice(1)] };
}

/** Runs the script to its end and reads what it printed. */
export async function runMacosScript(
  deps: MacosDnsDeps,
  rights: MacosRights,
  words: readonly string[],
  signal: AbortSignal,
): Promise<Result<MacosScriptReport, DnsFailure>> {
  const result = await deps.run({
    ...macosCommand(rights, words, deps),
    timeoutMs: PROMPT_MS,
    maxOutputBytes: OUTPUT_BYTES,
    signal,
  });
  const lines = linesIn((result.ok ? result.value : result.error).stdout);
  const first = (key: string) => lines.find(([word]) => word === key)?.[1] ?? null;
  if (first("gg-start") === null) return fail(neverStarted(result));
  const failed = first("gg-fail");
  if (failed !== null) {
    const rolledBack = first("gg-armed") === null || first("gg-rolled-back") !== null;
    return fail({ ...failureIn(failed), changed: rolledBack ? "nothing" : "maybe" });
  }
  if (!result.ok) return perhapsChanged(result.error.code === "timed-out" ? "timed-out" : "failed", result.error.code);
  return ok({
    guard: guardIn(first("gg-armed")),
    applied: first("gg-applied") !== null,
    restored: first("gg-restored"),
    flushed: lines.filter(([word]) => word === "gg-flushed").map(([, cache]) => cache),
  });
}

/** osascript may change line ends to carriage returns. */
function linesIn(stdout: string): readonly (readonly [string, string])[] {
  return stdout
    .split(/[\r\n]+/)
    .filter((line) => line.startsWith("gg-"))
    .map((line) => {
      const [word = "", ...rest] = line.split(" ");
      return [word, rest.join(" ").trim()] as const;
    });
}

function guardIn(text: string | null): ProcessMark | null {
  const [pid = "", startTime = ""] = (text ?? "").split(" ");
  return /^\d+$/.test(pid) ? { pid: Number(pid), startTime } : null;
}

function failureIn(text: string): Pick<DnsFailure, "code" | "detail"> {
  const [word = "", ...rest] = text.split(" ");
  const code = DNS_FAILURE_CODES.find((known) => known === word);
  return { code: code ?? "failed", detail: code === undefined ? text : rest.join(" ").trim() };
}

/**
 * No word of ours arrived. Error numbers at the end of osascript's last line are not translated: -128 cancelled
 * (errAEUserCanceled), -60006 cancelled, -60005 and -60007 denied or nobody to ask (Authorization Services), -1743 not
 * allowed to send events. A run that was ended from here may still go on: osascript prints only at its end.
 */
function neverStarted(result: Result<ProgramOutput, ProgramFailure>): DnsFailure {
  if (!result.ok) {
    const { code } = result.error;
    const known: Partial<Record<typeof code, DnsFailureCode>> = {
      "not-found": "no-tool",
      "timed-out": "timed-out",
      cancelled: "cancelled",
    };
    const before = code === "not-found" || code === "refused" || code === "not-permitted";
    return (before ? untouched : perhapsChanged)(known[code] ?? "failed", code).error;
  }
  const stderr = result.value.stderr.trim().slice(-200);
  const number = /\((-?\d+)\)\s*$/.exec(stderr)?.[1];
  if (number === "-128" || number === "-60006") return untouched("cancelled", number).error;
  if (number === "-60005" || number === "-1743") return untouched("not-authorized", number).error;
  if (number === "-60007") return untouched("no-agent", number).error;
  if (result.value.exitCode !== 0) return untouched("failed", stderr).error;
  return perhapsChanged("failed", "no output").error;
}
