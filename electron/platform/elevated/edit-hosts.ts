import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsFailureCode } from "../dns/dns-backend.ts";
import { runElevatedPowershell } from "./run-elevated-windows.ts";
import { type ElevationDeps, type ElevationFailure, runElevatedScript } from "./run-elevated.ts";

/** Some bytes of a file replaced by others. */
export interface ByteSplice {
  readonly at: number;
  readonly remove: number;
  readonly insert: Buffer;
}

/** Replaces the hosts file as a whole, if it still is what it was: compare-and-set. */
export interface HostsReplacement {
  readonly path: string;
  /** SHA-256 of the file before and after, hexadecimal. */
  readonly before: string;
  readonly after: string;
  /** In order, not overlapping. */
  readonly splices: readonly ByteSplice[];
}

/**
 * Makes the new file beside the old one, holds both against their checksums, and renames. Nothing but numbers,
 * hexadecimal digits and base64 reaches it, and only the one path.
 */
const POSIX_SCRIPT = String.raw`
set -u -f
umask 022
PATH=/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin
LC_ALL=C
export PATH LC_ALL
echo gg-start
die() { rm -f "$T"; echo "gg-fail $1"; exit 3; }
F=$1 BEFORE=$2 AFTER=$3
shift 3
T=/nonexistent
case $F in /etc/hosts | /private/etc/hosts) ;; *) die failed ;; esac
[ -f "$F" ] && [ ! -L "$F" ] || die file-immutable
T=$F.goodgateway
digest() { { sha256sum 2>/dev/null || shasum -a 256; } <"$1" | cut -c 1-64; }
D=-d
printf YQ== | base64 -d >/dev/null 2>&1 || D=-D
why() {
  case $1 in
    *'Read-only file system'*) echo file-system-read-only ;;
    *'No space left'* | *'Disk quota'*) echo no-space ;;
    *'Input/output error'*) echo input-output-error ;;
    *'Operation not permitted'* | *'busy'*) echo file-immutable ;;
    *) echo failed ;;
  esac
}
[ "$(digest "$F")" = "$BEFORE" ] || die changed-meanwhile
# The copy brings owner, mode and what else the system keeps about the file; then it gets its new content.
out=$(cp -p "$F" "$T" 2>&1) || die "$(why "$out")"
out=$( {
  at=0
  for op; do
    place=\${op%%:*}
    rest=\${op#*:}
    tail -c +$((at + 1)) "$F" | head -c $((place - at))
    printf %s "\${rest#*:}" | base64 $D
    at=$((place + \${rest%%:*}))
  done
  tail -c +$((at + 1)) "$F"
} 2>&1 >"$T") || die "$(why "$out")"
[ "$(digest "$T")" = "$AFTER" ] || die "$(why "$out")"
sync "$T" 2>/dev/null || sync
[ "$(digest "$F")" = "$BEFORE" ] || die changed-meanwhile
out=$(mv -f "$T" "$F" 2>&1) || die "$(why "$out")"
sync
[ ! -x /usr/sbin/restorecon ] || restorecon "$F" 2>/dev/null
echo gg-done
`.replaceAll("\\${", "${");

/**
 * The inner script for Windows. The path comes from where the system itself looks it up. No name for the backup must be
 * said with NullString: PowerShell hands a plain $null to .NET as an empty name, which is refused.
 */
const WINDOWS_SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:PSModulePath = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\Modules'
function Digest([byte[]] $bytes) {
  $sha = [System.Security.Cryptography.SHA256]::Create()
  ([BitConverter]::ToString($sha.ComputeHash($bytes)) -replace '-', '').ToLowerInvariant()
}
try {
  $folder = (Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters').DataBasePath
  $file = [Environment]::ExpandEnvironmentVariables($folder) + '\hosts'
  $temporary = $file + '.goodgateway'
  for ($try = 0; $try -lt 5; $try++) {
    try {
      $old = [System.IO.File]::ReadAllBytes($file)
      if ((Digest $old) -ne $before) { exit 10 }
      $new = New-Object System.IO.MemoryStream
      $at = 0
      foreach ($op in $ops) {
        $new.Write($old, $at, $op[0] - $at)
        $text = [Convert]::FromBase64String($op[2])
        $new.Write($text, 0, $text.Length)
        $at = $op[0] + $op[1]
      }
      $new.Write($old, $at, $old.Length - $at)
      if ((Digest $new.ToArray()) -ne $after) { exit 11 }
      $stream = [System.IO.File]::Open($temporary, 'Create', 'Write', 'None')
      try { $new.WriteTo($stream); $stream.Flush($true) } finally { $stream.Dispose() }
      [System.IO.File]::Replace($temporary, $file, [NullString]::Value)
      exit 0
    } catch [System.IO.IOException] { Start-Sleep -Milliseconds 300 }
    finally { try { [System.IO.File]::Delete($temporary) } catch { } }
  }
  exit 12
} catch [System.UnauthorizedAccessException] { exit 13 } catch { exit 14 }
`;

/** Exit codes of the inner script. */
const WINDOWS_CODES: Readonly<Record<number, DnsFailureCode>> = {
  10: "changed-meanwhile",
  11: "failed",
  12: "input-output-error",
  13: "file-immutable",
};

const HEX = /^[0-9a-f]{64}$/;

/** Writes the hosts file, with a prompt unless we are the administrator already. On failure nothing was changed. */
export async function replaceHosts(
  deps: ElevationDeps,
  replacement: HostsReplacement,
  signal: AbortSignal,
): Promise<Result<void, ElevationFailure>> {
  const { path, before, after, splices } = replacement;
  if (!HEX.test(before) || !HEX.test(after)) return fail({ code: "failed", detail: "checksum" });
  if (deps.os === "windows") return onWindows(deps, replacement, signal);
  const operations = splices.map(({ at, remove, insert }) => `${at}:${remove}:${insert.toString("base64")}`);
  const done = await runElevatedScript(
    deps,
    { script: POSIX_SCRIPT, args: [path, before, after, ...operations] },
    signal,
  );
  if (!done.ok) return done;
  if (done.value.includes("gg-done")) return ok(undefined);
  const word = done.value.find((line) => line.startsWith("gg-fail "))?.slice("gg-fail ".length) ?? "";
  return fail({ code: KNOWN.find((code) => code === word) ?? "failed", detail: word });
}

/** What the shell script can answer. */
const KNOWN: readonly DnsFailureCode[] = [
  "changed-meanwhile",
  "file-immutable",
  "file-system-read-only",
  "no-space",
  "input-output-error",
];

async function onWindows(
  { run }: ElevationDeps,
  { before, after, splices }: HostsReplacement,
  signal: AbortSignal,
): Promise<Result<void, ElevationFailure>> {
  const operations = splices.map(({ at, remove, insert }) => `,@(${at}, ${remove}, '${insert.toString("base64")}')`);
  const head = `$before = '${before}'\n$after = '${after}'\n$ops = @(${operations.join("\n")})\n`;
  const exit = await runElevatedPowershell(run, head + WINDOWS_SCRIPT, signal);
  if (!exit.ok) return exit;
  return exit.value === 0
    ? ok(undefined)
    : fail({ code: WINDOWS_CODES[exit.value] ?? "failed", detail: String(exit.value) });
}
