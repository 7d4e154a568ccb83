import { say } from "./evidence.ts";
import type { ResolverGroup } from "./signals/resolver-group.ts";
import { type Rival, open, out } from "./rule.ts";
import type { Signals } from "./signals/signals.ts";

/** The name has to be looked up here: not for addresses, and not when a proxy does it. */
export function looksUp(s: Signals): boolean {
  return s.target.kind === "name" && !s.proxy.used && s.works !== "yes";
}

/** The system got no address for the name. */
export function nameFails(s: Signals): boolean {
  return looksUp(s) && (s.lookupFails || s.stage === "dns");
}

/** Some other resolver answers, for this name or for one that surely exists. */
export function othersAnswer(s: Signals): boolean {
  return s.dns.others.state === "answers" || s.dns.others.control === "yes";
}

/** What is set, past the memory of this machine's own stub: the server behind it, where that answers when asked itself. */
export function pastMemory({ dns }: Signals): ResolverGroup {
  return dns.onlyStubs && dns.upstream.state === "answers" ? dns.upstream : dns.configured;
}

/** Who lets programs down: a stub whose servers are all silent only passes that on, by silence or as SERVFAIL. */
export function silentServers({ dns }: Signals): ResolverGroup {
  const waits = dns.configured.state === "dead" || dns.configured.state === "failing";
  return dns.onlyStubs && waits && dns.upstream.state === "dead" ? dns.upstream : dns.configured;
}

/** Systems wait 5 s for a server before they ask the next one (resolv.conf(5), RES_TIMEOUT); a little less is seen, ms. */
const WAITED_MS = 4_500;

/** The system found the name only after it had waited for a server that is dead: every new name takes that long. */
export function waitedForDead(s: Signals): boolean {
  const { dead, state } = silentServers(s);
  return s.dns.os === "answer" && (s.dns.osMs ?? 0) >= WAITED_MS && dead.length > 0 && state !== "dead";
}

/** Not the resolver but this machine's memory: asking the resolver itself tells. */
export const memory: Rival = {
  code: "os-cache-stale",
  decide: (s) =>
    s.dns.configured.state === "unknown" ? open(say("would-ask-own-resolver")) : out(say("because-resolver-says-so")),
};
