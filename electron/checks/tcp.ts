import { familyOf } from "../probes/probes.ts";
import type { Check } from "./check.ts";
import { outcome, skip } from "./support/outcome.ts";
import { addressesInUse, allAddresses, siteAddresses } from "./support/site-addresses.ts";
import { whenAddressesKnown } from "./support/when-addresses-known.ts";

/**
 * Addresses tried, of each family. Large sites list up to eight; who lists more gets one connect each as well, as a
 * browser would come to them in the end. A list longer than this is a mistake or an attack.
 */
const MOST_OF_A_FAMILY = 40;

/** Does every address of the site take a connection? */
export const tcpCheck: Check<"tcp"> = {
  id: "tcp",
  needs: ["dns-system", "dns-configured", "dns-public"],
  early: whenAddressesKnown,
  limitMs: 5_000,
  async run({ target, results, probes, signal }) {
    const known = siteAddresses(target, results);
    const inUse = addressesInUse(known);
    const chosen = (["v4", "v6"] as const).flatMap((family) =>
      allAddresses(known)
        .filter((address) => familyOf(address) === family)
        .slice(0, MOST_OF_A_FAMILY),
    );
    if (chosen.length === 0) return skip("not-needed");
    const connects = await Promise.all(chosen.map((address) => probes.tcpConnect(address, target.port, { signal })));
    const facts = { connects };
    const used = connects.filter(({ address }) => inUse.includes(address));
    const open = used.filter(({ outcome: how }) => how === "connected");
    const values = { count: open.length, total: used.length, port: target.port };
    if (open.length > 0 && open.length === used.length)
      return outcome("tcp", "pass", { variant: "all", values }, facts);
    if (open.length > 0) return outcome("tcp", "warn", { variant: "some", values }, facts);
    const [first] = used;
    if (first === undefined || first.outcome === "cancelled") return outcome("tcp", "unknown", "cancelled", facts);
    const variant = used.every(({ outcome: how }) => how === first.outcome) ? first.outcome : "mixed";
    return outcome("tcp", "fail", { variant, values }, facts);
  },
};
