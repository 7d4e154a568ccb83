import { ok } from "../../../../shared/lib/result.ts";
import type { DnsOverride } from "../../../../shared/model/dns-settings.ts";
import type { Reading } from "../../machine.ts";
import { linuxInterfaces } from "../interfaces.ts";
import { linuxDefaultRoutes } from "../routes.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import type { BareLink } from "./kind.ts";

/** Links that can have DNS servers, the best default route first, and the tunnels that beat them. */
export interface LinuxLinks {
  readonly links: readonly BareLink[];
  readonly overrides: readonly DnsOverride[];
}

/** Reads the links: everything but loopback and what containers bring; tunnels count as overrides, not as links. */
export async function linuxLinks(deps: LinuxDnsDeps, signal: AbortSignal): Reading<LinuxLinks> {
  const [interfaces, routes] = await Promise.all([linuxInterfaces(deps, signal), linuxDefaultRoutes(deps, signal)]);
  if (!interfaces.ok) return interfaces;
  const best = routes.ok ? routes.value : [];
  const rank = (name: string): number => {
    const place = best.findIndex(({ interfaceName }) => interfaceName === name);
    return place < 0 ? best.length : place;
  };
  const tunnels = new Set(best.filter(({ tunnel }) => tunnel).map(({ interfaceName }) => interfaceName));
  const links = interfaces.value
    .filter(({ name, kind, up }) => up && kind !== "loopback" && !tunnels.has(name))
    .filter(({ name, kind }) => rank(name) < best.length || (kind !== "virtual" && kind !== "tunnel"))
    .map(({ id, name }) => {
      const route = best.find(({ interfaceName }) => interfaceName === name);
      return { id, interfaceName: name, defaultRoute: route !== undefined, gateway: route?.gateway ?? null };
    })
    .sort((a, b) => rank(a.interfaceName) - rank(b.interfaceName));
  return ok({ links, overrides: [...tunnels].map((detail) => ({ kind: "vpn", detail })) });
}
