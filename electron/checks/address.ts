import type { Family } from "../../shared/model/facts/connect-facts.ts";
import type { AddressState, NetInterface } from "../../shared/model/facts/local-facts.ts";
import type { Check } from "./check.ts";
import { isUsable } from "./interfaces.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";

/** Does this computer have an address that others can answer to? */
export const addressCheck: Check<"address"> = {
  id: "address",
  needs: ["interfaces"],
  limitMs: 1_000,
  run(context) {
    const reason = gate(context, { network: true });
    if (reason !== null) return Promise.resolve(skip(reason));
    const known = context.results.interfaces?.facts ?? null;
    if (known === null) return Promise.resolve(outcome("address", "unknown", "not-known", null));
    const usable = known.interfaces.filter(isUsable);
    const facts = { v4: stateOf(usable, "v4"), v6: stateOf(usable, "v6") };
    const states = [facts.v4, facts.v6];
    if (states.includes("routable")) {
      const both = facts.v4 === facts.v6;
      const variant = both ? "both" : facts.v4 === "routable" ? "v4-only" : "v6-only";
      return Promise.resolve(outcome("address", "pass", variant, facts));
    }
    const variant = states.includes("link-local-only") ? "link-local-only" : "none";
    return Promise.resolve(outcome("address", "fail", variant, facts));
  },
};

function stateOf(interfaces: readonly NetInterface[], family: Family): AddressState {
  const scopes = interfaces.flatMap(({ addresses }) =>
    addresses.filter((one) => one.family === family && one.scope !== "loopback").map(({ scope }) => scope),
  );
  if (scopes.length === 0) return "none";
  return scopes.some((scope) => scope !== "link-local") ? "routable" : "link-local-only";
}
