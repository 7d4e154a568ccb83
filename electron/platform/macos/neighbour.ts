import { ok } from "../../../shared/lib/result.ts";
import type { Neighbour, Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { ask } from "../readings/reading.ts";

/** The row of one address in the ARP table, or the NDP table for IPv6. */
export async function macosNeighbour(deps: MachineDeps, address: string, signal: AbortSignal): Reading<Neighbour> {
  const six = address.includes(":");
  // Both tables whole: asking for one address exits 1 when it has no row.
  const output = await ask(deps.run, { program: six ? "ndp" : "arp", args: ["-an"], signal });
  if (!output.ok) return output;
  const row = six ? parseNdp(output.value.stdout, address) : parseArp(output.value.stdout, address);
  return ok({ address, ...(row ?? { interfaceName: "", state: "absent" }) });
}

type Row = Pick<Neighbour, "interfaceName" | "state">;

/** The row in `arp -an`: `? (192.168.1.1) at 0:11:22:33:44:55 on en0 ...`, `(incomplete)` when nobody answered. */
function parseArp(text: string, address: string): Row | null {
  const rows = text.split("\n").flatMap((line) => {
    const [, found, hardware, interfaceName = ""] = /\(([\d.]+)\) at (\S+) on (\S+)/.exec(line) ?? [];
    if (found !== address) return [];
    return [{ interfaceName, state: hardware === "(incomplete)" ? ("failed" as const) : ("reachable" as const) }];
  });
  return best(rows);
}

/** States of `ndp -an`: Incomplete, Reachable, Stale, Delay, Probe; Waitdelete and Nostate tell nothing. */
const NDP_STATES: Readonly<Record<string, Neighbour["state"]>> = {
  I: "failed",
  R: "reachable",
  S: "stale",
  D: "stale",
  P: "stale",
};

/** The row in `ndp -an`: address (link-local ones with zone), hardware address, interface, expiry, state. */
function parseNdp(text: string, address: string): Row | null {
  const rows = text.split("\n").flatMap((line) => {
    const [found = "", hardware = "", interfaceName = "", ...rest] = line.trim().split(/\s+/);
    if (found !== address && found.replace(/%.*$/, "") !== address) return [];
    if (hardware === "(incomplete)") return [{ interfaceName, state: "failed" as const }];
    // The expiry may be two words ("23s", "1d2h 3m"); the state is the first single letter after it.
    const state = rest.find((cell) => /^[IRSDPWN]$/.test(cell)) ?? "";
    return [{ interfaceName, state: NDP_STATES[state] ?? ("unknown" as const) }];
  });
  return best(rows);
}

function best(rows: readonly Row[]): Row | null {
  return rows.find(({ state }) => state !== "failed") ?? rows[0] ?? null;
}
