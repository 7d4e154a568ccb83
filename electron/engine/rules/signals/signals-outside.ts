import type { CheckResults } from "../../../../shared/model/check.ts";
import type { QualitySample, ReferencesFacts } from "../../../../shared/model/facts/local-facts.ts";
import type { Target } from "../../../../shared/model/target.ts";
import { factsOf } from "../facts.ts";
import { median, type Tri, tri } from "../tri.ts";

/** From 5 samples on, one lost in five is loss that people feel. */
const LOSS_SHARE = 0.2;
const LOSS_MIN_SAMPLES = 5;
/** ChromeOS calls a gateway slower than this a fault; beyond it pages time out. ms. */
const DELAY_MS = 1_500;

/** With half of all packets lost each way, three queries in four get no answer from anybody. */
const HEAVY_PERCENT = 50;

/** The internet beyond the router, judged by others than the site. */
export interface OutsideSignals {
  /** Anybody outside answered in a way that nobody near can fake easily (connect, encrypted DNS, fixed page). */
  readonly reached: Tri;
  readonly v4: Tri;
  readonly v6: Tri;
  /** This machine itself refuses every connection to the references. */
  readonly prohibited: Tri;
  /** A reference answered on the target's port; `no` when only other ports work. */
  readonly samePort: Tri;
  readonly referencesTried: number;
  /** Loss or delay to references over the thresholds. */
  readonly lossy: Tri;
  /** The same to the router: the trouble starts at home. */
  readonly lossyAtHome: Tri;
  /** So much is lost that a server which answers nothing may be a fine one. */
  readonly heavyLoss: boolean;
  /** How often a packet was seen to be lost on the way out, to anybody: lost probes, connects and queries that needed a second try. */
  readonly lossSigns: number;
  /** Largest share of lost probes to a reference, percent. */
  readonly lossPercent: number;
}

/** The sign-in page question. */
export interface PortalSignals {
  readonly portal: Tri;
  readonly intercepted: number;
  readonly probes: number;
  readonly unroutableAnswered: Tri;
  readonly loginUrl: string | null;
}

/** Reads `references`, `path-quality`, and every other sign that somebody outside answered. */
export function outsideSignals(checks: CheckResults, target: Target): OutsideSignals {
  const facts = factsOf(checks, "references");
  const connects = facts?.connects ?? [];
  const samples = factsOf(checks, "path-quality")?.samples ?? [];
  const references = samples.filter((sample) => sample.role === "reference");
  const lossPercent = Math.round(Math.max(0, ...references.map(lossShare), patchyShare(checks)) * 100);
  const measured = lossyOf(references);
  return {
    reached: reachedOf(checks, facts, target.host),
    v4: reachOf(facts, "v4"),
    v6: reachOf(facts, "v6"),
    prohibited: connects.length === 0 ? "unknown" : tri(connects.every((item) => item.outcome === "prohibited")),
    samePort: samePort(facts, target.port),
    referencesTried: connects.length,
    lossy: measured === "unknown" && patchyShare(checks) > 0 ? "yes" : measured,
    heavyLoss: measured !== "no" && lossPercent >= HEAVY_PERCENT,
    lossyAtHome: lossyOf(samples.filter((sample) => sample.role === "router")),
    lossSigns: lossSigns(checks),
    lossPercent,
  };
}

function reachOf(facts: ReferencesFacts | null, family: "v4" | "v6"): Tri {
  const reach = facts?.[family] ?? "not-checked";
  if (reach === "not-checked") return "unknown";
  return tri(reach === "works");
}

function reachedOf(checks: CheckResults, facts: ReferencesFacts | null, host: string): Tri {
  if (reachOf(facts, "v4") === "yes" || reachOf(facts, "v6") === "yes" || otherSign(checks, host)) return "yes";
  if (facts === null || facts.connects.length === 0) return "unknown";
  // A refusal is an answer from somebody on the way: neither "works" nor "nothing there".
  if (facts.connects.some((item) => ["refused", "reset", "cancelled", "error"].includes(item.outcome)))
    return "unknown";
  return tri(facts.connects.some((item) => item.outcome === "connected"));
}

function otherSign(checks: CheckResults, host: string): boolean {
  const secure = (factsOf(checks, "dns-public")?.resolvers ?? [])
    .flatMap((resolver) => [...resolver.target, ...(resolver.control === null ? [] : [resolver.control])])
    .some((item) => (item.transport === "doh" || item.transport === "dot") && item.rcode !== null);
  const portal = factsOf(checks, "captive-portal")?.probes.some((probe) => probe.outcome === "as-expected") ?? false;
  // The site's own clock is among the sources; only somebody else's says that others can be reached.
  const dates = (factsOf(checks, "clock")?.offsets ?? []).some((item) => item.source !== host);
  return secure || portal || dates || (factsOf(checks, "vantage")?.results.length ?? 0) > 0;
}

