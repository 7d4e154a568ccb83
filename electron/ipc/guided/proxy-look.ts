import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import type { Battery, Sample } from "../../../shared/model/comparison.ts";
import { settingFor } from "../../checks/support/proxy-endpoint.ts";
import type { ProxyEndpoint } from "../../probes/probes.ts";
import { NOT_LOOKED } from "./checkup-look.ts";
import type { LookOrder } from "./ground.ts";

/** The way to the page that the system's proxy settings give now. Null: not known (PAC, SOCKS, unreadable). */
async function wayNow({ ground, target, signal }: LookOrder): Promise<"direct" | ProxyEndpoint | null> {
  const settings = await ground.machine.proxies(signal);
  if (!settings.ok) return null;
  const applies = settingFor(settings.value, new URL(target.url));
  if (applies === null) return "direct";
  const { kind, scheme, host, port } = applies;
  return kind === "manual" && scheme !== "socks" && host !== null && port !== null ? { host, port } : null;
}

/** The page by the way that is set, and without any proxy: what changing the setting cannot influence. */
export async function proxyBattery(order: LookOrder): Promise<Battery> {
  const way = await wayNow(order);
  const control = await askPage(order, null);
  if (way === null) return { target: NOT_LOOKED, control };
  // One way for both: the page is asked for once.
  return { target: way === "direct" ? control : await askPage(order, way), control };
}

async function askPage({ ground, target, signal }: LookOrder, proxy: ProxyEndpoint | null): Promise<Sample> {
  const { probes } = ground;
  const addresses =
    proxy === null && target.kind === "name" ? (await probes.systemLookup(target.host, { signal })).addresses : [];
  if (proxy === null && target.kind === "name" && addresses.length === 0) return { ...NOT_LOOKED, seen: "no-address" };
  const own = target.kind === "name" ? addresses : [target.host];
  const request = { method: "GET", url: target.url, addresses: own, proxy, bypassCache: true } as const;
  return sampleOfExchange(await probes.httpRequest(request, { signal }));
}

/** A proxy's wish for a password (407) is what the person came with, as a gateway's error is. */
function sampleOfExchange({ outcome, status, address }: HttpExchange): Sample {
  const base = { lookupMs: null, address };
  if (outcome === "cancelled" || outcome === "error") return { ...base, level: "unknown", seen: outcome };
  if (outcome !== "response" || status === null) return { ...base, level: "fails", seen: outcome };
  return { ...base, level: status >= 500 || status === 407 ? "fails" : "works", seen: `http-${status}` };
}
