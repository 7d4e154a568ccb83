import type { ConnectObservation } from "../../shared/model/facts/connect-facts.ts";
import type { DefaultRoute, RouterObservation } from "../../shared/model/facts/local-facts.ts";
import type { Machine, Neighbour } from "../platform/machine.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";

/** Routers looked at; more only exist with several adapters at once. */
const MOST_ROUTERS = 3;

/** Systems ask for a neighbour for about a second at least before they call it gone (RFC 4861, 10: RETRANS_TIMER). */
const FRESH_MS = 1_000;

/** Does the router (the next hop of the default route) show any sign of life? */
export const routerCheck: Check<"router"> = {
  id: "router",
  needs: ["default-route"],
  limitMs: 5_000,
  async run(context) {
    const reason = gate(context, { network: true });
    if (reason !== null) return skip(reason);
    const gateways = gatewaysOf(context);
    if (gateways.length === 0) return skip("not-needed");
    const routers = await Promise.all(gateways.map((gateway) => observe(context, gateway)));
    const facts = { routers };
    const alive = routers.find(isAlive);
    if (alive !== undefined)
      return outcome("router", "pass", { variant: "alive", values: { address: alive.address } }, facts);
    const values = { address: routers.map(({ address }) => address).join(", ") };
    if (routers.every(isSilent)) return outcome("router", "fail", { variant: "silent", values }, facts);
    return outcome("router", "unknown", { variant: "unclear", values }, facts);
  },
};

interface Gateway {
  readonly address: string;
  readonly interfaceName: string;
}

function gatewaysOf({ references, results }: CheckContext): readonly Gateway[] {
  if (references.router !== null) return [{ address: references.router, interfaceName: "" }];
  const routes = results["default-route"]?.facts?.routes ?? [];
  const hops = routes.flatMap(({ gateway, interfaceName }: DefaultRoute) =>
    gateway === null ? [] : [[gateway, { address: gateway, interfaceName }] as const],
  );
  return [...new Map(hops).values()].slice(0, MOST_ROUTERS);
}

async function observe(context: CheckContext, gateway: Gateway): Promise<RouterObservation> {
  const { machine, signal } = context;
  const startedAt = performance.now();
  // A sign of life settles it; only the ping goes on then, for the time it takes.
  const alive = new AbortController();
  const until: CheckContext = { ...context, signal: AbortSignal.any([signal, alive.signal]) };
  const [ping, tcp, first] = await Promise.all([
    machine.ping({ address: gateway.address, count: 3, deadlineMs: 1_500 }, signal).then((seen) => {
      if (seen.received > 0) alive.abort();
      return seen;
    }),
    knock(until, gateway.address, () => alive.abort()),
    machine
      .neighbour(gateway.address, until.signal)
      .then((reading) => ({ state: stateOf(reading), ms: performance.now() - startedAt })),
  ]);
  if (alive.signal.aborted) return { ...gateway, ping, tcp, neighbour: first.state };
  // The packets above make the system ask for the neighbour. Bad news that was there at once is old news: read again.
  const settled = first.state === "reachable" || (first.state === "failed" && first.ms >= FRESH_MS);
  const neighbour = settled ? first.state : stateOf(await machine.neighbour(gateway.address, signal));
  return { ...gateway, ping, tcp, neighbour };
}

function stateOf(reading: Awaited<ReturnType<Machine["neighbour"]>>): Neighbour["state"] {
  return reading.ok ? reading.value.state : "unknown";
}

/** A connect to DNS and web of the router; the one that shows life, else the first. */
async function knock(
  { probes, signal }: CheckContext,
  address: string,
  onLife: () => void,
): Promise<ConnectObservation | null> {
  const knocks = await Promise.all(
    [53, 80].map(async (port) => {
      const seen = await probes.tcpConnect(address, port, { signal, timeoutMs: 1_500 });
      if (showsLife(seen)) onLife();
      return seen;
    }),
  );
  return knocks.find(showsLife) ?? knocks[0] ?? null;
}

function showsLife({ outcome: how }: ConnectObservation): boolean {
  return how === "connected" || how === "refused" || how === "reset";
}

function isAlive({ ping, tcp, neighbour }: RouterObservation): boolean {
  return (ping?.received ?? 0) > 0 || neighbour === "reachable" || (tcp !== null && showsLife(tcp));
}

/** Nothing came back although every way of asking was open. */
function isSilent({ ping, neighbour }: RouterObservation): boolean {
  const pinged = ping?.failure === "no-reply" || ping?.failure === "unreachable";
  return neighbour === "failed" || (neighbour === "absent" && pinged);
}
