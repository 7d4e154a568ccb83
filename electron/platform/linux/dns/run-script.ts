import { uptime } from "node:os";
import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsChange, ProcessMark } from "../../../../shared/model/dns-change.ts";
import { DNS_FAILURE_CODES, type DnsFailure, type DnsFailureCode } from "../../dns/dns-backend.ts";
import type { ProgramFailure, ProgramOutput } from "../../exec.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import type { KindArguments } from "./kind.ts";
import { DNS_SCRIPT, DNS_SCRIPT_LOADER } from "./script/script.ts";

/** A person needs time for the password; a run without a prompt is over in a few seconds. */
const PROMPT_MS = 120_000;
/** An answered prompt counts for this long; then nobody waits for it any more. */
const STALE_SECONDS = PROMPT_MS / 1_000 - 5;
const OUTPUT_BYTES = 64 * 1024;

/** What the script said. */
export interface ScriptReport {
  readonly guard: ProcessMark | null;
  readonly applied: boolean;
  /** What a restore did, in the script's word. */
  readonly restored: string | null;
}

/** How the script is started: as we are, or through pkexec. */
export type ScriptRights = "own" | "elevated";

/** The whole command line, also to be shown. */
export function scriptCommand(
  verb: "switch" | "restore",
  change: DnsChange,
  kind: KindArguments,
  runFolder: string,
): readonly string[] {
  return [
    "-c",
    DNS_SCRIPT_LOADER,
    "goodgateway",
    DNS_SCRIPT,
    verb,
    change.id,
    kind.kind,
    String(change.owner.pid),
    change.owner.startTime,
    change.mode.kind,
    String(change.mode.deadlineSeconds),
    change.token,
    runFolder,
    kind.link,
    kind.uuid,
    kind.before,
    kind.after,
    kind.servers,
    kind.profileBefore,
    String(Math.floor(uptime() + STALE_SECONDS)),
  ];
}

/** Runs the script to its end and reads what it printed. */
export async function runDnsScript(
  deps: LinuxDnsDeps,
  rights: ScriptRights,
  args: readonly string[],
  signal: AbortSignal,
): Promise<Result<ScriptReport, DnsFailure>> {
  const through = rights === "elevated" && deps.uid !== 0;
  const result = await deps.run({
    program: through ? "pkexec" : "/bin/sh",
    args: through ? ["--disable-internal-agent", "/bin/sh", ...args] : args,
    timeoutMs: PROMPT_MS,
    maxOutputBytes: OUTPUT_BYTES,
    signal,
  });
  const text = result.ok ? result.value : result.error;
  const lines = linesIn(text.stdout);
  if (!lines.has("gg-start")) return fail(neverStarted(result));
  const failed = lines.get("gg-fail");
  const changed = lines.has("gg-armed") ? "maybe" : "nothing";
  if (failed !== undefined) return fail({ ...failureIn(failed), changed });
  if (!result.ok)
    return fail({
      code: result.error.code === "timed-out" ? "timed-out" : "failed",
      detail: result.error.code,
      changed: "maybe",
    });
  if (result.value.exitCode !== 0) return fail({ code: "failed", detail: tail(result.value), changed: "maybe" });
  return ok({
    guard: guardIn(lines.get("gg-armed")),
    applied: lines.has("gg-applied"),
    restored: lines.get("gg-restored") ?? null,
  });
}

function linesIn(stdout: string): ReadonlyMap<string, string> {
  const own = stdout.split("\n").filter((line) => line.startsWith("gg-"));
  return new Map(own.map((line) => [line.split(" ", 1)[0] ?? "", line.slice(line.indexOf(" ") + 1).trim()]));
}

function guardIn(text: string | undefined): ProcessMark | null {
  const [pid = "", startTime = ""] = (text ?? "").split(" ");
  return /^\d+$/.test(pid) && /^\d+$/.test(startTime) ? { pid: Number(pid), startTime } : null;
}

function failureIn(text: string): Pick<DnsFailure, "code" | "detail"> {
  const [word = "", ...rest] = text.split(" ");
  const code = DNS_FAILURE_CODES.find((known) => known === word);
  return { code: code ?? "failed", detail: code === undefined ? text : rest.join(" ") };
}

/** Nothing of ours ran: the prompt was refused, or there was none (pkexec(1): 126 dismissed, 127 not authorised). */
function neverStarted(result: Result<ProgramOutput, ProgramFailure>): DnsFailure {
  if (!result.ok) {
    const codes = { "not-found": "no-tool", "timed-out": "timed-out", cancelled: "cancelled" } as const;
    const known = Object.entries(codes).find(([code]) => code === result.error.code)?.[1];
    return untouchedFailure(known ?? "failed", result.error.code);
  }
  const { exitCode } = result.value;
  const stderr = tail(result.value);
  if (exitCode === 126) return untouchedFailure("cancelled", stderr);
  if (exitCode !== 127) return untouchedFailure("failed", stderr);
  if (/not authorized/i.test(stderr)) return untouchedFailure("not-authorized", stderr);
  return untouchedFailure(/authentication agent|dead parents/i.test(stderr) ? "no-agent" : "failed", stderr);
}

function untouchedFailure(code: DnsFailureCode, detail: string): DnsFailure {
  return { code, detail, changed: "nothing" };
}

function tail({ stderr }: ProgramOutput): string {
  return stderr.trim().slice(-200);
}
