import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { RunProgram } from "../exec.ts";
import { isRecord, numberIn, parseJson } from "../json.ts";
import { powershellScript } from "../windows/powershell.ts";
import { START_ELEVATED } from "../windows/start-elevated.ts";
import type { ElevationFailure } from "./run-elevated.ts";

/** A person needs time for the prompt, and PowerShell for its start. */
const PROMPT_MS = 150_000;
const OUTPUT_BYTES = 64 * 1024;

/** A variable of the environment takes 32,767 characters, and the script travels in one to the program that asks. */
const MOST_CHARACTERS = 32_000;

/** Starts the inner script through the system's prompt. An elevated run gives back nothing but its exit code. */
const OUTER = powershellScript(String.raw`
${START_ELEVATED}
$answer = @{ exit = $null; error = $null }
try {
  $process = Start-Elevated $env:GG_INNER
  if ($process.WaitForExit(60000)) { $answer.exit = $process.ExitCode }
} catch { $answer.error = Get-Win32 $_.Exception (-1) }
End-Elevated
ConvertTo-Json -Compress $answer
`);

/** Win32: ERROR_CANCELLED; ERROR_ELEVATION_REQUIRED, ERROR_PRIVILEGE_NOT_HELD, ERROR_ACCESS_DENIED. */
const CANCELLED = 1223;
const NOT_AUTHORIZED = new Set([740, 1314, 5]);

/** Runs a PowerShell script, made of a constant and checked values only, as the administrator; its exit code. */
export async function runElevatedPowershell(
  run: RunProgram,
  script: string,
  signal: AbortSignal,
): Promise<Result<number, ElevationFailure>> {
  const inner = Buffer.from(script, "utf16le").toString("base64");
  if (inner.length > MOST_CHARACTERS) return fail({ code: "failed", detail: "command too long" });
  const output = await run({
    program: "powershell",
    args: ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", OUTER.encoded],
    env: { GG_INNER: inner },
    timeoutMs: PROMPT_MS,
    maxOutputBytes: OUTPUT_BYTES,
    signal,
  });
  if (!output.ok) {
    const { code } = output.error;
    const known = code === "cancelled" || code === "timed-out" ? code : code === "not-found" ? "no-tool" : "failed";
    return fail({ code: known, detail: code });
  }
  const answer = parseJson(output.value.stdout.trim());
  if (!isRecord(answer)) return fail({ code: "failed", detail: "no answer" });
  const [exit, error] = [numberIn(answer["exit"]), numberIn(answer["error"])];
  if (exit !== null) return ok(exit);
  if (error === null) return fail({ code: "timed-out", detail: "elevated run" });
  if (error === CANCELLED) return fail({ code: "cancelled", detail: String(error) });
  return fail({ code: NOT_AUTHORIZED.has(error) ? "not-authorized" : "failed", detail: String(error) });
}
