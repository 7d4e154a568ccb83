import type { NetInterface } from "../../shared/model/facts/local-facts.ts";
import type { Check } from "./check.ts";
import { gate } from "./support/gate.ts";
import { notReadable, outcome, skip } from "./support/outcome.ts";

/** Can carry traffic, as far as the system tells. */
export function isUsable({ kind, up, carrier }: NetInterface): boolean {
  return kind !== "loopback" && up && carrier !== false;
}

/** Is this computer connected to any network at all? */
export const interfacesCheck: Check<"interfaces"> = {
  id: "interfaces",
  needs: [],
  // Windows starts a shell for it, which can take seconds on a busy machine.
  limitMs: 5_000,
  async run(context) {
    const reason = gate(context, { network: true });
    if (reason !== null) return skip(reason);
    const reading = await context.machine.interfaces(context.signal);
    if (!reading.ok) return notReadable(reading.error);
    const facts = { interfaces: reading.value };
    const usable = reading.value.filter(isUsable);
    if (usable.length === 0) return outcome("interfaces", "fail", "none-up", facts);
    return outcome(
      "interfaces",
      "pass",
      { variant: "up", values: { names: usable.map(({ name }) => name).join(", ") } },
      facts,
    );
  },
};
