import { setTimeout as pause } from "node:timers/promises";
import { fail, ok } from "../../../shared/lib/result.ts";
import { parseJson, recordsIn, textIn, textsIn } from "../json.ts";
import type { Neighbour, Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { ask, unexpected } from "../readings/reading.ts";
import { isZonedLiteral } from "../readings/zoned-address.ts";

type State = Neighbour["state"] | "incomplete";

/** The kernel's states (RFC 4861 7.3.2, and its own for addresses that are never asked for). */
const STATES: Readonly<Record<string, State>> = {
  REACHABLE: "reachable",
  PERMANENT: "reachable",
  NOARP: "reachable",
  STALE: "stale",
  DELAY: "stale",
  PROBE: "stale",
  FAILED: "failed",
  INCOMPLETE: "incomplete",
};

/** Best news first, when an address has rows on several interfaces. */
const ORDER: readonly State[] = ["reachable", "stale", "incomplete", "failed", "unknown"];

/** The kernel asks three times, a second apart, before it says failed; while it asks we look again. */
const ASKING_MS = 2_500;
const LOOK_AGAIN_MS = 250;

/** The row of one address. While the kernel is still asking we wait; silence until the end is `failed`. */
export async function linuxNeighbour(deps: MachineDeps, address: string, signal: AbortSignal): Reading<Neighbour> {
  // `ip` would take a word for an option, or a prefix for all addresses in it.
  if (!isZonedLiteral(address)) return unexpected("no address");
  const [plain = "", zone = ""] = address.split("%");
  const until = performance.now() + ASKING_MS;
  for (;;) {
    const args = ["-json", "neighbour", "show", "to", plain, ...(zone === "" ? [] : ["dev", zone])];
    // Looking again is the point of the loop.
    // oxlint-disable-next-line no-await-in-loop
    const output = await ask(deps.run, { program: "ip", args, signal });
    if (!output.ok) return output.error.code === "no-tool" ? fromProc(deps, plain, zone) : output;
    const row = parseNeighbours(output.value.stdout, plain);
    if (row === null) return ok({ address, interfaceName: zone, state: "absent" });
    const interfaceName = row.interfaceName === "" ? zone : row.interfaceName;
    if (row.state !== "incomplete") return ok({ address, interfaceName, state: row.state });
    if (performance.now() >= until) return ok({ address, interfaceName, state: "failed" });
    try {
      // oxlint-disable-next-line no-await-in-loop
      await pause(LOOK_AGAIN_MS, undefined, { signal });
    } catch {
      return fail({ code: "cancelled", detail: "" });
    }
  }
}

/** The best row of an address in `ip -json neighbour`; null when it has none. Old versions print nothing for none. */
function parseNeighbours(
  text: string,
  address: string,
): { readonly interfaceName: string; readonly state: State } | null {
  const rows = recordsIn(parseJson(text))
    .filter((row) => textIn(row["dst"]) === address)
    .map((row) => {
      const [state = ""] = textsIn(row["state"]);
      return { interfaceName: textIn(row["dev"]) ?? "", state: STATES[state] ?? "unknown" };
    });
  return rows.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0] ?? null;
}

/** Without `ip` only the ARP table can be read: it knows IPv4 and tells complete (0x2) from incomplete. */
async function fromProc(deps: MachineDeps, address: string, zone: string): Reading<Neighbour> {
  const text = await deps.files.readText("/proc/net/arp");
  if (!text.ok) return text;
  if (address.includes(":") || text.value === null) return fail({ code: "no-tool", detail: "ip" });
  const row = text.value
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find(([dst]) => dst === address);
  if (row === undefined) return ok({ address, interfaceName: zone, state: "absent" });
  const complete = (Number.parseInt(row[2] ?? "", 16) & 0x2) !== 0;
  return ok({ address, interfaceName: row[5] ?? zone, state: complete ? "reachable" : "failed" });
}
