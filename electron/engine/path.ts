import type { CheckResults } from "../../shared/model/check.ts";
import { PATH_NODES, type PathNode, type PathState } from "../../shared/model/path.ts";
import type { Target } from "../../shared/model/target.ts";
import type { Verdict } from "../../shared/model/verdict.ts";
import { deriveSignals, type Signals } from "./rules/signals/signals.ts";

type State = PathState["state"];

/**
 * What is known of the nine places a request passes, in the order of the picture. Without a verdict (the check-up still
 * runs) every place shows what its own checks say. With one, only the verdict's side is at fault: other troubled places
 * are warnings, and what lies behind a broken way out is not known.
 */
export function pathOf(checks: CheckResults, target: Target, verdict: Verdict | null): readonly PathState[] {
  const signals = deriveSignals({ target, answers: {}, checks, stopped: "no" });
  const fault = PATH_NODES.find((node) => node === verdict?.faultSide) ?? null;
  return PATH_NODES.map((node) => {
    const seen = NODE_STATES[node](signals);
    return { node, state: verdict === null ? seen : settled(node, seen, fault) };
  });
}

const WAY_OUT: readonly PathNode[] = ["device", "local-network", "provider"];

function settled(node: PathNode, seen: State, fault: PathNode | null): State {
  if (node === fault) return "fault";
  const behind = fault !== null && WAY_OUT.includes(fault) && PATH_NODES.indexOf(node) > PATH_NODES.indexOf(fault);
  if (behind && seen !== "ok") return "unknown";
  return seen === "fault" ? "warn" : seen;
}

const NODE_STATES: Readonly<Record<PathNode, (s: Signals) => State>> = {
  device,
  // Nobody has looked inside the browser: only the person's answers, through the verdict, say anything.
  browser: () => "unknown",
  "local-network": localNetwork,
  proxy,
  provider,
  resolver,
  "site-dns": siteDns,
  "site-edge": siteEdge,
  "site-origin": siteOrigin,
};

/** Somebody beyond this machine answered, so everything up to there works. */
function answered(s: Signals): boolean {
  return s.outside.reached === "yes" || (s.place !== "loopback" && s.tcp.connected.length > 0);
}

function device(s: Signals): State {
  if (s.tcp.state === "prohibited" || s.outside.prohibited === "yes") return "fault";
  if (answered(s)) return s.dns.hosts !== null && s.dns.hosts.length > 0 ? "warn" : "ok";
  if (s.place === "loopback") return s.tcp.state === "unknown" && s.http.main === null ? "unknown" : "ok";
  if (s.local.link === "no" || s.local.route === "no") return "fault";
  return s.local.link === "yes" ? "ok" : "unknown";
}

function localNetwork(s: Signals): State {
  if (s.place === "loopback") return "unknown";
  if (s.portal.portal === "yes") return "fault";
  if (answered(s) || s.local.router === "alive") return s.outside.lossyAtHome === "yes" ? "warn" : "ok";
  if (s.local.router === "gone" || s.local.address === "no") return "fault";
  return s.local.router === "silent" ? "warn" : "unknown";
}

function proxy(s: Signals): State {
  if (s.proxy.applies === "unknown") return "unknown";
  if (s.proxy.applies === "no") return s.tls.localRoot === "yes" ? "warn" : "ok";
  if (s.proxy.reachable === "no" || s.proxy.pacBroken) return "fault";
  return s.proxy.reachable === "yes" ? "ok" : "unknown";
}

function provider(s: Signals): State {
  if (s.place !== "outside") return "unknown";
  if (s.outside.reached === "yes") return s.outside.lossy === "yes" || s.dns.intercepted === "yes" ? "warn" : "ok";
  if (s.outside.reached === "no") return s.local.router === "alive" ? "fault" : "unknown";
  return "unknown";
}

function resolver(s: Signals): State {
  if (s.target.kind !== "name") return "unknown";
  if (s.dns.madeUp === "yes" || s.dns.configured.filtered === "yes") return "fault";
  const state = s.dns.configured.state;
  if (state === "dead") return s.dns.os === "answer" ? "warn" : "fault";
  if (state === "failing") return s.dns.others.state === "failing" ? "ok" : "fault";
  if (state !== "unknown") return s.dns.configured.dead.length > 0 ? "warn" : "ok";
  return s.dns.os === "answer" ? "ok" : "unknown";
}

function siteDns(s: Signals): State {
  if (s.target.kind !== "name") return "unknown";
  const all = [s.dns.others, s.dns.configured, s.dns.upstream].map((group) => group.state);
  if (all.includes("answers") || s.dns.os === "answer") return "ok";
  const seen = all.find((state) => state !== "unknown" && state !== "dead");
  if (s.dns.others.state === "unknown" || s.dns.others.state === "dead") return seen === undefined ? "unknown" : "warn";
  return "fault";
}

function siteEdge(s: Signals): State {
  if (s.http.main !== null && s.http.main.outcome === "response") return s.tcp.state === "some" ? "warn" : "ok";
  if (s.tls.state === "bad") return "fault";
  if (s.tcp.connected.length > 0) return s.tcp.state === "some" || s.tls.state === "some" ? "warn" : "ok";
  if (s.tcp.failed.length === 0 || s.tcp.state === "prohibited") return "unknown";
  return s.outside.reached === "yes" || s.place === "loopback" ? "fault" : "unknown";
}

function siteOrigin(s: Signals): State {
  const main = s.http.main;
  if (main === null || main.ending === "unknown") return "unknown";
  if (main.ending === "fine") return s.http.notFine > 0 ? "warn" : "ok";
  if (main.outcome === "response") return (main.status ?? 0) >= 500 ? "fault" : "warn";
  return s.stage === "http" ? "fault" : "unknown";
}
