import type { DnsCondition } from "../../../shared/model/dns-condition.ts";
import type { DnsOverride } from "../../../shared/model/dns-settings.ts";
import { condition, type ConditionLook } from "./condition.ts";

/** What the system's own settings say beats the servers of a link. */
export const overridesLook: ConditionLook = {
  codes: ["company-policy", "other-program", "browser-doh"],
  look: ({ status }) => status.overrides.flatMap(conditionOf),
};

function conditionOf({ kind, detail }: DnsOverride): readonly DnsCondition[] {
  const values = { detail };
  switch (kind) {
    // Told by the tunnel's own look, which also sees tunnels that the DNS settings do not show.
    case "vpn":
      return [];
    case "nrpt":
    case "policy":
    case "profile":
      return [condition("company-policy", kind, values)];
    case "global-dns":
    case "foreign-file":
      return [condition("other-program", kind, values)];
    case "browser-doh":
      return [condition("browser-doh", "seen", values, false)];
  }
}

/** A tunnel that holds the default route or brings its own DNS. */
export const vpnLook: ConditionLook = {
  codes: ["vpn-up"],
  look: async ({ status, machine, signal }) => {
    const named = status.overrides.find(({ kind }) => kind === "vpn");
    if (named !== undefined) return [condition("vpn-up", "dns", { detail: named.detail })];
    const routes = await machine.defaultRoutes(signal);
    if (!routes.ok) return "not-checked";
    const tunnel = routes.value.find((route) => route.tunnel);
    return tunnel === undefined ? [] : [condition("vpn-up", "route", { detail: tunnel.interfaceName })];
  },
};
