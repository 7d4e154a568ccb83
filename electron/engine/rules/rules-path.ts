import type { TlsOutcome } from "../../../shared/model/facts/tls-facts.ts";
import { saw, say } from "./evidence.ts";
import { noInternet } from "./rivals/rivals.ts";
import { type Candidate, open, out, type Rival, type Rule } from "./rule.ts";
import type { Signals } from "./signals/signals.ts";

function lossy(s: Signals): Candidate | null {
  if (s.outside.lossy !== "yes" || s.place !== "outside") return null;
  const home = s.outside.lossyAtHome === "yes";
  const fact = saw("path-quality", say("loss-to-references", { percent: s.outside.lossPercent }));
  return {
    side: home ? "local-network" : "provider",
    base: s.outside.lossyAtHome === "unknown" ? "medium" : "high",
    evidence: home ? [fact, saw("path-quality", say("loss-to-router"))] : [fact],
    explains: s.works !== "yes" && somethingGotLost(s),
  };
}

/** A line on which now and then something comes through is no dead one. */
const nothingAtAll: Rival = {
  code: "no-internet",
  decide: (s) => (s.outside.heavyLoss ? null : noInternet.decide(s)),
};

/** The site failed by silence or a break, as lost packets make it fail. */
function somethingGotLost(s: Signals): boolean {
  // The system's look-up fell silent although its servers answer when asked directly.
  const silent = s.dns.os === "timeout" || s.dns.os === "failed";
  if (s.lookupFails && silent && s.dns.configured.state === "answers") return true;
  if (s.http.main !== null) return s.http.main.ending === "failed" && !refusedOutright(s);
  // Not even the name came through, from anybody.
  if (s.outside.heavyLoss && s.lookupFails) return true;
  return s.tcp.failed.some((item) => item.outcome === "timeout");
}

/** Ends of a handshake that a lost packet can bring about. */
const LOST_HANDSHAKES: ReadonlySet<TlsOutcome> = new Set(["timeout", "reset", "closed", "cancelled", "error"]);

/** A refusal or a bad certificate came through: no packet was missing. */
function refusedOutright({ http, tcp }: Signals): boolean {
  const outcome = http.main?.outcome;
  if (outcome === "connect-prohibited" || (outcome === "connect-refused" && tcp.state === "refused")) return true;
  const tls = http.main?.exchange.tls?.outcome ?? null;
  return outcome === "tls-failed" && tls !== null && !LOST_HANDSHAKES.has(tls);
}

function ipv6Broken(s: Signals): Candidate | null {
  if (s.outside.v6 !== "no" || s.outside.v4 !== "yes" || s.local.v6 !== "routable") return null;
  const failed = s.tcp.failed.some((item) => item.family === "v6");
  const fact = saw("references", say("ipv6-fails-everywhere"));
  // Where the site also has IPv4, programs fall back; only a site without it is out of reach because of this.
  const onlyV6 = s.tcp.failed.length > 0 && s.tcp.failed.every((item) => item.family === "v6") && s.works !== "yes";
  return {
    side: "local-network",
    base: "high",
    evidence: failed ? [fact, saw("tcp", say("ipv6-fails-target"))] : [fact],
    explains: failed && onlyV6 && s.tcp.connected.length === 0,
  };
}

/** An answer shows the family in question works elsewhere. */
const targetOnlyV6: Rival = {
  code: "site-partial",
  decide: (s) => (s.outside.v6 === "no" ? out(say("because-ipv6-fails-for-all")) : open(say("would-check-references"))),
};

/** Faults of the way that leave something working; judged after names and proxies. */
export const PATH_RULES: readonly Rule[] = [
  { code: "ipv6-broken", layer: "path", applies: ipv6Broken, rivals: [targetOnlyV6] },
  { code: "lossy-path", layer: "path", applies: lossy, rivals: [nothingAtAll] },
];
