import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { RunProgram } from "../exec.ts";
import { isRecord, numberIn, parseJson } from "../json.ts";
import { powershellScript } from "../windows/powershell.ts";
import type { ElevationFailure } from "./run-elevated.ts";

/** A person needs time for the prompt, and PowerShell for its start. */
const PROMPT_MS = 150_000;
const OUTPUT_BYTES = 64 * 1024;

/** CreateProcess takes 32,767 characters of command line; the rest is for the other words on it. */
const MOST_CHARACTERS = 32_000;

/**
 * Starts the inner script through the system's prompt. .NET and not Start-Process: only its exception keeps the number
 * that tells a refusal (1223) from a failure in every language. An elevated run gives back nothing but its exit code.
 */
const OUTER = powershellScript(String.raw`
$info = New-Object System.Diagnostics.ProcessStartInfo
$info.FileName = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\powershell.exe'
$info.Arguments = '-NoLogo -NoProfile -NonInteractive -WindowStyle Hidden -EncodedCommand ' + $env:GG_INNER
$info.Verb = 'runas'
$info.UseShellExecute = $true
$info.WindowStyle = 'Hidden'
$answer = @{ exit = $null; error = $null }
try {
  $process = [System.Diagnostics.Process]::Start($info)
  if ($process.WaitForExit(60000)) { $answer.exit = $process.ExitCode }
} catch {
  $one = $_.Exception
  while ($one -and -not ($one -is [System.ComponentModel.Win32Exception])) { $one = $one.InnerException }
  $answer.error = if ($one) { $one.NativeErrorCode } else { -1 }
}
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
