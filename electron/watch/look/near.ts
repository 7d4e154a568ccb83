import type { CheckContext, CheckOutcome } from "../../checks/check.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { LookCode, NearFault } from "../../../shared/model/watch.ts";
import { captivePortalCheck } from "../../checks/captive-portal.ts";
import { defaultRouteCheck } from "../../checks/default-route.ts";
import { interfacesCheck } from "../../checks/interfaces.ts";
import { referencesCheck } from "../../checks/references.ts";
import { isIpLiteral } from "../../../shared/lib/ip.ts";
import type { ProxyEndpoint } from "../../probes/probes.ts";
import type { Place } from "../place.ts";

/** What made somebody doubt the way: it decides how much is asked. */
export interface Doubt {
  readonly target: Target;
  readonly privateMode: boolean;
  /** What the look saw; null when the way is looked at again after it was broken. */
  readonly code: LookCode | null;
  /** What was broken when it was looked at last, or what an answer hints at; null: nothing. */
  readonly suspected: NearFault | null;
  /** The proxy that the address goes through; then nothing else needs to be reachable directly. */
  readonly proxy: ProxyEndpoint | null;
}

/** Is something near the person broken, so that a look says nothing about the site? Null: nothing seen. Never throws. */
export type Near = (doubt: Doubt, signal: AbortSignal) => Promise<NearFault | null>;

/** Many watches that fail at once are answered by one look around (ms). */
const SHARED_MS = 8_000;

/** Answers that may come from somebody who stands between the person and the site. */
const MAY_BE_SWAPPED: ReadonlySet<LookCode> = new Set(["tls-failed", "other-page", "bad-redirect", "error-in-page"]);

/** The look around, on this machine or the practice one. */
export function createNear(place: Place, now: () => number): Near {
  const recent = new Map<string, { readonly at: number; readonly answer: Promise<NearFault | null> }>();
  return (doubt, signal) => {
    if (doubt.target.kind === "loopback") return Promise.resolve(null);
    const parts = { names: asksNames(doubt), portal: asksPortal(doubt), proxy: doubt.proxy };
    const key = JSON.stringify([parts, doubt.privateMode]);
    const known = recent.get(key);
    if (known !== undefined && Math.abs(now() - known.at) < SHARED_MS) return known.answer;
    const answer = lookAround(place, doubt, parts, signal);
    recent.set(key, { at: now(), answer });
    return answer;
  };
}

interface Parts {
  readonly names: boolean;
  readonly portal: boolean;
  readonly proxy: ProxyEndpoint | null;
}

function asksNames({ code, suspected }: Doubt): boolean {
  return code === "dns-failed" || suspected === "resolver";
}

function asksPortal({ code, suspected }: Doubt): boolean {
  return suspected === "portal" || (code !== null && (MAY_BE_SWAPPED.has(code) || code === "good"));
}

async function lookAround(place: Place, doubt: Doubt, parts: Parts, signal: AbortSignal): Promise<NearFault | null> {
  const context = contextOf(place, doubt, signal);
  const [interfaces, route] = await Promise.all([safely(interfacesCheck, context), safely(defaultRouteCheck, context)]);
  if (interfaces === "fail") return "no-link";
  if (route === "fail") return "no-route";
  if (parts.proxy !== null) return (await isDead(place, parts.proxy, signal)) ? "proxy" : null;
  if ((await safely(referencesCheck, context)) === "fail") return "no-internet";
  if (parts.portal && (await safely(captivePortalCheck, context)) === "fail") return "portal";
  return parts.names && (await namesFail(place, signal)) ? "resolver" : null;
}

/** The proxy takes no connection. Not found by its name counts as dead: nothing goes through it. */
async function isDead({ probes }: Place, { host, port }: ProxyEndpoint, signal: AbortSignal): Promise<boolean> {
  const addresses = isIpLiteral(host) ? [host] : (await probes.systemLookup(host, { signal })).addresses;
  const [address] = addresses;
  if (address === undefined) return !signal.aborted;
  const { outcome } = await probes.tcpConnect(address, port, { signal });
  return outcome !== "connected" && outcome !== "cancelled";
}

/** A name that surely exists is not found either. False when no such name is known: not asked is no answer. */
async function namesFail({ probes, references }: Place, signal: AbortSignal): Promise<boolean> {
  if (references.stableName === null) return false;
  const { outcome } = await probes.systemLookup(references.stableName, { signal });
  return outcome !== "answer" && outcome !== "cancelled";
}

type Status = CheckOutcome<"interfaces">["status"];

/** A check that breaks could not tell. */
async function safely(
  check: { run(context: CheckContext): Promise<{ readonly status: Status }>; readonly limitMs: number },
  context: CheckContext,
): Promise<Status> {
  try {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(check.limitMs)]);
    const { status } = await check.run({ ...context, signal });
    // Stopped half-way, nothing it says counts.
    return context.signal.aborted ? "unknown" : status;
  } catch {
    return "unknown";
  }
}

function contextOf(place: Place, { target, privateMode }: Doubt, signal: AbortSignal): CheckContext {
  const contacts = { siteRequest: () => undefined, outside: () => undefined };
  const mode = { privateMode, askVantage: false, answers: {} };
  return { ...place, ...mode, target, contacts, signal, results: {}, timeLeftMs: () => 10_000 };
}
