import type { DnsOverride, DnsStatus } from "../../../../shared/model/dns-settings.ts";
import { ok } from "../../../../shared/lib/result.ts";
import type { JsonRecord } from "../../json.ts";
import type { Reading } from "../../machine.ts";
import { unexpected } from "../../readings/reading.ts";
import { networkSnapshot } from "../network-snapshot.ts";
import { routesIn } from "../routes.ts";
import type { WindowsDnsDeps } from "./deps.ts";
import { windowsLinks, type WindowsLink } from "./links.ts";
import { dnsRegistry, type DnsRegistry } from "./registry-snapshot.ts";

/** Adapters and registry, read at the same time. */
export interface WindowsDnsReading {
  readonly links: readonly WindowsLink[];
  readonly registry: DnsRegistry;
  readonly network: JsonRecord;
}

/** Reads both anew: what was just written must not hide behind an older answer. */
export async function readWindowsDns(deps: WindowsDnsDeps, signal: AbortSignal): Reading<WindowsDnsReading> {
  const [network, registry] = await Promise.all([networkSnapshot(deps.run)(signal), dnsRegistry(deps.run, signal)]);
  if (!network.ok) return network;
  if (!registry.ok) return registry;
  const links = windowsLinks(network.value, registry.value);
  return links === null ? unexpected("no adapters") : ok({ links, registry: registry.value, network: network.value });
}

/** Everything `dns status` says. */
export async function windowsDnsStatus(deps: WindowsDnsDeps, signal: AbortSignal): Reading<DnsStatus> {
  const reading = await readWindowsDns(deps, signal);
  if (!reading.ok) return reading;
  const links = reading.value.links.map(({ link }) => link);
  return ok({
    manager: "windows",
    readOnly: links.some(({ defaultRoute }) => defaultRoute) ? null : "no-default-link",
    links,
    globalServers: [],
    overrides: overridesIn(reading.value),
    file: null,
  });
}

/** DoHPolicy 3: only encrypted DNS; an adapter whose servers have no template resolves nothing. */
const DOH_REQUIRED = "3";

function overridesIn({ registry, network }: WindowsDnsReading): readonly DnsOverride[] {
  const { policyServers, policyDoh, rules } = registry;
  const vpns = new Set((routesIn(network) ?? []).filter(({ tunnel }) => tunnel).map((route) => route.interfaceName));
  return [
    ...[...vpns].map((detail) => ({ kind: "vpn" as const, detail })),
    ...rules.map((detail) => ({ kind: "nrpt" as const, detail })),
    ...(policyServers === null || policyServers.trim() === ""
      ? []
      : [{ kind: "policy" as const, detail: policyServers }]),
    ...(policyDoh === DOH_REQUIRED ? [{ kind: "policy" as const, detail: "DoHPolicy=3" }] : []),
  ];
}
