import { familyOf } from "../probes/probes.ts";
import type { ConnectObservation, Family } from "../../shared/model/facts/connect-facts.ts";
import type { Reach } from "../../shared/model/facts/local-facts.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";
import { ownAddresses } from "./support/own-lookup.ts";

/** Can anything outside be reached, in each address family? */
export const referencesCheck: Check<"references"> = {
  id: "references",
  needs: [],
  limitMs: 5_000,
  async run(context) {
    const reason = gate(context, { network: true, outside: true });
    if (reason !== null) return skip(reason);
    const { egress } = context.references;
    if (egress.length === 0) return skip("not-configured");
    const connects = (await Promise.all(egress.map((entry) => connect(context, entry)))).flat();
    const facts = { connects, v4: reach(connects, "v4"), v6: reach(connects, "v6") };
    if (facts.v4 === "works" || facts.v6 === "works") {
      const broken = [facts.v4, facts.v6].includes("fails");
      if (!broken) return outcome("references", "pass", "reached", facts);
      return outcome("references", "warn", facts.v6 === "fails" ? "v6-fails" : "v4-fails", facts);
    }
    if (connects.length === 0) return outcome("references", "unknown", "no-addresses", facts);
    return outcome("references", "fail", "none-reached", facts);
  },
};

async function connect(
  context: CheckContext,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<readonly ConnectObservation[]> {
  const { probes, signal, contacts } = context;
  const addresses = await ownAddresses(context, host);
  // One address of each family is enough to tell whether the family works.
  const chosen = (["v4", "v6"] as const).flatMap((family) =>
    addresses.filter((address) => familyOf(address) === family).slice(0, 1),
  );
  if (chosen.length > 0) contacts.outside(host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`);
  return Promise.all(chosen.map((address) => probes.tcpConnect(address, port, { signal, timeoutMs: 3_000 })));
}

function reach(connects: readonly ConnectObservation[], family: Family): Reach {
  const asked = connects.filter((one) => one.family === family && one.outcome !== "cancelled");
  if (asked.length === 0) return "not-checked";
  return asked.some(({ outcome: how }) => how === "connected") ? "works" : "fails";
}
