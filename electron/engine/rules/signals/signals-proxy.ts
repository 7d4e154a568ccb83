import { addressScope } from "../../../../shared/lib/ip.ts";
import type { Answers } from "../../../../shared/model/answers.ts";
import type { CheckResults } from "../../../../shared/model/check.ts";
import type { ProxyFacts, ProxySetting } from "../../../../shared/model/facts/local-facts.ts";
import { factsOf } from "../facts.ts";
import type { Attempt, HttpSignals } from "./signals-http.ts";
import { type Tri, tri } from "../tri.ts";

/** Proxies, VPNs and what went round them. */
export interface ProxySignals {
  /** A proxy or PAC applies to this target. */
  readonly applies: Tri;
  /** The main request went through a proxy. */
  readonly used: boolean;
  /** The proxy accepts connections. */
  readonly reachable: Tri;
  /** It refused at once: the machine lives, the program does not. */
  readonly refused: boolean;
  readonly pacBroken: boolean;
  /** `host:port` or the PAC's URL; empty when none. */
  readonly name: string;
  /** On this computer. */
  readonly onThisComputer: boolean;
  /** The same request without the proxy: good, not good, or not tried. */
  readonly direct: Tri;
  readonly directAttempt: Attempt | null;
  /** The person's word. */
  readonly vpn: Tri;
  readonly worksWithoutVpn: Tri;
}

/** Reads `proxy`, the repeats that went round it, and the answers about the VPN. */
export function proxySignals(checks: CheckResults, http: HttpSignals, answers: Answers): ProxySignals {
  const facts = factsOf(checks, "proxy");
  const setting = facts?.applies ?? null;
  const host = setting?.host ?? "";
  const directAttempt = http.varied.find((item) => item.varied === "proxy" && item.proxy === null) ?? null;
  const used = http.main !== null && http.main.proxy !== null;
  return {
    applies: appliesOf(facts, http, used),
    used,
    reachable: reachableOf(facts, http),
    refused: facts?.connect?.outcome === "refused",
    pacBroken: facts?.pac === "unreachable" || facts?.pac === "invalid",
    name: nameOf(setting, http),
    onThisComputer: host === "localhost" || (host !== "" && addressScope(host) === "loopback"),
    direct: directOf(directAttempt),
    directAttempt,
    vpn: said(answers.vpn, "on"),
    worksWithoutVpn: said(answers["works-without-vpn"], "yes"),
  };
}

function said(answer: string | undefined, yes: string): Tri {
  return answer === undefined ? "unknown" : tri(answer === yes);
}

function nameOf(setting: ProxySetting | null, http: HttpSignals): string {
  if (setting?.pacUrl) return setting.pacUrl;
  return setting?.host ? `${setting.host}:${setting.port ?? ""}` : (http.main?.proxy ?? "");
}

function appliesOf(facts: ProxyFacts | null, http: HttpSignals, used: boolean): Tri {
  if (used) return "yes";
  if (facts !== null) return tri(facts.applies !== null);
  // The main request follows the settings: that it went direct says that none applies.
  return http.main !== null && http.main.address !== null ? "no" : "unknown";
}

function reachableOf(facts: ProxyFacts | null, http: HttpSignals): Tri {
  if (http.main?.outcome === "proxy-connect-failed") return "no";
  if (http.main?.outcome === "proxy-tunnel-refused") return "yes";
  if (http.main !== null && http.main.proxy !== null && http.main.outcome === "response") return "yes";
  const connect = facts?.connect ?? null;
  if (connect === null || connect.outcome === "cancelled" || connect.outcome === "error") return "unknown";
  return tri(connect.outcome === "connected");
}

function directOf(attempt: Attempt | null): Tri {
  if (attempt === null || attempt.ending === "unknown") return "unknown";
  return tri(attempt.ending === "fine");
}
