import type { RunProgram } from "../../exec.ts";
import { isRecord, recordsIn, textIn, textsIn, type JsonRecord } from "../../json.ts";
import type { Reading } from "../../machine.ts";
import { parsed } from "../../readings/reading.ts";
import type { DnsSettings } from "../../../../shared/model/dns-settings.ts";
import { askPowershell, powershellScript } from "../powershell.ts";
import { dohName, FAMILIES, LAYERS, listName } from "./names.ts";

/**
 * What is written down about DNS, per adapter and for the machine, from the registry: never translated, and absent,
 * empty and set are three things (null, "", text). Not elevated. Sections that fail are null.
 */
const SCRIPT = powershellScript(String.raw`
# goodgateway-dns-registry 1
$base = 'HKLM:\SYSTEM\CurrentControlSet\Services'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient'
function Lists([string] $stack) {
  Get-ChildItem -LiteralPath "$base\$stack\Parameters\Interfaces" | ForEach-Object {
    $key = Get-ItemProperty -LiteralPath $_.PSPath
    @{ id = $_.PSChildName; NameServer = $key.NameServer; ProfileNameServer = $key.ProfileNameServer }
  }
}
function Rules([string] $path) {
  if (Test-Path -LiteralPath $path) {
    Get-ChildItem -LiteralPath $path | ForEach-Object { (Get-ItemProperty -LiteralPath $_.PSPath).Name }
  }
}
$answer = @{
  v4 = Part { Lists 'Tcpip' }
  v6 = Part { Lists 'Tcpip6' }
  doh = Part {
    $all = "$base\Dnscache\InterfaceSpecificParameters"
    if (Test-Path -LiteralPath $all) {
      foreach ($link in Get-ChildItem -LiteralPath $all) {
        foreach ($kind in 'Doh', 'Doh6') {
          $path = "$all\$($link.PSChildName)\DohInterfaceSettings\$kind"
          if (-not (Test-Path -LiteralPath $path)) { continue }
          foreach ($server in Get-ChildItem -LiteralPath $path) {
            $key = Get-ItemProperty -LiteralPath $server.PSPath
            $flags = if ($null -eq $key.DohFlags) { $null } else { [string] $key.DohFlags }
            @{ id = $link.PSChildName; address = $server.PSChildName; flags = $flags; template = $key.DohTemplate }
          }
        }
      }
    }
  }
  search = Part { (Get-ItemProperty -LiteralPath "$base\Tcpip\Parameters").SearchList }
  policyServers = Part { if (Test-Path -LiteralPath $policy) { (Get-ItemProperty -LiteralPath $policy).NameServer } }
  policyDoh = Part { if (Test-Path -LiteralPath $policy) { [string] (Get-ItemProperty -LiteralPath $policy).DoHPolicy } }
  policyRules = Part { Rules "$policy\DnsPolicyConfig" }
  ownRules = Part { Rules "$base\Dnscache\Parameters\DnsPolicyConfig" }
  networks = Part { Get-NetConnectionProfile | ForEach-Object { @{ index = $_.InterfaceIndex; name = $_.Name } } }
}
ConvertTo-Json -InputObject $answer -Depth 4 -Compress
`);

/** The registry's side of DNS. */
export interface DnsRegistry {
  /** Settings that are there, by adapter's GUID in capitals; the four lists always have a name. */
  readonly byAdapter: ReadonlyMap<string, DnsSettings>;
  /** Suffixes for all adapters. */
  readonly searchDomains: readonly string[];
  /** Servers and DoH mode that a policy forces; null without. */
  readonly policyServers: string | null;
  readonly policyDoh: string | null;
  /** Names that NRPT rules catch; `.` is every name. */
  readonly rules: readonly string[];
  /** Name of the network by adapter's index: user data. */
  readonly networks: ReadonlyMap<number, string>;
}

/** Reads it; an error when the adapters' part could not be read. */
export async function dnsRegistry(run: RunProgram, signal: AbortSignal): Reading<DnsRegistry> {
  return parsed(await askPowershell(run, SCRIPT, { signal }), registryIn);
}

/** Reads the script's answer; null when it lacks what settings are made of. */
export function registryIn(answer: JsonRecord): DnsRegistry | null {
  if (FAMILIES.some((family) => answer[family] === null || answer[family] === undefined)) return null;
  const byAdapter = new Map<string, Record<string, string | null>>();
  const of = (id: string) => {
    const known = byAdapter.get(id.toUpperCase());
    if (known !== undefined) return known;
    const fresh = Object.fromEntries(
      FAMILIES.flatMap((family) => LAYERS.map((layer) => [listName(family, layer), null])),
    );
    byAdapter.set(id.toUpperCase(), fresh);
    return fresh;
  };
  for (const family of FAMILIES) {
    for (const row of recordsIn(answer[family])) {
      const id = textIn(row["id"]);
      if (id === null) continue;
      for (const layer of LAYERS) of(id)[listName(family, layer)] = textIn(row[layer]);
    }
  }
  for (const row of recordsIn(answer["doh"])) {
    const [id, address] = [textIn(row["id"]), textIn(row["address"])];
    if (id === null || address === null) continue;
    for (const what of ["flags", "template"] as const) of(id)[dohName(address, what)] = textIn(row[what]);
  }
  const networks = recordsIn(answer["networks"]).flatMap((row) =>
    typeof row["index"] === "number" ? [[row["index"], textIn(row["name"]) ?? ""] as const] : [],
  );
  // Rules of a policy make the machine's own ones void.
  const forced = namesIn(answer["policyRules"]);
  return {
    byAdapter,
    searchDomains: (firstText(answer["search"]) ?? "").split(/[\s,]+/).filter((one) => one !== ""),
    policyServers: firstText(answer["policyServers"]),
    policyDoh: firstText(answer["policyDoh"]),
    rules: forced.length > 0 ? forced : namesIn(answer["ownRules"]),
    networks: new Map(networks),
  };
}

/** The text of a section that prints one; null when it printed nothing or failed. */
function firstText(value: unknown): string | null {
  return textsIn(value)[0] ?? null;
}

/** A rule's names are one text or several. */
function namesIn(value: unknown): readonly string[] {
  if (isRecord(value) && Array.isArray(value["value"])) return namesIn(value["value"]);
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one));
  return textsIn(value);
}
