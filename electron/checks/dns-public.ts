import type { DnsObservation, ResolverObservations } from "../../shared/model/facts/dns-facts.ts";
import type { PublicResolver } from "../../shared/model/references.ts";
import { type DnsServer, serverLabel } from "../probes/probes.ts";
import type { Check, CheckContext, CheckOutcome } from "./check.ts";
import { gate } from "./support/gate.ts";
import { isInternalName } from "./support/internal-name.ts";
import { outcome, skip } from "./support/outcome.ts";
import { pause } from "./support/pause.ts";
import { dohServer, overTcp, udpServers } from "./support/server-entry.ts";

/** A public resolver answers within 100 ms nearly everywhere; after this its TCP side is asked as well (ms). */
const TCP_HEDGE_MS = 800;

/** What do independent public resolvers say, over plain DNS and over HTTPS? */
export const dnsPublicCheck: Check<"dns-public"> = {
  id: "dns-public",
  needs: [],
  limitMs: 5_000,
  async run(context) {
    const reason = gate(context, { name: true, outside: true });
    if (reason !== null) return skip(reason);
    if (isInternalName(context.target.host)) return skip("not-needed");
    const operators = context.references.publicResolvers;
    if (operators.length === 0) return skip("not-configured");
    const resolvers = (await Promise.all(operators.map((one) => askOperator(context, one)))).flat();
    return summarise(resolvers);
  },
};

/** One entry an operator: its plain address (the next one where the first cannot be reached at all), and its DoH. */
async function askOperator(context: CheckContext, operator: PublicResolver): Promise<readonly ResolverObservations[]> {
  const encrypted = dohServer(operator);
  const overHttps = encrypted === null ? null : query(context, encrypted, "A");
  const plain = await askPlain(context, udpServers(operator));
  const [first] = udpServers(operator);
  const server = plain?.server ?? (first === undefined ? (operator.doh ?? "") : serverLabel(first));
  const target = [...(plain?.target ?? []), ...(overHttps === null ? [] : [await overHttps])];
  if (target.length === 0) return [];
  return [{ server, publicId: operator.id, scope: "public", target, control: plain?.control ?? null }];
}

interface PlainAnswers {
  readonly server: string;
  readonly target: readonly DnsObservation[];
  readonly control: DnsObservation | null;
}

async function askPlain(
  context: CheckContext,
  servers: readonly (DnsServer & { readonly transport: "udp" })[],
): Promise<PlainAnswers | null> {
  let answers: PlainAnswers | null = null;
  for (const server of servers) {
    // oxlint-disable-next-line no-await-in-loop -- the next address only where this one has no way (no IPv4 or no IPv6)
    answers = await askServer(context, server);
    if (answers.target.some(({ outcome: how }) => how !== "unreachable")) break;
  }
  return answers;
}

async function askServer(
  context: CheckContext,
  server: DnsServer & { readonly transport: "udp" },
): Promise<PlainAnswers> {
  const { stableName } = context.references;
  const udp = Promise.all([query(context, server, "A"), query(context, server, "AAAA")]);
  const [plain, tcp, control] = await Promise.all([
    udp,
    hedge(context, overTcp(server), udp),
    stableName === null ? null : query(context, server, "A", stableName),
  ]);
  return { server: serverLabel(server), target: tcp === null ? plain : [...plain, tcp], control };
}

/** Asks over TCP when UDP failed or is slow to answer: UDP alone is often what is blocked. Null when not needed. */
async function hedge(
  context: CheckContext,
  server: DnsServer,
  udp: Promise<readonly DnsObservation[]>,
): Promise<DnsObservation | null> {
  const early = await Promise.race([udp, pause(TCP_HEDGE_MS, context.signal)]);
  const answered = (early ?? []).some(({ rcode }) => rcode !== null);
  return answered || context.signal.aborted ? null : query(context, server, "A");
}

function query(context: CheckContext, server: DnsServer, type: "A" | "AAAA", name?: string): Promise<DnsObservation> {
  const { probes, signal, target, contacts } = context;
  contacts.outside(serverLabel(server));
  return probes.dnsQuery(server, { name: name ?? target.host, type }, { signal });
}

function summarise(resolvers: readonly ResolverObservations[]): CheckOutcome<"dns-public"> {
  const facts = { resolvers };
  const outcomes = resolvers.flatMap(({ target }) => target.map(({ outcome: how }) => how));
  const answering = resolvers.filter(({ target }) => target.some(({ outcome: how }) => how === "answer"));
  const values = { count: answering.length, total: resolvers.length };
  if (answering.length > 0) return outcome("dns-public", "pass", { variant: "answer", values }, facts);
  if (outcomes.includes("nxdomain")) return outcome("dns-public", "warn", "nxdomain", facts);
  if (outcomes.includes("no-data")) return outcome("dns-public", "warn", "no-data", facts);
  if (outcomes.includes("servfail")) return outcome("dns-public", "warn", "servfail", facts);
  if (outcomes.every((how) => how === "cancelled")) return outcome("dns-public", "unknown", "no-reply", facts);
  return outcome("dns-public", "fail", "no-reply", facts);
}
