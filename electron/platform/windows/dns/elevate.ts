import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsChange } from "../../../../shared/model/dns-change.ts";
import type { DnsSettings } from "../../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsFailureCode } from "../../dns/dns-backend.ts";
import { perhapsChanged, untouched } from "../../dns/dns-parts.ts";
import { isRecord, numberIn, parseJson } from "../../json.ts";
import { powershellScript } from "../powershell.ts";
import { START_ELEVATED } from "../start-elevated.ts";
import type { WindowsDnsDeps } from "./deps.ts";
import { elevatedCommand, isPlainSetting, type ElevatedValues } from "./script/elevated.ts";

/** Asks for elevation and waits for the end of the run. */
const LAUNCHER = powershellScript(String.raw`
# goodgateway-dns-elevate 1
${START_ELEVATED}
if ($env:GG_ELEVATED -cnotmatch '^[A-Za-z0-9+/]+={0,2}$') { '{"started":false,"error":87}'; exit 0 }
try { $process = Start-Elevated $env:GG_ELEVATED } catch {
  $number = Get-Win32 $_.Exception 0
  End-Elevated
  ConvertTo-Json -InputObject @{ started = $false; error = $number } -Compress
  exit 0
}
$process.WaitForExit()
$code = try { $process.ExitCode } catch { $null }
End-Elevated
ConvertTo-Json -InputObject @{ started = $true; exit = $code } -Compress
`);

/** A person needs time for the prompt; the run itself takes some seconds. */
const PROMPT_MS = 150_000;
/** Seconds in which an answered prompt may still begin to change something. */
const PATIENCE_SECONDS = 120;

/** Win32 errors of a refused elevation: cancelled; elevation required, privilege not held, access denied. */
const REFUSED: Readonly<Record<number, DnsFailureCode>> = {
  1223: "cancelled",
  740: "not-authorized",
  1314: "not-authorized",
  5: "not-authorized",
};

/** Exit codes of the elevated script (see its own list). */
const EXITS: Readonly<Record<number, { readonly code: DnsFailureCode; readonly changed: DnsFailure["changed"] }>> = {
  41: { code: "busy", changed: "nothing" },
  42: { code: "changed-meanwhile", changed: "nothing" },
  43: { code: "no-link", changed: "nothing" },
  44: { code: "guard-not-armed", changed: "nothing" },
  45: { code: "failed", changed: "nothing" },
  46: { code: "timed-out", changed: "nothing" },
  47: { code: "failed", changed: "nothing" },
  48: { code: "failed", changed: "nothing" },
  60: { code: "not-effective", changed: "nothing" },
  61: { code: "guard-gone", changed: "nothing" },
  70: { code: "failed", changed: "maybe" },
};

/** What a finished elevated run did. Null: it ran, but Windows did not tell its exit code. */
export type ElevatedEnd = "done" | "nothing-to-do" | "theirs" | null;

/** The values of one run about a change. */
export function valuesOf(verb: "switch" | "restore", change: DnsChange): ElevatedValues {
  const { settings } = change.snapshot;
  return {
    verb,
    tx: change.id,
    guid: change.snapshot.linkId,
    ownerPid: change.owner.pid,
    mode: change.mode.kind,
    deadlineSeconds: Math.floor(change.mode.deadlineSeconds),
    token: change.token,
    notAfter: Math.floor(Date.now() / 1000) + PATIENCE_SECONDS,
    // Text that is no list of addresses stays out of commands: the run's own snapshot has it.
    before: only(settings, (name, value) => name in change.plan.settings || isPlainSetting(name, value)),
    set: change.plan.settings,
  };
}

function only(settings: DnsSettings, wanted: (name: string, value: string | null) => boolean): DnsSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => wanted(name, value) && /^(?:v[46]\/|doh\/.*\/flags$)/.test(name),
    ),
  );
}

/** One elevated run, to its end. */
export async function runElevated(
  deps: WindowsDnsDeps,
  values: ElevatedValues,
  signal: AbortSignal,
): Promise<Result<ElevatedEnd, DnsFailure>> {
  const encoded = elevatedCommand(values);
  if (encoded === null) return untouched("failed", "values");
  const result = await deps.run({
    program: "powershell",
    args: ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", LAUNCHER.encoded],
    env: { GG_ELEVATED: encoded },
    timeoutMs: PROMPT_MS,
    maxOutputBytes: 64 * 1024,
    signal,
  });
  if (!result.ok) {
    const { code } = result.error;
    if (code === "not-found") return untouched("no-tool");
    return perhapsChanged(code === "timed-out" || code === "cancelled" ? code : "failed", code);
  }
  const answer = parseJson(result.value.stdout.trim());
  if (!isRecord(answer)) return perhapsChanged("failed", "no answer");
  if (answer["started"] !== true) {
    const number = numberIn(answer["error"]) ?? 0;
    return untouched(REFUSED[number] ?? "failed", String(number));
  }
  return endOf(numberIn(answer["exit"]));
}

function endOf(exit: number | null): Result<ElevatedEnd, DnsFailure> {
  if (exit === null) return ok(null);
  if (exit === 0) return ok("done");
  if (exit === 3) return ok("nothing-to-do");
  if (exit === 4) return ok("theirs");
  const known = EXITS[exit];
  // PowerShell itself gave up (a policy that forbids scripts, for one).
  return fail({ code: known?.code ?? "failed", detail: `exit ${exit}`, changed: known?.changed ?? "maybe" });
}
