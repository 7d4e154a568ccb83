import { isIP } from "node:net";
import type { ConnectObservation } from "../../shared/model/facts/connect-facts.ts";
import type { ProxyFacts, ProxySetting } from "../../shared/model/facts/local-facts.ts";
import { familyOf } from "../probes/probes.ts";
import type { Check, CheckContext, CheckOutcome } from "./check.ts";
import { notReadable, outcome } from "./support/outcome.ts";
import { ownAddresses } from "./support/own-lookup.ts";
import { settingFor } from "./support/proxy-endpoint.ts";

/** A proxy stands close by: one that has not taken the connection by then is as good as dead (ms). */
const CONNECT_MS = 2_500;
const PAC_MS = 3_000;

/** Does a proxy stand between this computer and the site, and is it alive? */
export const proxyCheck: Check<"proxy"> = {
  id: "proxy",
  needs: [],
  limitMs: 6_000,
  async run(context) {
    const reading = await context.machine.proxies(context.signal);
    if (!reading.ok) return notReadable(reading.error);
    const settings = reading.value;
    const applies = settingFor(settings, new URL(context.target.url));
    if (applies === null) {
      const variant = settings.length === 0 ? "none" : "not-for-this";
      return outcome("proxy", "pass", variant, { settings, applies, connect: null, pac: null });
    }
    if (applies.kind !== "manual") return fetchPac(context, settings, applies);
    return summarise({ settings, applies, connect: await connectTo(context, applies.host, applies.port), pac: null });
  },
};

async function connectTo(
  context: CheckContext,
  host: string | null,
  port: number | null,
): Promise<ConnectObservation | null> {
  if (host === null || port === null) return null;
  const [address] = await ownAddresses(context, host);
  if (address !== undefined) {
    return context.probes.tcpConnect(address, port, { signal: context.signal, timeoutMs: CONNECT_MS });
  }
  const family = isIP(host) === 0 ? "v4" : familyOf(host);
  return { address: host, family, port, outcome: "error", errno: "ENOTFOUND", ms: 0 };
}

/**
 * Fetches an automatic configuration, as the system would. Its program is not run: where it leads this target is not
 * known, so requests go direct and the facts say that a configuration applies.
 */
async function fetchPac(
  context: CheckContext,
  settings: readonly ProxySetting[],
  applies: ProxySetting,
): Promise<CheckOutcome<"proxy">> {
  const url = URL.canParse(applies.pacUrl ?? "") ? new URL(applies.pacUrl ?? "") : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return summarise({ settings, applies, connect: null, pac: null });
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? { "http:": 80, "https:": 443 }[url.protocol] : Number(url.port);
  const connect = await connectTo(context, host, port);
  if (connect?.outcome !== "connected") return summarise({ settings, applies, connect, pac: "unreachable" });
  const request = { method: "GET", url: url.href, addresses: [connect.address], proxy: null } as const;
  const exchange = await context.probes.httpRequest(request, { signal: context.signal, timeoutMs: PAC_MS });
  if (exchange.outcome !== "response") return summarise({ settings, applies, connect, pac: "unreachable" });
  const valid = exchange.status === 200 && exchange.bodySample.includes("FindProxyForURL");
  return summarise({ settings, applies, connect, pac: valid ? "fetched" : "invalid" });
}

function summarise(facts: ProxyFacts): CheckOutcome<"proxy"> {
  const { applies } = facts;
  const name = applies?.pacUrl ?? `${applies?.host ?? ""}:${applies?.port ?? ""}`;
  const [status, variant] = sentenceFor(facts);
  return outcome("proxy", status, { variant, values: { name, where: applies?.where ?? "" } }, facts);
}

function sentenceFor({ applies, connect, pac }: ProxyFacts): readonly ["pass" | "warn" | "fail" | "unknown", string] {
  if (pac === "unreachable" || pac === "invalid") return ["fail", `pac-${pac}`];
  if (applies !== null && applies.kind !== "manual") return ["warn", "pac"];
  if (connect === null || connect.outcome === "cancelled") return ["unknown", "not-tried"];
  return connect.outcome === "connected" ? ["pass", "alive"] : ["fail", "dead"];
}
