import type { HttpExchange, HttpOutcome } from "../../../shared/model/facts/http-facts.ts";
import type { Bypass, BypassResult, CertificateComparison, OwnerWay } from "../../../shared/model/owner.ts";

/** Nobody let us in, or nobody said a word. */
const SILENT: readonly HttpOutcome[] = [
  "connect-refused",
  "connect-timeout",
  "connect-unreachable",
  "connect-prohibited",
  "connect-failed",
];

/** What the two ways say together. `samePort`: both lead to the same port. Pure. */
export function compareWays(through: OwnerWay, direct: OwnerWay, samePort: boolean): Bypass {
  const sameAddress = through.exchange.address !== null && through.exchange.address === direct.exchange.address;
  const result = samePort && sameAddress ? "same-machine" : resultOf(through, direct);
  return { result, through, direct, certificates: certificatesOf(through, direct) };
}

function resultOf(through: OwnerWay, direct: OwnerWay): BypassResult {
  if (SILENT.includes(direct.exchange.outcome)) return "origin-silent";
  if (direct.exchange.outcome === "tls-failed") return "origin-certificate";
  const [throughFine, directFine] = [isFine(through), isFine(direct)];
  if (directFine) return throughFine ? "both-fine" : "gateway";
  return throughFine ? "origin-differs" : "origin";
}

/** A page without a server's fault: a 404 or a sign-in is an answer of a site that works. */
function isFine({ exchange }: OwnerWay): boolean {
  return exchange.outcome === "response" && exchange.status !== null && exchange.status < 500;
}

function certificatesOf(through: OwnerWay, direct: OwnerWay): CertificateComparison {
  const [one, other] = [leafOf(through.exchange), leafOf(direct.exchange)];
  if (one === null || other === null) return "one-missing";
  return one === other ? "same" : "differ";
}

function leafOf({ tls }: HttpExchange): string | null {
  return tls?.chain[0]?.fingerprint ?? null;
}
