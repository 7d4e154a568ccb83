import { isIP } from "node:net";
import { isLoopbackHost } from "../../../platform/proxy/bypass-rules.ts";
import type { ProxyLead } from "../../../platform/proxy/places/place.ts";
import type { Probes } from "../../../probes/probes.ts";

/**
 * How what a setting leads to shows itself. `no-listener`: this computer, and nothing listens there (what a closed VPN
 * or filter program leaves behind). `silent`: a host that does not answer. `no-pac`: the configuration file cannot be
 * fetched. `unknown`: it could not be tried; never taken for dead.
 */
export type LeadState = "answers" | "no-listener" | "silent" | "no-pac" | "unknown";

/** What trying takes. */
export type LeadProbes = Pick<Probes, "tcpConnect" | "httpRequest" | "systemLookup">;

/** A proxy stands close by: one that has not taken the connection by then is as good as dead (ms). */
const CONNECT_MS = 2_500;
const PAC_MS = 3_000;

/** Tries one lead. */
export async function probeLead(probes: LeadProbes, lead: ProxyLead, signal: AbortSignal): Promise<LeadState> {
  if (lead.kind === "pac") return probePac(probes, lead.url, signal);
  return connect(probes, lead.host, lead.port, signal);
}

async function connect(probes: LeadProbes, host: string, port: number, signal: AbortSignal): Promise<LeadState> {
  const local = isLoopbackHost(host);
  const addresses = isIP(host) === 0 ? await addressesOf(probes, host, signal) : [host];
  if (addresses === null) return signal.aborted ? "unknown" : "silent";
  // A name may have several addresses; a program listens at one of them.
  const seen = await Promise.all(
    addresses.slice(0, 4).map((address) => probes.tcpConnect(address, port, { signal, timeoutMs: CONNECT_MS })),
  );
  if (seen.some(({ outcome }) => outcome === "connected")) return "answers";
  if (signal.aborted || seen.some(({ outcome }) => outcome === "cancelled")) return "unknown";
  return local ? "no-listener" : "silent";
}

/** Null when the name leads nowhere. */
async function addressesOf(probes: LeadProbes, host: string, signal: AbortSignal): Promise<readonly string[] | null> {
  const { addresses } = await probes.systemLookup(host, { signal, timeoutMs: CONNECT_MS });
  return addresses.length === 0 ? null : addresses;
}

async function probePac(probes: LeadProbes, text: string, signal: AbortSignal): Promise<LeadState> {
  const url = URL.canParse(text) ? new URL(text) : null;
  // A file on this computer is the system's to read; what it says is not known here.
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return "unknown";
  const seen = await probes.httpRequest(
    { method: "GET", url: url.href, addresses: [], proxy: null },
    { signal, timeoutMs: PAC_MS },
  );
  if (signal.aborted || seen.outcome === "cancelled") return "unknown";
  const valid = seen.outcome === "response" && seen.status === 200 && seen.bodySample.includes("FindProxyForURL");
  return valid ? "answers" : "no-pac";
}

/** What several leads come to: one that is dead makes pages of its kind fail, whatever the others do. */
export function worstOf(states: readonly LeadState[]): LeadState {
  const dead = states.find((state) => state === "no-listener" || state === "silent" || state === "no-pac");
  return dead ?? (states.includes("unknown") || states.length === 0 ? "unknown" : "answers");
}

/** Was it left behind: does nothing answer where it leads? */
export function isDead(state: LeadState): boolean {
  return state === "no-listener" || state === "silent" || state === "no-pac";
}
