import { isIP } from "node:net";
import type { TlsObservation } from "../../shared/model/facts/tls-facts.ts";
import type { Check, CheckContext, CheckOutcome } from "./check.ts";
import { outcome, skip } from "./support/outcome.ts";
import { addressesInUse, siteAddresses } from "./support/site-addresses.ts";

/** Does every address that takes connections show a certificate this computer trusts? */
export const tlsCheck: Check<"tls"> = {
  id: "tls",
  needs: ["tcp"],
  limitMs: 6_000,
  async run(context) {
    const { target, results, probes, signal } = context;
    if (target.scheme !== "https") return skip("not-needed");
    const open = (results.tcp?.facts?.connects ?? []).filter(({ outcome: how }) => how === "connected");
    if (open.length === 0) return skip("not-needed");
    const serverName = isIP(target.host) === 0 ? target.host : null;
    const handshakes = await Promise.all(
      open.map(({ address, port }) => probes.tlsHandshake({ address, port, serverName }, { signal })),
    );
    return summarise(context, handshakes);
  },
};

/** Addresses that a browser here would use decide; others only when none of them was open. */
function summarise({ target, results }: CheckContext, handshakes: readonly TlsObservation[]): CheckOutcome<"tls"> {
  const facts = { handshakes };
  const inUse = addressesInUse(siteAddresses(target, results));
  const used = handshakes.filter(({ address }) => inUse.includes(address));
  const judged = (used.length > 0 ? used : handshakes).filter(({ outcome: how }) => how !== "cancelled");
  const good = judged.find(({ outcome: how }) => how === "trusted");
  const shown = judged.find(({ outcome: how }) => how !== "trusted") ?? good;
  if (shown === undefined) return outcome("tls", "unknown", "cancelled", facts);
  const values = { address: shown.address, host: target.displayHost, issuer: shown.chain[0]?.issuer ?? "" };
  const status = shown === good ? "pass" : good === undefined ? "fail" : "warn";
  return outcome("tls", status, { variant: shown.outcome, values }, facts);
}
