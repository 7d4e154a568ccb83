import { addressScope } from "../../shared/lib/ip.ts";
import type { DnsObservation, ResolverObservations } from "../../shared/model/facts/dns-facts.ts";
import type { References } from "../../shared/model/references.ts";
import type { ConfiguredResolver } from "../platform/machine.ts";
import { serverLabel } from "../probes/probes.ts";
import type { Check, CheckContext, CheckOutcome } from "./check.ts";
import { gate } from "./support/gate.ts";
import { isLinkName } from "./support/internal-name.ts";
import { notReadable, outcome, skip } from "./support/outcome.ts";
import { ownResolvers } from "./support/own-resolvers.ts";
import { udpServers } from "./support/server-entry.ts";

/** What do the resolvers this computer is set to say, asked directly? */
export const dnsConfiguredCheck: Check<"dns-configured"> = {
  id: "dns-configured",
  needs: [],
  limitMs: 5_000,
  async run(context) {
    const reason = gate(context, { name: true });
    if (reason !== null) return skip(reason);
    const servers = await ownResolvers(context);
    if (!servers.ok) return notReadable(servers.error);
    if (servers.value.length === 0 && isLinkName(context.target.host)) return skip("not-needed");
    if (servers.value.length === 0) {
      return outcome("dns-configured", "fail", "none-set", { resolvers: [], upstreamsKnown: false });
    }
    const resolvers = await Promise.all(servers.value.map((server) => ask(context, server)));
    return summarise(
      resolvers,
      servers.value.some(({ upstream }) => upstream),
    );
  },
};

async function ask(context: CheckContext, { address, port }: ConfiguredResolver): Promise<ResolverObservations> {
  const { probes, signal, references, target } = context;
  const server = { transport: "udp", address, port } as const;
  const query = (name: string, type: "A" | "AAAA"): Promise<DnsObservation> =>
    probes.dnsQuery(server, { name, type }, { signal });
  const [a, aaaa, control] = await Promise.all([
    query(target.host, "A"),
    query(target.host, "AAAA"),
    references.stableName === null ? null : query(references.stableName, "A"),
  ]);
  const scope = addressScope(address);
  return {
    server: serverLabel(server),
    publicId: operatorOf(references, address),
    // A resolver on this link only (fe80::1%eth0) is the router: private like its other addresses.
    scope: scope === "link-local" ? "private" : scope,
    target: [a, aaaa],
    control,
  };
}

function operatorOf({ publicResolvers }: References, address: string): string | null {
  return publicResolvers.find((one) => udpServers(one).some((server) => server.address === address))?.id ?? null;
}

function summarise(
  resolvers: readonly ResolverObservations[],
  upstreamsKnown: boolean,
): CheckOutcome<"dns-configured"> {
  const facts = { resolvers, upstreamsKnown };
  const working = resolvers.filter(({ target }) => target.some(({ outcome: how }) => isReply(how)));
  const answering = working.filter(({ target }) => target.some(({ outcome: how }) => how === "answer"));
  const values = {
    count: answering.length,
    total: resolvers.length,
    server: (answering[0] ?? resolvers[0])?.server ?? "",
  };
  if (answering.length === resolvers.length)
    return outcome("dns-configured", "pass", { variant: "answer", values }, facts);
  if (answering.length > 0) return outcome("dns-configured", "warn", { variant: "some-answer", values }, facts);
  if (working.length === 0) return outcome("dns-configured", "fail", { variant: "silent", values }, facts);
  const names = working.flatMap(({ target }) => target.map(({ outcome: how }) => how));
  const variant = names.includes("nxdomain") ? "nxdomain" : names.includes("no-data") ? "no-data" : "refused";
  return outcome("dns-configured", "fail", { variant, values }, facts);
}

/** The server itself said something, whatever it said. */
function isReply(how: DnsObservation["outcome"]): boolean {
  return ["answer", "no-data", "nxdomain", "servfail", "refused", "other-rcode", "malformed"].includes(how);
}
