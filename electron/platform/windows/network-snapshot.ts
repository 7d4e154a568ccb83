import type { RunProgram } from "../exec.ts";
import type { JsonRecord } from "../json.ts";
import type { Reading } from "../machine.ts";
import { shared } from "../readings/shared-reading.ts";
import { askPowershell, powershellScript } from "./powershell.ts";

/** The addresses, routes and servers of all adapters in one go: starting PowerShell costs more than all the questions. */
const SCRIPT = powershellScript(`
$answer = @{
  adapters = Part { Get-NetAdapter | Select-Object Name, InterfaceDescription, InterfaceIndex, InterfaceGuid,
    InterfaceAdminStatus, InterfaceOperationalStatus, MediaConnectState, InterfaceType, NdisPhysicalMedium,
    Virtual, HardwareInterface }
  interfaces = Part { Get-NetIPInterface | Select-Object InterfaceIndex, InterfaceAlias, InterfaceMetric,
    @{ n = 'AddressFamily'; e = { [int] $_.AddressFamily } }, @{ n = 'ConnectionState'; e = { [int] $_.ConnectionState } } }
  addresses = Part { Get-NetIPAddress | Select-Object InterfaceIndex, IPAddress, PrefixLength }
  routes = Part { Get-NetRoute | Where-Object { $_.DestinationPrefix -match '/[0-8]$' } | Select-Object InterfaceIndex,
    InterfaceAlias, DestinationPrefix, NextHop, RouteMetric, InterfaceMetric }
  servers = Part { Get-DnsClientServerAddress | Select-Object InterfaceIndex, InterfaceAlias,
    @{ n = 'AddressFamily'; e = { [int] $_.AddressFamily } }, @{ n = 'ServerAddresses'; e = { @($_.ServerAddresses) } } }
}
ConvertTo-Json -InputObject $answer -Depth 4 -Compress
`);

/** Questions of one check-up come within a second or so; an older answer could hide what just changed. */
const FRESH_MS = 1_500;

/** What the script answers: lists named adapters, interfaces, addresses, routes, servers; null for a part that failed. */
export type NetworkSnapshot = (signal: AbortSignal) => Reading<JsonRecord>;

/** One snapshot for all questions asked at about the same time. */
export function networkSnapshot(run: RunProgram): NetworkSnapshot {
  return shared((signal) => askPowershell(run, SCRIPT, { signal }), FRESH_MS);
}
