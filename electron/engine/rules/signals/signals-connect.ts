import type { CheckResults } from "../../../../shared/model/check.ts";
import type { ConnectObservation } from "../../../../shared/model/facts/connect-facts.ts";
import type { TlsObservation, TlsOutcome } from "../../../../shared/model/facts/tls-facts.ts";
import { factsOf } from "../facts.ts";
import type { OutsideSignals } from "./signals-outside.ts";
import type { Tri } from "../tri.ts";

/**
 * All addresses of the target together. `mixed`: none connected, for different reasons. `some`: some did. `reset`: cut
 * off at once (all, or the others refused): no plain refusal, since a firewall or a filter on the way does this too.
 */
export type ConnectState =
  | "all-connected"
  | "some"
  | "refused"
  | "reset"
  | "timeout"
  | "prohibited"
  | "mixed"
  | "unknown";

/** TCP to the target's addresses. */
export interface TcpSignals {
  readonly state: ConnectState;
  /** Those that count: families this machine has no way for are left out when another family was tried. */
  readonly connected: readonly ConnectObservation[];
  readonly failed: readonly ConnectObservation[];
  /** Every connect that says something, also to addresses that only others use. */
  readonly all: readonly ConnectObservation[];
  /** Every failing address is of this family and every connected one of the other; null otherwise. */
  readonly failingFamily: "v4" | "v6" | null;
}

/** TLS to the addresses that accepted a connection. */
export interface TlsSignals {
  /** `none`: the target is plain http or nothing was tried. */
  readonly state: "trusted" | "some" | "bad" | "none";
  /** The outcome of the first handshake that was not trusted; null when there is none. */
  readonly bad: TlsObservation | null;
  readonly outcome: TlsOutcome | null;
  readonly failed: readonly TlsObservation[];
  readonly trusted: readonly TlsObservation[];
  /** Every handshake that says something, also with addresses that only others use. */
  readonly every: readonly TlsObservation[];
  /** A chain ended in a root that only this machine trusts, or names an inspecting product. */
  readonly localRoot: Tri;
  /** Issuer of the leaf of the bad (or locally issued) chain; empty when not seen. */
  readonly issuer: string;
  readonly clientCertificateAsked: boolean;
}

/** Reads `tcp`; only the addresses that programs here would use count for the state. */
export function tcpSignals(checks: CheckResults, outside: OutsideSignals, used: readonly string[]): TcpSignals {
  const all = (factsOf(checks, "tcp")?.connects ?? []).filter(
    (item) => item.outcome !== "cancelled" && item.outcome !== "error",
  );
  const own = inUse(all, used);
  const reachable = own.filter((item) => !familyMissing(item, outside));
  const counted = reachable.length > 0 ? reachable : own;
  const connected = counted.filter((item) => item.outcome === "connected");
  const failed = counted.filter((item) => item.outcome !== "connected");
  return {
    state: connectState(connected, failed),
    connected,
    failed,
    all,
    failingFamily: failingFamily(connected, failed),
  };
}

/** Those to addresses in use; all of them when that leaves none. */
function inUse<Item extends { readonly address: string }>(
  items: readonly Item[],
  used: readonly string[],
): readonly Item[] {
  const own = items.filter((item) => used.includes(item.address));
  return own.length > 0 ? own : items;
}

/** "Unreachable" in a family without a way out says nothing about the site. */
function familyMissing(item: ConnectObservation, outside: OutsideSignals): boolean {
  return item.outcome === "unreachable" && outside[item.family] !== "yes";
}

function connectState(connected: readonly ConnectObservation[], failed: readonly ConnectObservation[]): ConnectState {
  if (connected.length > 0) return failed.length > 0 ? "some" : "all-connected";
  if (failed.length === 0) return "unknown";
  const kinds = new Set(failed.map((item) => kindOf(item)));
  if (kinds.has("reset") && !kinds.has("timeout") && !kinds.has("prohibited")) return "reset";
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : "mixed";
}

function kindOf(item: ConnectObservation): "refused" | "reset" | "timeout" | "prohibited" {
  const { outcome } = item;
  return outcome === "prohibited" || outcome === "refused" || outcome === "reset" ? outcome : "timeout";
}

function failingFamily(
  connected: readonly ConnectObservation[],
  failed: readonly ConnectObservation[],
): "v4" | "v6" | null {
  const families = new Set(failed.map((item) => item.family));
  const [only] = families;
  if (families.size !== 1 || only === undefined) return null;
  return connected.some((item) => item.family === only) ? null : only;
}

/**
 * Names that programs and companies which read along put into the certificates they make. Spelled as their products
 * do; a public authority never issues under them.
 */
const INSPECTORS =
  /kaspersky|eset ssl|avast! web|avg web|bitdefender|fortinet|fortigate|zscaler|sophos|netskope|palo alto|blue ?coat|cisco umbrella|check ?point|skyhigh|sonicwall|watchguard|barracuda|mitmproxy|fiddler|portswigger|zed attack proxy|adguard|charles proxy|superfish|lightspeed|securly|untangle/i;

/** Reads `tls`; the main request's own handshake stands in when the check did not run. */
export function tlsSignals(checks: CheckResults, used: readonly string[]): TlsSignals {
  const chain = factsOf(checks, "http")?.chain ?? [];
  const own = chain.flatMap((item) => (item.tls === null || item.proxy !== null ? [] : [item.tls]));
  const checked = factsOf(checks, "tls")?.handshakes ?? [];
  const every = (checked.length > 0 ? checked : own).filter(
    (item) => item.outcome !== "cancelled" && item.outcome !== "error",
  );
  const all = inUse(every, used);
  const trusted = all.filter((item) => item.outcome === "trusted");
  const failed = all.filter((item) => item.outcome !== "trusted");
  const bad = failed[0] ?? null;
  const local = [...all, ...own].find(isLocalRoot) ?? null;
  return {
    state: tlsState(trusted.length, failed.length),
    bad,
    outcome: bad?.outcome ?? null,
    failed,
    trusted,
    every,
    localRoot: localRootOf(all, local),
    issuer: (local ?? bad)?.chain[0]?.issuer ?? "",
    clientCertificateAsked: [...all, ...own].some((item) => item.clientCertificateAsked),
  };
}

function tlsState(trusted: number, failed: number): TlsSignals["state"] {
  if (trusted > 0) return failed > 0 ? "some" : "trusted";
  return failed > 0 ? "bad" : "none";
}

function isLocalRoot(item: TlsObservation): boolean {
  if (item.root === "system-only") return true;
  return item.chain.some((certificate) => INSPECTORS.test(certificate.issuer));
}

function localRootOf(all: readonly TlsObservation[], local: TlsObservation | null): Tri {
  if (local !== null) return "yes";
  // A chain that ends nowhere tells nothing: an inspector whose root is not installed looks just so.
  return all.length > 0 && all.every((item) => item.root === "bundled") ? "no" : "unknown";
}