function samePort(facts: ReferencesFacts | null, port: number): Tri {
  const same = (facts?.connects ?? []).filter((item) => item.port === port);
  return same.length === 0 ? "unknown" : tri(same.some((item) => item.outcome === "connected"));
}

function lossShare(sample: QualitySample): number {
  return sample.sent === 0 ? 0 : sample.lost / sample.sent;
}

/** Half of the attempts without an answer, and still some with one: the way is too bad for its loss to be measured. */
const PATCHY_SHARE = 0.5;

/**
 * Share of attempts at public resolvers and references that got no answer, where it is at least {@link PATCHY_SHARE}
 * and attempts of one and the same kind went both ways; else 0. A kind that fails as a whole is blocked, not lossy.
 */
function patchyShare(checks: CheckResults): number {
  const queries = (factsOf(checks, "dns-public")?.resolvers ?? []).flatMap(({ target }) => target);
  const kinds = [
    ...(["udp", "tcp", "doh", "dot"] as const).map((kind) => queries.filter((item) => item.transport === kind)),
    (factsOf(checks, "references")?.connects ?? []).filter((item) => item.family === "v4"),
  ].map((attempts) => ({
    lost: attempts.filter((item) => item.outcome === "timeout").length,
    answered: attempts.filter((item) => item.outcome !== "timeout" && item.outcome !== "cancelled").length,
  }));
  const lost = kinds.reduce((sum, kind) => sum + kind.lost, 0);
  const answered = kinds.reduce((sum, kind) => sum + kind.answered, 0);
  const both = kinds.some((kind) => kind.lost > 0 && kind.answered > 0);
  const share = both ? lost / (lost + answered) : 0;
  return share >= PATCHY_SHARE ? share : 0;
}

/**
 * A connect this slow lost its first packet (RFC 6298, 2.1); a query lost its first try (probes/limits.ts); a handshake
 * of two or three round trips waited for a packet to be sent again, since no line is slower than half of it. ms.
 */
const SECOND_TRY_MS = { connect: 1_000, query: 1_200, handshake: 2_000 } as const;

function lossSigns(checks: CheckResults): number {
  const samples = (factsOf(checks, "path-quality")?.samples ?? []).filter((sample) => sample.role !== "router");
  // Who never answers at all may be dead; loss shows where answers come, but not always at once.
  const probes = samples.filter((sample) => sample.lost < sample.sent).reduce((sum, sample) => sum + sample.lost, 0);
  const connects = [...(factsOf(checks, "references")?.connects ?? []), ...(factsOf(checks, "tcp")?.connects ?? [])];
  const queries = (factsOf(checks, "dns-public")?.resolvers ?? []).flatMap(({ target }) => target);
  const slowConnects = connects.filter(({ outcome, ms }) => outcome === "connected" && ms >= SECOND_TRY_MS.connect);
  const slowQueries = queries.filter(
    (item) => item.transport === "udp" && item.rcode !== null && item.ms >= SECOND_TRY_MS.query,
  );
  const handshakes = factsOf(checks, "tls")?.handshakes ?? [];
  const slowHandshakes = handshakes.filter(({ outcome, ms }) => outcome === "trusted" && ms >= SECOND_TRY_MS.handshake);
  return probes + slowConnects.length + slowQueries.length + slowHandshakes.length;
}

function lossyOf(samples: readonly QualitySample[]): Tri {
  const enough = samples.filter((sample) => sample.sent >= LOSS_MIN_SAMPLES);
  if (enough.length === 0) return "unknown";
  // Median over the places: one busy or ping-shy reference proves nothing.
  const share = median(enough.map(lossShare)) ?? 0;
  const delay = median(enough.map((sample) => sample.medianMs ?? 0)) ?? 0;
  return tri((share >= LOSS_SHARE && share < 1) || delay > DELAY_MS);
}

/** Reads `captive-portal`: two independent interceptions, or one and an answer from an address where nobody can answer. */
export function portalSignals(checks: CheckResults): PortalSignals {
  const facts = factsOf(checks, "captive-portal");
  const intercepted = facts?.probes.filter((probe) => probe.outcome === "intercepted").length ?? 0;
  const expected = facts?.probes.filter((probe) => probe.outcome === "as-expected").length ?? 0;
  const unroutable = facts?.unroutableAnswered ?? null;
  return {
    portal: portalOf({ intercepted, expected, unroutable }),
    intercepted,
    probes: facts?.probes.length ?? 0,
    unroutableAnswered: unroutable === null ? "unknown" : tri(unroutable),
    loginUrl: facts?.loginUrl ?? null,
  };
}

function portalOf(seen: { intercepted: number; expected: number; unroutable: boolean | null }): Tri {
  if (seen.intercepted >= 2 || (seen.intercepted >= 1 && seen.unroutable === true)) return "yes";
  // One fixed page came through untouched: a single odd one is a broken reference.
  return seen.expected >= 1 ? "no" : "unknown";
}
