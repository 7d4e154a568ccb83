import { randomInt } from "node:crypto";
import type { DnsObservation } from "../../shared/model/facts/dns-facts.ts";
import { type DnsServer, serverLabel } from "../probes/probes.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { isInternalName } from "./support/internal-name.ts";
import { outcome, skip } from "./support/outcome.ts";
import { ownResolvers } from "./support/own-resolvers.ts";
import { udpServers } from "./support/server-entry.ts";

/** Own resolvers asked; the next ones are the same household's. */
const MOST_SERVERS = 3;

/** Does a name that cannot exist get an address? */
export const dnsMadeUpCheck: Check<"dns-made-up"> = {
  id: "dns-made-up",
  needs: [],
  limitMs: 4_000,
  async run(context) {
    const reason = gate(context, { name: true });
    if (reason !== null) return skip(reason);
    const names = madeUpNames(context.target.host);
    const own = await ownResolvers(context);
    const servers = (own.ok ? own.value : []).slice(0, MOST_SERVERS);
    const asked = servers.map(({ address, port }) => ({ transport: "udp", address, port }) as const);
    const [configured, outside] = await Promise.all([
      ask(context, asked, names),
      ask(context, controls(context), names),
    ]);
    if (configured.length === 0) return skip("not-needed");
    const facts = { configured, public: outside };
    const lying = configured.filter(({ outcome: how }) => how === "answer");
    if (lying.length > 0) {
      const same = lying.every(({ name }) => outside.some((one) => one.name === name && one.outcome === "answer"));
      const values = { address: lying.flatMap(({ addresses }) => addresses)[0] ?? "" };
      return outcome("dns-made-up", same ? "pass" : "fail", { variant: same ? "wildcard" : "answered", values }, facts);
    }
    const honest = configured.some(({ outcome: how }) => how === "nxdomain" || how === "no-data");
    return honest
      ? outcome("dns-made-up", "pass", "honest", facts)
      : outcome("dns-made-up", "unknown", "no-reply", facts);
  },
};

/** One public resolver as the control: a name's own zone may answer for everything under it (a wildcard). */
function controls(context: CheckContext): readonly DnsServer[] {
  if (context.privateMode || isInternalName(context.target.host)) return [];
  return context.references.publicResolvers.flatMap(udpServers).slice(0, 1);
}

async function ask(
  context: CheckContext,
  servers: readonly DnsServer[],
  names: readonly string[],
): Promise<readonly DnsObservation[]> {
  const { probes, signal, contacts, references } = context;
  const outside = references.publicResolvers.flatMap(udpServers).map(serverLabel);
  const queries = servers.flatMap((server) => {
    if (outside.includes(serverLabel(server))) contacts.outside(serverLabel(server));
    return names.map((name) => probes.dnsQuery(server, { name, type: "A" }, { signal }));
  });
  return Promise.all(queries);
}

/**
 * Two names that nobody registered: 12 random letters under the domain the host stands in, and under `.invalid`, which
 * never exists (RFC 6761, 6.4). A host without a domain gets the second only.
 */
export function madeUpNames(host: string): readonly string[] {
  const parent = host.split(".").slice(1).join(".");
  return [...(parent === "" ? [] : [`${randomLabel()}.${parent}`]), `${randomLabel()}.invalid`];
}

function randomLabel(): string {
  const letters = Array.from({ length: 12 }, () => String.fromCodePoint(97 + randomInt(26)));
  return `gg-${letters.join("")}`;
}
