import type { Check } from "./check.ts";
import { gate } from "./support/gate.ts";
import { notReadable, outcome, skip } from "./support/outcome.ts";

/** Does this computer know where to send what is not for its own network? */
export const defaultRouteCheck: Check<"default-route"> = {
  id: "default-route",
  needs: [],
  // Windows starts a shell for it, which can take seconds on a busy machine.
  limitMs: 5_000,
  async run(context) {
    const reason = gate(context, { network: true });
    if (reason !== null) return skip(reason);
    const reading = await context.machine.defaultRoutes(context.signal);
    if (!reading.ok) return notReadable(reading.error);
    const facts = { routes: reading.value };
    if (reading.value.length === 0) return outcome("default-route", "fail", "none", facts);
    const tunnel = reading.value.find((route) => route.tunnel);
    if (tunnel !== undefined) {
      return outcome("default-route", "pass", { variant: "tunnel", values: { name: tunnel.interfaceName } }, facts);
    }
    const via = reading.value.map(({ gateway, interfaceName }) => gateway ?? interfaceName);
    return outcome(
      "default-route",
      "pass",
      { variant: "via", values: { gateway: [...new Set(via)].join(", ") } },
      facts,
    );
  },
};
