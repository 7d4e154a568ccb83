import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsFailureCode } from "../dns/dns-backend.ts";
import type { ProgramOutput, ProgramResult, RunProgram } from "../exec.ts";
import type { KnownOs } from "../programs.ts";

/** Why an elevated run did not come to its end. The codes are those of the DNS back end, so that the words are shared. */
export interface ElevationFailure {
  readonly code: DnsFailureCode;
  /** Technical; may be empty. */
  readonly detail: string;
}

/** What an elevated run works with; tests give their own. */
export interface ElevationDeps {
  readonly os: KnownOs;
  readonly run: RunProgram;
  /** Effective user id; 0 needs no prompt. -1 where there is no such thing. */
  readonly uid: number;
}

/**
 * A constant shell script with positional arguments. Its first line must print `gg-start`: that tells a refused prompt
 * from a failure of its own.
 */
export interface ElevatedScript {
  readonly script: string;
  readonly args: readonly string[];
}

/** A person needs time for the password. */
const PROMPT_MS = 120_000;
const OUTPUT_BYTES = 64 * 1024;

/** Joins the arguments to one command by `quoted form of`: nothing of them is ever read as AppleScript or shell. */
const APPLESCRIPT = [
  "on run argv",
  'set theCommand to "/bin/sh -c"',
  "repeat with oneWord in argv",
  'set theCommand to theCommand & " " & quoted form of (contents of oneWord)',
  "end repeat",
  'do shell script theCommand with prompt "GoodGateway makes the change that you asked for." with administrator privileges without altering line endings',
  "end run",
] as const;

/** Runs a shell script as the administrator (Linux, macOS); the lines it printed. Prompts unless we are root already. */
export async function runElevatedScript(
  { os, run, uid }: ElevationDeps,
  { script, args }: ElevatedScript,
  signal: AbortSignal,
): Promise<Result<readonly string[], ElevationFailure>> {
  const own = ["-c", script, "goodgateway", ...args];
  const how =
    uid === 0
      ? { program: "/bin/sh", args: own }
      : os === "macos"
        ? { program: "osascript", args: [...APPLESCRIPT.flatMap((line) => ["-e", line]), ...own.slice(1)] }
        : { program: "pkexec", args: ["--disable-internal-agent", "/bin/sh", ...own] };
  const result = await run({ ...how, timeoutMs: PROMPT_MS, maxOutputBytes: OUTPUT_BYTES, signal });
  const lines = (result.ok ? result.value : result.error).stdout.split(/[\r\n]+/).filter((line) => line !== "");
  if (!lines.includes("gg-start")) return fail(neverStarted(os, result));
  if (!result.ok) return fail({ code: codeOfFailure(result.error.code), detail: result.error.code });
  return ok(lines);
}

/** Nothing of ours ran: the prompt was refused, or there was none. */
function neverStarted(os: KnownOs, result: ProgramResult): ElevationFailure {
  if (!result.ok) return { code: codeOfFailure(result.error.code), detail: result.error.detail };
  const detail = result.value.stderr.trim().slice(-200);
  return { code: os === "macos" ? codeOfOsascript(detail) : codeOfPkexec(result.value), detail };
}

function codeOfFailure(code: string): DnsFailureCode {
  if (code === "cancelled" || code === "timed-out") return code;
  return code === "not-found" ? "no-tool" : "failed";
}

/**
 * Numbers at the end of osascript's last line, which are not translated: -128 and -60006 cancelled (errAEUserCanceled,
 * errAuthorizationCanceled), -60005 denied, -60007 nobody to ask (Authorization Services), -1743 not allowed to send events.
 */
function codeOfOsascript(stderr: string): DnsFailureCode {
  const number = /\((-?\d+)\)\s*$/.exec(stderr)?.[1];
  if (number === "-128" || number === "-60006") return "cancelled";
  if (number === "-60005" || number === "-1743") return "not-authorized";
  return number === "-60007" ? "no-agent" : "failed";
}

/** pkexec(1): 126 the dialog was dismissed, 127 not authorised or another error. */
function codeOfPkexec({ exitCode, stderr }: ProgramOutput): DnsFailureCode {
  if (exitCode === 126) return "cancelled";
  if (/not authorized/i.test(stderr)) return "not-authorized";
  return /authentication agent|dead parents/i.test(stderr) ? "no-agent" : "failed";
}
