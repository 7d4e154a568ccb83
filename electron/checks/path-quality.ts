import { isIP } from "node:net";
import type { PingObservation, QualitySample } from "../../shared/model/facts/local-facts.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { median, spread } from "./support/numbers.ts";
import { outcome, skip } from "./support/outcome.ts";
import { pause } from "./support/pause.ts";
import { addressesInUse, siteAddresses } from "./support/site-addresses.ts";

/** Samples to each place: five is the least from which one lost in five can be told. */
const PINGS = 5;
const CONNECTS = 5;
const CONNECT_SPACING_MS = 120;
/** The first retry of a lost SYN comes after one second (RFC 6298, 2.1): a connect this slow lost its first packet. */
const LOST_MS = 1_000;
const CONNECT_LIMIT_MS = 1_500;

/** How many packets get lost, and how long do they take: to the router, to references, to the site? */
export const pathQualityCheck: Check<"path-quality"> = {
  id: "path-quality",
  needs: ["default-route", "dns-system"],
  early: { atMs: [700], when: (_results, elapsedMs) => elapsedMs >= 700 },
  limitMs: 8_000,
  async run(context) {
    const reason = gate(context, { network: true });
    if (reason !== null) return skip(reason);
    const { references, results, target, privateMode } = context;
    const router =
      references.router ?? results["default-route"]?.facts?.routes.find((one) => one.gateway)?.gateway ?? null;
    const [site] = addressesInUse(siteAddresses(target, results));
    const egress = privateMode ? [] : references.egress.filter(({ host }) => isIP(host) !== 0).slice(0, 2);
    const samples = await Promise.all([
      ...(router === null ? [] : [ping(context, router)]),
      ...egress.map((entry) => connects(context, { role: "reference", address: entry.host, port: entry.port })),
      ...(site === undefined ? [] : [connects(context, { role: "target", address: site, port: target.port })]),
    ]);
    const usable = samples.filter((sample) => sample !== null);
    if (usable.length === 0) return skip("not-needed");
    return summarise(usable);
  },
};

async function ping({ machine, signal }: CheckContext, address: string): Promise<QualitySample | null> {
  const seen: PingObservation = await machine.ping({ address, count: PINGS, deadlineMs: 3_000 }, signal);
  // No tool or no permission is no loss.
  if (seen.sent === 0 || (seen.failure !== null && seen.failure !== "no-reply")) return null;
  const lost = seen.sent - seen.received;
  return { address, role: "router", how: "ping", sent: seen.sent, lost, medianMs: seen.medianMs, spreadMs: null };
}

interface Place {
  readonly role: "reference" | "target";
  readonly address: string;
  readonly port: number;
}

async function connects(context: CheckContext, { role, address, port }: Place): Promise<QualitySample | null> {
  const { probes, signal, contacts } = context;
  if (role === "reference") contacts.outside(address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`);
  const times: number[] = [];
  let sent = 0;
  for (let turn = 0; turn < CONNECTS && !signal.aborted; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- spaced, so that one burst of loss does not hit them all
    await pause(turn === 0 ? 0 : CONNECT_SPACING_MS, signal);
    // oxlint-disable-next-line no-await-in-loop
    const seen = await probes.tcpConnect(address, port, { signal, timeoutMs: CONNECT_LIMIT_MS });
    // Without a way there, or refused, nothing is known about loss.
    if (seen.outcome !== "connected" && seen.outcome !== "timeout" && seen.outcome !== "refused") return null;
    sent += 1;
    if (seen.outcome !== "timeout" && seen.ms < LOST_MS) times.push(seen.ms);
    // Nothing at all gets through: that is reach, not quality.
    if (sent === 2 && times.length === 0 && seen.outcome === "timeout") return null;
  }
  if (sent === 0) return null;
  return {
    address,
    role,
    how: "tcp",
    sent,
    lost: sent - times.length,
    medianMs: median(times),
    spreadMs: spread(times),
  };
}

function summarise(samples: readonly QualitySample[]) {
  const facts = { samples };
  const worst = samples.toSorted((a, b) => b.lost / b.sent - a.lost / a.sent)[0];
  const values = {
    lost: Math.round(100 * ((worst?.lost ?? 0) / (worst?.sent ?? 1))),
    ms: Math.round(median(samples.flatMap(({ medianMs }) => medianMs ?? [])) ?? 0),
  };
  if (values.lost >= 20) return outcome("path-quality", "warn", { variant: "lossy", values }, facts);
  if (values.ms > 500) return outcome("path-quality", "warn", { variant: "slow", values }, facts);
  return outcome("path-quality", "pass", { variant: "good", values }, facts);
}
