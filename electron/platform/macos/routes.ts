import type { DefaultRoute } from "../../../shared/model/facts/local-facts.ts";
import { defaultRoutesIn, type RouteRow } from "../readings/default-routes.ts";
import { isTunnelName } from "../readings/interface-kind.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { ask, parsed } from "../readings/reading.ts";

/** Default routes of the routing table, best first. */
export async function macosDefaultRoutes(deps: MachineDeps, signal: AbortSignal): Reading<readonly DefaultRoute[]> {
  const output = await ask(deps.run, { program: "netstat", args: ["-rn"], signal });
  return parsed(output, ({ stdout }) => {
    const rows = parseNetstatRoutes(stdout);
    // Whatever leads everywhere by a utun is a VPN, addresses or not.
    return rows === null ? null : defaultRoutesIn([rows], (name) => /^utun\d/.test(name) || isTunnelName(name));
  });
}

/** Rows of `netstat -rn`; null when it has no table in it. Scoped copies (flag I) are left out: they serve one interface. */
function parseNetstatRoutes(text: string): readonly RouteRow[] | null {
  const sections = [...text.matchAll(/^Internet(6?):\n([\s\S]*?)(?=^Internet|(?![\s\S]))/gm)];
  if (sections.length === 0) return null;
  return sections.flatMap(([, six, body = ""]) => {
    const family = six === "6" ? "v6" : "v4";
    const [heading = "", ...lines] = body.split("\n");
    // Older systems print Refs and Use before the interface.
    const column = heading.trim().split(/\s+/).indexOf("Netif");
    return lines.flatMap((line) => {
      const cells = line.trim().split(/\s+/);
      const [destination = "", gateway = "", flags = ""] = cells;
      const name = cells[column];
      const prefix = prefixOf(destination, family);
      if (name === undefined || prefix === null || !flags.startsWith("U") || flags.includes("I")) return [];
      const row: RouteRow = {
        family,
        prefix,
        gateway: /^link#|^[\da-f]{1,2}(?::[\da-f]{1,2}){5}$|^utun|^ppp|^ipsec/i.test(gateway) ? null : gateway,
        interfaceName: name,
        // The table has no metrics: a prefix can stand in it once, scoped copies aside.
        metric: null,
        rejects: /[RB]/.test(flags),
      };
      return [row];
    });
  });
}

/** `default`, `0/1`, `128.0/1`, `10.8/16`, `::/1`, `2000::/3`; null for hosts and for classful short forms without a length. */
function prefixOf(destination: string, family: "v4" | "v6"): string | null {
  if (destination === "default") return family === "v4" ? "0.0.0.0/0" : "::/0";
  const [base = "", length] = destination.replace(/%[^/]*/, "").split("/");
  if (length === undefined) return null;
  if (family === "v6") return `${base}/${length}`;
  return `${[...base.split("."), "0", "0", "0"].slice(0, 4).join(".")}/${length}`;
}
