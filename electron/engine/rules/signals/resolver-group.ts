import type { DnsObservation, ResolverObservations } from "../../../../shared/model/facts/dns-facts.ts";
import { median, type Tri, tri } from "../tri.ts";

/**
 * What one resolver made of the target's name. `dead`: no reply at all, not even for the control name. `failing`: it
 * lives, but for this name it gives an error or nothing.
 */
export type ResolverState = "answers" | "no-data" | "nxdomain" | "failing" | "dead" | "unknown";

/** One resolver, summed up. */
export interface ResolverSignal {
  readonly server: string;
  readonly scope: ResolverObservations["scope"];
  readonly state: ResolverState;
  readonly addresses: readonly string[];
  /** The control name resolved. */
  readonly control: Tri;
  /** The answer is a filter's: 0.0.0.0, ::, loopback, or an extended error 15-18 (RFC 8914). */
  readonly filtered: boolean;
  /** Median of the answered queries, ms; null when none was answered. */
  readonly medianMs: number | null;
}

/** Several resolvers of one kind. A program is well served when one of them answers. */
export interface ResolverGroup {
  readonly resolvers: readonly ResolverSignal[];
  readonly state: ResolverState;
  /** All addresses given, once each. */
  readonly addresses: readonly string[];
  readonly control: Tri;
  readonly filtered: Tri;
  /** Servers that gave no reply at all. */
  readonly dead: readonly string[];
}

const SILENT = new Set<string>(["timeout", "unreachable", "connection-closed", "tls-failed", "http-failed"]);
const FAILING = new Set<string>(["servfail", "refused", "other-rcode", "malformed"]);

/** RFC 8914: Blocked, Censored, Filtered, Prohibited. */
const FILTER_EDE = new Set([15, 16, 17, 18]);

/** Sums up one resolver from its observations of the target (A and AAAA, one or more transports). */
export function resolverSignal(
  resolver: Pick<ResolverObservations, "server" | "scope" | "control">,
  target: readonly DnsObservation[],
): ResolverSignal {
  const addresses = [...new Set(target.flatMap((item) => item.addresses))];
  const control = controlOf(resolver.control);
  const answered = target.filter((item) => item.rcode !== null);
  return {
    server: resolver.server,
    scope: resolver.scope,
    state: stateOf(target, control),
    addresses,
    control,
    filtered:
      (addresses.length > 0 && addresses.every(isSinkhole)) ||
      target.some((item) => item.ede.some((error) => FILTER_EDE.has(error.code))),
    medianMs: median(answered.map((item) => item.ms)),
  };
}

function stateOf(target: readonly DnsObservation[], control: Tri): ResolverState {
  const outcomes = target.map((item) => item.outcome);
  if (outcomes.includes("answer")) return "answers";
  if (outcomes.includes("nxdomain")) return "nxdomain";
  if (outcomes.some((outcome) => FAILING.has(outcome))) return "failing";
  const told = outcomes.filter((outcome) => outcome !== "cancelled" && outcome !== "error");
  if (told.length === 0) return "unknown";
  // One family empty and the other silent is not yet "no address": the silent one may have it.
  if (told.every((outcome) => outcome === "no-data")) return "no-data";
  if (!told.every((outcome) => SILENT.has(outcome)) || told.length < outcomes.length) return "unknown";
  return control === "yes" ? "failing" : "dead";
}

function controlOf(control: DnsObservation | null): Tri {
  if (control === null || control.outcome === "cancelled" || control.outcome === "error") return "unknown";
  return tri(control.outcome === "answer");
}

function isSinkhole(address: string): boolean {
  return address === "0.0.0.0" || address === "::" || address === "::1" || address.startsWith("127.");
}

/** Sums up a group: one good answer is enough; otherwise the most telling failure. */
export function groupOf(resolvers: readonly ResolverSignal[]): ResolverGroup {
  const states = resolvers.map((item) => item.state);
  const order: readonly ResolverState[] = ["answers", "nxdomain", "failing", "no-data", "unknown", "dead"];
  const answering = resolvers.filter((item) => item.state !== "unknown" && item.state !== "dead");
  return {
    resolvers,
    state: order.find((state) => states.includes(state)) ?? "unknown",
    addresses: [...new Set(resolvers.flatMap((item) => item.addresses))],
    control: groupControl(resolvers),
    filtered: answering.length === 0 ? "unknown" : tri(answering.some((item) => item.filtered)),
    dead: resolvers.filter((item) => item.state === "dead").map((item) => item.server),
  };
}

function groupControl(resolvers: readonly ResolverSignal[]): Tri {
  const controls = resolvers.map((item) => item.control);
  if (controls.includes("yes")) return "yes";
  return controls.includes("no") && !controls.includes("unknown") ? "no" : "unknown";
}
