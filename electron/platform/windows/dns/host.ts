import type { ProcessMark } from "../../../../shared/model/dns-change.ts";
import type { DnsHost } from "../../dns/dns-backend.ts";
import { recordsIn, textIn, textsIn } from "../../json.ts";
import { askPowershell, powershellScript } from "../powershell.ts";
import type { WindowsDnsDeps } from "./deps.ts";

/** Start times as ticks, which no language changes; BootId grows by one with every start of Windows. */
const SCRIPT = powershellScript(String.raw`
# goodgateway-dns-host 1
$memory = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters'
$answer = @{
  boot = Part { [string] (Get-ItemProperty -LiteralPath $memory).BootId }
  processes = Part { Get-Process | ForEach-Object {
    $since = try { [string] $_.StartTime.ToUniversalTime().Ticks } catch { '' }
    @{ pid = [string] $_.Id; start = $since }
  } }
}
ConvertTo-Json -InputObject $answer -Depth 3 -Compress
`);

/** This run of the program and this boot. */
export function windowsDnsHost(deps: WindowsDnsDeps): DnsHost {
  const look = async () => {
    const answer = await askPowershell(deps.run, SCRIPT, { signal: AbortSignal.timeout(10_000) });
    const value = answer.ok ? answer.value : {};
    const starts = recordsIn(value["processes"]).flatMap((row) => {
      const pid = textIn(row["pid"]);
      return pid === null ? [] : [[Number(pid), textIn(row["start"]) ?? ""] as const];
    });
    return { boot: textsIn(value["boot"])[0] ?? "", starts: new Map(starts) };
  };
  return {
    own: async () => ({ pid: process.pid, startTime: (await look()).starts.get(process.pid) ?? "" }),
    bootId: async () => (await look()).boot,
    isRunning: async (mark: ProcessMark) => {
      const started = (await look()).starts.get(mark.pid);
      // Of a process of another user not even the start is told: the number is all there is.
      return started !== undefined && (mark.startTime === "" || started === "" || started === mark.startTime);
    },
  };
}
