import type { DnsObservation } from "../../shared/model/facts/dns-facts.ts";
import type { DnsServer } from "../probes/probes.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";
import { parseServerEntry } from "./support/server-entry.ts";

/** Servers asked again without checking. */
const MOST_SERVERS = 3;

/** Is a "server failure" answer a broken signature (DNSSEC)? Asked only when somebody answered SERVFAIL. */
export const dnsDnssecCheck: Check<"dns-dnssec"> = {
  id: "dns-dnssec",
  needs: ["dns-configured", "dns-public"],
  limitMs: 4_000,
  async run(context) {
    const reason = gate(context, { name: true });
    if (reason !== null) return skip(reason);
    const servers = failingServers(context);
    const [first] = servers;
    if (first === undefined) return skip("not-needed");
    const { dnssec } = context.references;
    const ask = (server: DnsServer, name: string, checkingDisabled = false): Promise<DnsObservation> =>
      context.probes.dnsQuery(server, { name, type: "A", checkingDisabled }, { signal: context.signal });
    const [withoutChecking, good, bad] = await Promise.all([
      Promise.all(servers.map((server) => ask(server, context.target.host, true))),
      dnssec === null ? null : ask(first, dnssec.good),
      dnssec === null ? null : ask(first, dnssec.bad),
    ]);
    const facts = { withoutChecking, good, bad };
    const bogus = withoutChecking.some(({ outcome: how }) => how === "answer" || how === "no-data");
    if (bogus) return outcome("dns-dnssec", "fail", "bogus", facts);
    const told = withoutChecking.some(({ rcode }) => rcode !== null);
    return outcome("dns-dnssec", told ? "pass" : "unknown", told ? "not-the-cause" : "no-reply", facts);
  },
};

function failingServers({ results }: CheckContext): readonly DnsServer[] {
  const resolvers = [
    ...(results["dns-configured"]?.facts?.resolvers ?? []),
    ...(results["dns-public"]?.facts?.resolvers ?? []),
  ];
  const failing = resolvers
    .filter(({ target }) => target.some(({ outcome: how, transport }) => how === "servfail" && transport !== "doh"))
    .flatMap(({ server }) => parseServerEntry(server) ?? []);
  return failing.slice(0, MOST_SERVERS).map((server) => ({ transport: "udp", ...server }));
}
