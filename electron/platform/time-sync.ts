import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { runElevatedPowershell } from "./elevated/run-elevated-windows.ts";
import { type ElevationDeps, type ElevationFailure, runElevatedScript } from "./elevated/run-elevated.ts";
import { ask } from "./readings/reading.ts";
import { registryText, registryValues } from "./windows/registry.ts";

/** Whether this computer sets its clock by the network: `no-service`: nothing is installed that could. */
export type TimeSync = "on" | "off" | "no-service" | "unknown";

const TIME_SERVICE = String.raw`HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters`;

/** Reads it, without elevation. macOS tells only the administrator: `unknown`. */
export async function readTimeSync({ os, run }: ElevationDeps, signal: AbortSignal): Promise<TimeSync> {
  if (os === "macos") return "unknown";
  if (os === "windows") {
    const values = await registryValues(run, TIME_SERVICE, signal);
    const type = values.ok ? registryText(values.value, "Type") : "";
    if (type === "") return "unknown";
    return type.toLowerCase() === "nosync" ? "off" : "on";
  }
  // Properties, not the status text, which is translated.
  const args = ["show", "--property=NTP", "--property=CanNTP"];
  const output = await ask(run, { program: "timedatectl", args, signal });
  if (!output.ok) {
    // Without the program, or without the service behind it (no systemd), the command that switches it on fails as well.
    return output.error.code === "no-tool" || output.error.code === "unexpected-output" ? "no-service" : "unknown";
  }
  const values = new Map(
    [...output.value.stdout.matchAll(/^(\w+)=(.*)$/gmu)].map(([, key = "", value = ""]) => [key, value] as const),
  );
  if (values.get("CanNTP") === "no") return "no-service";
  if (values.get("NTP") === "yes") return "on";
  return values.get("NTP") === "no" ? "off" : "unknown";
}

/** The system's own service: on and asked now, or off. A service that is on already is made to ask at once. */
const LINUX_SCRIPT = String.raw`
PATH=/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin
LC_ALL=C
export PATH LC_ALL
echo gg-start
case $1 in true | false) ;; *) exit 3 ;; esac
timedatectl set-ntp "$1" >/dev/null 2>&1 || exit 3
if [ "$1" = true ]; then
  for unit in systemd-timesyncd chronyd chrony ntpsec ntpd ntp; do
    systemctl try-restart "$unit" >/dev/null 2>&1
  done
  command -v chronyc >/dev/null && chronyc -a makestep >/dev/null 2>&1
fi
echo gg-done
`;

/** The server is the one that the system is set to. */
const MACOS_SCRIPT = String.raw`
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
echo gg-start
systemsetup -setusingnetworktime on >/dev/null 2>&1
server=$(systemsetup -getnetworktimeserver 2>/dev/null | sed -n 's/^Network Time Server: *//p')
case $server in '' | -* | *[!A-Za-z0-9.-]*) server=time.apple.com ;; esac
sntp -sS "$server" >/dev/null 2>&1 && echo gg-done
`;

/** Exit codes: 0 set by the network now, 30 the service cannot be started, 31 no time server answered. */
const WINDOWS_ON = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:PSModulePath = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\Modules'
try {
  $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'
  if ((Get-ItemProperty $key).Type -eq 'NoSync') { Set-ItemProperty $key -Name Type -Value 'NTP' }
  $service = Get-Service w32time
  if ($service.StartType -eq 'Disabled') { Set-Service w32time -StartupType Manual }
  if ($service.Status -ne 'Running') { Start-Service w32time }
} catch { exit 30 }
$tool = [Environment]::SystemDirectory + '\w32tm.exe'
& $tool /config /update | Out-Null
& $tool /resync /force | Out-Null
if ($LASTEXITCODE -eq 0) { exit 0 } else { exit 31 }
`;

const WINDOWS_OFF = String.raw`
$ErrorActionPreference = 'Stop'
$env:PSModulePath = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\Modules'
try {
  Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters' -Name Type -Value 'NoSync'
  & ([Environment]::SystemDirectory + '\w32tm.exe') /config /update | Out-Null
  exit 0
} catch { exit 30 }
`;

/** Lets the network set the clock, and asks it at once; or stops that again. With a prompt unless we are the administrator. */
export async function setTimeSync(
  deps: ElevationDeps,
  wanted: boolean,
  signal: AbortSignal,
): Promise<Result<void, ElevationFailure>> {
  if (deps.os === "windows") {
    const exit = await runElevatedPowershell(deps.run, wanted ? WINDOWS_ON : WINDOWS_OFF, signal);
    if (!exit.ok) return exit;
    return exit.value === 0
      ? ok(undefined)
      : fail({ code: exit.value === 31 ? "not-effective" : "failed", detail: String(exit.value) });
  }
  if (deps.os === "macos" && !wanted) return fail({ code: "no-tool", detail: "off" });
  const script = deps.os === "macos" ? MACOS_SCRIPT : LINUX_SCRIPT;
  const lines = await runElevatedScript(deps, { script, args: [String(wanted)] }, signal);
  if (!lines.ok) return lines;
  return lines.value.includes("gg-done") ? ok(undefined) : fail({ code: "not-effective", detail: "time service" });
}

/** The command that does the same by hand, to show; empty where there is none. */
export function timeSyncCommand(os: ElevationDeps["os"]): string {
  if (os === "windows") return "w32tm /resync /force";
  return os === "macos" ? "sudo sntp -sS time.apple.com" : "sudo timedatectl set-ntp true";
}
