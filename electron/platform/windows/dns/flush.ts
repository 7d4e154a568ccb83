import { ok } from "../../../../shared/lib/result.ts";
import type { DnsFlushReport, DnsOutcome } from "../../dns/dns-backend.ts";
import { untouched, untouchedReading } from "../../dns/dns-parts.ts";
import { numberIn } from "../../json.ts";
import { askPowershell, powershellScript } from "../powershell.ts";
import type { WindowsDnsDeps } from "./deps.ts";

/**
 * Looks up a name that nobody else has, flushes, and sees whether it left the cache. A count proves nothing: hosts
 * entries stay and busy machines refill at once. Negative answers are in the same cache, so the name need not exist.
 */
const SCRIPT = powershellScript(String.raw`
# goodgateway-dns-flush 1
$name = 'gg-' + [Guid]::NewGuid().ToString('N').Substring(0, 12) + '.invalid'
function Cached { try { @(Get-DnsClientCache -Entry $name -ErrorAction Stop).Count } catch { 0 } }
try { [void] [Net.Dns]::GetHostAddresses($name) } catch { }
$before = Cached
$done = try { Clear-DnsClientCache; $true } catch { $false }
$after = Cached
ConvertTo-Json -InputObject @{ before = $before; after = $after; done = $done } -Compress
`);

/**
 * Empties the system's cache; needs no elevation. `ipconfig /flushdns` is the second try: its text is translated and its
 * exit code is 0 for failures too, so it alone proves nothing.
 */
export async function windowsFlush(deps: WindowsDnsDeps, signal: AbortSignal): DnsOutcome<DnsFlushReport> {
  const seen = await askPowershell(deps.run, SCRIPT, { signal });
  if (seen.ok && seen.value["done"] === true) {
    const [before, after] = [numberIn(seen.value["before"]) ?? 0, numberIn(seen.value["after"]) ?? 0];
    const proved = before > 0 ? after === 0 : null;
    return ok({ caches: [{ cache: "windows", outcome: proved === false ? "failed" : "flushed", proved }] });
  }
  if (signal.aborted) return untouched("cancelled");
  const second = await deps.run({
    program: "ipconfig",
    args: ["/flushdns"],
    timeoutMs: 5_000,
    maxOutputBytes: 64 * 1024,
    signal,
  });
  if (!second.ok && second.error.code === "not-found")
    return seen.ok ? untouched("no-tool") : untouchedReading(seen.error);
  const good = second.ok && second.value.exitCode === 0;
  return ok({ caches: [{ cache: "windows", outcome: good ? "flushed" : "failed", proved: null }] });
}
