import { isIpLiteral } from "../../../shared/lib/ip.ts";
import { canonicalHost, hostKind } from "../../../shared/lib/redaction/host-class.ts";
import type { History } from "../../storage/history/store.ts";

/** As many as a benchmark asks about. */
const MOST = 12;

/**
 * Sites this person has checked, the newest first, each once: what a comparison of resolvers should be about. Names
 * inside a home or company are left out, since public resolvers would hear of them. Empty without a history.
 */
export function ownSites(history: Pick<History, "list">): readonly string[] {
  const hosts = history.list().map(({ host }) => canonicalHost(host));
  const named = hosts.filter((host) => /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(host) && !isIpLiteral(host));
  return [...new Set(named.filter((host) => hostKind(host, false)?.base === "host"))].slice(0, MOST);
}
