import type { Finding } from "../../../shared/model/finding.ts";
import type { VerdictCode } from "../../../shared/model/verdict-code.ts";
import type { Verdict } from "../../../shared/model/verdict.ts";
import { RULES } from "./all-rules.ts";
import type { Claim } from "./claim.ts";
import { LAYERS, type Layer } from "./rule.ts";

/** Layers whose faults hide what lies behind them. `healthy` hides nothing; `mixed` only what the site itself shows. */
const HIDES_BEHIND: Readonly<Record<Layer, readonly Layer[]>> = {
  mixed: ["connect", "tls", "http"],
  healthy: [],
  link: LAYERS.slice(LAYERS.indexOf("address")),
  address: LAYERS.slice(LAYERS.indexOf("route")),
  route: LAYERS.slice(LAYERS.indexOf("network")),
  device: ["connect", "tls", "http"],
  network: LAYERS.slice(LAYERS.indexOf("internet")),
  internet: LAYERS.slice(LAYERS.indexOf("proxy")),
  proxy: ["connect", "tls", "http"],
  name: ["connect", "tls", "http"],
  path: ["connect", "tls", "http"],
  connect: ["tls", "http"],
  tls: ["http"],
  http: [],
};

/**
 * Codes that hide a finding: the layers nearer the person, and, for a finding that would itself explain the failure, the
 * rules of its own layer that come first (another name for the same symptom is no second finding).
 */
function parentsOf({ rule, candidate }: Claim): readonly VerdictCode[] {
  const place = RULES.indexOf(rule);
  const parents = RULES.filter((other, index) => {
    if (other.code === rule.code) return false;
    const sameSymptom = candidate.explains !== false && other.layer === rule.layer && index < place;
    return sameSymptom || HIDES_BEHIND[other.layer].includes(rule.layer);
  });
  return [...new Set(parents.map((other) => other.code))];
}

/** What was seen beside the verdict, without the children of the verdict or of each other. */
export function findingsOf(claims: readonly Claim[], verdict: Verdict): readonly Finding[] {
  const holding = new Set<VerdictCode>([
    verdict.code,
    ...claims.filter((claim) => claim.candidate.explains !== false).map((claim) => claim.rule.code),
  ]);
  return claims
    .filter((claim) => claim.rule.code !== verdict.code && claim.rule.layer !== "healthy")
    .map((claim) => findingOf(claim))
    .filter((finding) => !finding.dependsOn.some((code) => holding.has(code)));
}

function findingOf(claim: Claim): Finding {
  const { rule, candidate } = claim;
  const [first] = candidate.evidence;
  return {
    code: rule.code,
    severity: severityOf(candidate),
    side: candidate.side,
    summary: first.fact,
    checkId: first.checkId,
    dependsOn: parentsOf(claim),
  };
}

function severityOf(candidate: Claim["candidate"]): Finding["severity"] {
  if (candidate.explains !== false) return "problem";
  // A proxy that reads along or a hosts entry is somebody's wish as long as the site works.
  return candidate.side === "proxy" || candidate.side === "device" ? "info" : "warning";
}
