import { isZonedLiteral } from "../readings/zoned-address.ts";
import type { RunProgram } from "../exec.ts";
import { numberIn, recordsIn, textIn, type JsonRecord } from "../json.ts";
import type { Neighbour, Reading } from "../machine.ts";
import { parsed, unexpected } from "../readings/reading.ts";
import { askPowershell, powershellScript } from "./powershell.ts";

const SCRIPT = powershellScript(`
$answer = @{
  neighbours = Part { Get-NetNeighbor | Where-Object { $_.IPAddress -eq $env:GG_ADDRESS } |
    Select-Object InterfaceAlias, @{ n = 'State'; e = { [int] $_.State } } }
}
ConvertTo-Json -InputObject $answer -Depth 3 -Compress
`);

/** NL_NEIGHBOR_STATE: 0 unreachable, 1 incomplete, 2 probe, 3 delay, 4 stale, 5 reachable, 6 permanent. */
const STATES: readonly Neighbour["state"][] = ["failed", "failed", "stale", "stale", "stale", "reachable", "reachable"];

/** The row of one address. */
export async function windowsNeighbour(run: RunProgram, address: string, signal: AbortSignal): Reading<Neighbour> {
  if (!isZonedLiteral(address)) return unexpected("no address");
  const answer = await askPowershell(run, SCRIPT, { signal, env: { GG_ADDRESS: address.replace(/%.*$/, "") } });
  return parsed(answer, (found) => neighbourIn(found, address));
}

/** The best row in the script's answer; null when the table could not be read. */
function neighbourIn(answer: JsonRecord, address: string): Neighbour | null {
  if (answer["neighbours"] === null || answer["neighbours"] === undefined) return null;
  const rows = recordsIn(answer["neighbours"]).map((row) => ({
    address,
    interfaceName: textIn(row["InterfaceAlias"]) ?? "",
    state: STATES[numberIn(row["State"]) ?? -1] ?? ("unknown" as const),
  }));
  return rows.find(({ state }) => state !== "failed") ?? rows[0] ?? { address, interfaceName: "", state: "absent" };
}
