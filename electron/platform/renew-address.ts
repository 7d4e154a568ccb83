import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { NetInterface } from "../../shared/model/facts/local-facts.ts";
import { runElevatedPowershell } from "./elevated/run-elevated-windows.ts";
import { type ElevationDeps, type ElevationFailure, runElevatedScript } from "./elevated/run-elevated.ts";
import { ask } from "./readings/reading.ts";

/**
 * What became of the request for an address. `not-automatic`: it is set by hand, so nobody was asked.
 * `no-tool`: nothing here can ask without giving up the address in use.
 */
export type RenewRequest = "asked" | "not-automatic" | "no-tool";

/** NetworkManager may wait for the DHCP server before it answers (ms). */
const TOOL_MS = 45_000;

/** Interface names as systems make them; anything else never becomes an argument. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.:@-]{0,14}$/;

/**
 * Asks the network again for an address on one interface. The address in use is never given back first: a network that
 * does not answer would leave the machine without one.
 */
export async function requestAddress(
  deps: ElevationDeps,
  link: NetInterface,
  signal: AbortSignal,
): Promise<Result<RenewRequest, ElevationFailure>> {
  switch (deps.os) {
    case "linux":
      return PLAIN_NAME.test(link.name) ? onLinux(deps, link, signal) : fail({ code: "no-link", detail: "name" });
    case "macos":
      return PLAIN_NAME.test(link.name) ? onMacos(deps, link.name, signal) : fail({ code: "no-link", detail: "name" });
    case "windows":
      return onWindows(deps, link.id, signal);
  }
}

type Answer = Promise<Result<RenewRequest, ElevationFailure>>;

/** Whoever manages the interface: NetworkManager, systemd-networkd, or dhcpcd. */
async function onLinux(deps: ElevationDeps, link: NetInterface, signal: AbortSignal): Answer {
  const byManager = await throughNetworkManager(deps, link, signal);
  if (byManager !== null) return byManager;
  const networkd = await ask(deps.run, { program: "/usr/bin/networkctl", args: ["renew", link.name], signal });
  if (networkd.ok) return ok("asked");
  const lines = await runElevatedScript(deps, { script: DHCPCD_SCRIPT, args: [link.name] }, signal);
  if (!lines.ok) return lines;
  return ok(lines.value.includes("gg-done") ? "asked" : "no-tool");
}

/** dhcpcd(8): -n asks again with the address it has. A second DHCP client beside a running one is never started. */
const DHCPCD_SCRIPT = String.raw`
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
echo gg-start
command -v dhcpcd >/dev/null && dhcpcd -n "$1" >/dev/null 2>&1 && echo gg-done
`;

/** Null when NetworkManager is not there or leaves the interface alone. */
async function throughNetworkManager(
  { run }: ElevationDeps,
  link: NetInterface,
  signal: AbortSignal,
): Promise<Result<RenewRequest, ElevationFailure> | null> {
  const nmcli = (args: readonly string[], timeoutMs?: number) =>
    ask(run, { program: "nmcli", args, signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  const device = await nmcli(["-t", "-g", "GENERAL.STATE", "device", "show", link.name]);
  // "100 (connected)"; 10 is unmanaged (NMDeviceState). The number is not translated.
  const state = device.ok ? Number.parseInt(device.value.stdout, 10) : 0;
  if (!(state > 10)) return null;
  const connection = await nmcli(["-t", "-g", "GENERAL.CON-UUID", "device", "show", link.name]);
  const uuid = connection.ok ? connection.value.stdout.trim() : "";
  const known = /^[0-9a-f-]{36}$/i.test(uuid);
  if (known) {
    const method = await nmcli(["-t", "-g", "ipv4.method", "connection", "show", "uuid", uuid]);
    if (method.ok && method.value.stdout.trim() === "manual") return ok("not-automatic");
  }
  // NetworkManager renews by taking the connection down and up (its "reapply" asks nobody). Whoever has an address
  // would be without one if the network did not answer, so that is done only where there is nothing to lose.
  if (link.addresses.some(({ family, scope }) => family === "v4" && scope !== "link-local")) return ok("no-tool");
  const verb = known ? ["connection", "up", "uuid", uuid] : ["device", "connect", link.name];
  const asked = await nmcli(["--wait", "30", ...verb], TOOL_MS);
  return asked.ok ? ok("asked") : fail({ code: "failed", detail: `nmcli ${verb[0]}: ${asked.error.detail}` });
}

/** What System Settings does for "Renew DHCP Lease": a passing key that configd watches. */
const MACOS_SCRIPT = String.raw`
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
echo gg-start
printf 'add State:/Network/Interface/%s/RefreshConfiguration temporary\nquit\n' "$1" | /usr/sbin/scutil >/dev/null && echo gg-done
`;

async function onMacos(deps: ElevationDeps, name: string, signal: AbortSignal): Answer {
  const lines = await runElevatedScript(deps, { script: MACOS_SCRIPT, args: [name] }, signal);
  if (!lines.ok) return lines;
  return lines.value.includes("gg-done") ? ok("asked") : fail({ code: "failed", detail: "scutil" });
}

/** RenewDHCPLease of Win32_NetworkAdapterConfiguration asks for one adapter and releases nothing; 0 and 1 are success. */
const WINDOWS_SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:PSModulePath = [Environment]::SystemDirectory + '\WindowsPowerShell\v1.0\Modules'
try {
  $adapter = Get-CimInstance Win32_NetworkAdapterConfiguration -Filter "SettingID = '$guid'"
  if (-not $adapter) { exit 20 }
  if (-not $adapter.DHCPEnabled) { exit 21 }
  $done = Invoke-CimMethod -InputObject $adapter -MethodName RenewDHCPLease
  if ($done.ReturnValue -le 1) { exit 0 } else { exit 22 }
} catch { exit 23 }
`;

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

async function onWindows({ run }: ElevationDeps, id: string, signal: AbortSignal): Answer {
  const guid = GUID.exec(id)?.[1];
  if (guid === undefined) return fail({ code: "no-link", detail: "guid" });
  const exit = await runElevatedPowershell(run, `$guid = '{${guid}}'\n${WINDOWS_SCRIPT}`, signal);
  if (!exit.ok) return exit;
  if (exit.value === 0) return ok("asked");
  if (exit.value === 21) return ok("not-automatic");
  return fail({ code: exit.value === 20 ? "no-link" : "failed", detail: String(exit.value) });
}
