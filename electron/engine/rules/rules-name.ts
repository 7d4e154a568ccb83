import { isLinkName } from "../../checks/support/internal-name.ts";
import { saw, say } from "./evidence.ts";
import { nameFails } from "./name-signs.ts";
import type { ResolverState } from "./signals/resolver-group.ts";
import { proxyAside } from "./rivals/rivals.ts";
import { resolverFailing } from "./rivals/rivals-names.ts";
import { type Candidate, type Rival, type Rule, open, out } from "./rule.ts";
import { FALSE_ANSWER_RULES } from "./rules-false-answer.ts";
import { FAILING_RULES, SILENT_RULES } from "./rules-resolver.ts";
import { overlap } from "./signals/signals-dns.ts";
import type { Signals } from "./signals/signals.ts";

function hostsEntry(s: Signals): Candidate | null {
  const entries = s.dns.hosts ?? [];
  const [first] = entries;
  if (first === undefined) return null;
  const agrees = overlap(
    entries.map((entry) => entry.address),
    s.dns.others.addresses,
  );
  if (agrees && s.works !== "yes") return null;
  const values = { address: first.address, line: first.line };
  return {
    side: "device",
    base: s.dns.others.addresses.length > 0 ? "high" : "medium",
    values,
    evidence: [
      saw("hosts-file", say("hosts-entry", values)),
      ...(s.dns.others.addresses.length > 0 && !agrees ? [saw("dns-public", say("public-answer-differs"))] : []),
    ],
    explains: s.works !== "yes" && !s.proxy.used && s.dns.others.state !== "nxdomain",
  };
}

function nameNotFound(s: Signals): Candidate | null {
  if (!nameFails(s)) return null;
  const denied =
    s.dns.configured.state === "nxdomain" || (s.dns.configured.state === "unknown" && s.dns.os === "not-found");
  if (!denied || s.dns.others.state === "answers") return null;
  return {
    side: "site-dns",
    base: "high",
    values: isLinkName(s.target.host) ? { context: "link" } : {},
    evidence: [
      saw(s.dns.configured.state === "nxdomain" ? "dns-configured" : "dns-system", say("name-denied")),
      ...(s.dns.others.state === "nxdomain" ? [saw("dns-public", say("name-denied-by-others"))] : []),
    ],
  };
}

/** The same resolver finds a name that surely exists. */
const controlName: Rival = {
  code: "resolver-unreachable",
  decide: (s) => {
    if (s.dns.configured.control === "yes" || s.dns.osControl === "yes") return out(say("because-control-resolves"));
    return s.dns.others.state === "nxdomain" && s.dns.others.control === "yes"
      ? out(say("because-control-resolves"))
      : open(say("would-ask-control-name"));
  },
};

function failing(state: ResolverState): boolean {
  return state === "failing" || state === "no-data";
}

function siteDns(s: Signals): Candidate | null {
  if (!nameFails(s)) return null;
  const own = s.dns.configured.state;
  if (!failing(s.dns.others.state) || (!failing(own) && own !== "unknown" && own !== "dead")) return null;
  const none = s.dns.others.state === "no-data";
  const bogus = s.dns.answersUnchecked === "yes";
  return {
    side: "site-dns",
    base: "high",
    values: bogus ? { context: "bogus" } : none ? { context: "empty" } : {},
    evidence: [
      saw("dns-public", none ? say("no-address-records") : say("name-fails-everywhere")),
      ...(bogus ? [saw("dns-dnssec", say("signature-broken"))] : []),
    ],
  };
}

/** Rules about the look-up of the name, nearest first. */
export const NAME_RULES: readonly Rule[] = [
  { code: "hosts-override", layer: "name", applies: hostsEntry, rivals: [proxyAside] },
  ...SILENT_RULES,
  ...FALSE_ANSWER_RULES,
  ...FAILING_RULES,
  { code: "name-not-found", layer: "name", applies: nameNotFound, rivals: [controlName, resolverFailing, proxyAside] },
  { code: "site-dns-failing", layer: "name", applies: siteDns, rivals: [controlName, proxyAside] },
];
