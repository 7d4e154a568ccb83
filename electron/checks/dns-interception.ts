import type { DnsObservation, LocationObservation } from "../../shared/model/facts/dns-facts.ts";
import type { References } from "../../shared/model/references.ts";
import { type DnsQuestion, type DnsServer, serverLabel } from "../probes/probes.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";
import { ownResolvers } from "./support/own-resolvers.ts";
import { parseServerEntry } from "./support/server-entry.ts";

/** A query that nobody may answer is given this long (ms). */
const UNROUTABLE_MS = 1_000;

/** Does somebody on the way answer DNS queries that were meant for others? */
export const dnsInterceptionCheck: Check<"dns-interception"> = {
  id: "dns-interception",
  needs: [],
  limitMs: 4_000,
  async run(context) {
    const reason = gate(context, { name: true, outside: true });
    if (reason !== null) return skip(reason);
    const { interceptProbe, location, canary } = context.references;
    if (interceptProbe === null && location.length === 0 && canary === null) return skip("not-configured");
    const [unroutable, locations, canaryAnswer] = await Promise.all([
      askUnroutable(context),
      Promise.all(location.map((entry) => askLocation(context, entry))),
      askCanary(context),
    ]);
    const facts = { unroutable, location: locations.flat(), canary: canaryAnswer };
    const foreign = facts.location.some(({ standard }) => standard === false);
    const answered = unroutable !== null && unroutable.rcode !== null;
    if (answered || foreign)
      return outcome("dns-interception", "warn", answered ? "unroutable-answered" : "foreign-reply", facts);
    const told = unroutable?.outcome === "timeout" || facts.location.some(({ standard }) => standard === true);
    return outcome("dns-interception", told ? "pass" : "unknown", told ? "none-seen" : "no-reply", facts);
  },
};

async function askUnroutable(context: CheckContext): Promise<DnsObservation | null> {
  const { interceptProbe, stableName } = context.references;
  if (interceptProbe === null) return null;
  const server = { transport: "udp", address: interceptProbe, port: 53 } as const;
  context.contacts.outside(serverLabel(server));
  const question = { name: stableName ?? context.target.host, type: "A" } as const;
  return context.probes.dnsQuery(server, question, { signal: context.signal, timeoutMs: UNROUTABLE_MS });
}

const TYPES: readonly DnsQuestion["type"][] = ["A", "AAAA", "TXT", "NS", "SOA", "CNAME"];

async function askLocation(
  context: CheckContext,
  entry: References["location"][number],
): Promise<readonly LocationObservation[]> {
  const place = parseServerEntry(entry.server);
  const type = TYPES.find((one) => one === entry.type.toUpperCase());
  if (place === null || type === undefined) return [];
  const server: DnsServer = { transport: "udp", ...place };
  context.contacts.outside(serverLabel(server));
  const question: DnsQuestion = { name: entry.name, type, class: entry.class.toUpperCase() === "CH" ? "CH" : "IN" };
  const observation = await context.probes.dnsQuery(server, question, { signal: context.signal });
  return [{ observation, standard: hasForm(observation, entry.form) }];
}

/** Null when no reply came: silence is not a foreign reply. */
function hasForm({ rcode, addresses, records }: DnsObservation, form: string): boolean | null {
  if (rcode === null) return null;
  const expected = new RegExp(`^(?:${form})$`, "i");
  return [...addresses, ...records].some((record) => expected.test(record.replace(/^"|"$/g, "")));
}

async function askCanary(context: CheckContext): Promise<DnsObservation | null> {
  const { canary } = context.references;
  const own = await ownResolvers(context);
  const [first] = own.ok ? own.value : [];
  if (canary === null || first === undefined) return null;
  const server = { transport: "udp", address: first.address, port: first.port } as const;
  return context.probes.dnsQuery(server, { name: canary, type: "A" }, { signal: context.signal });
}
