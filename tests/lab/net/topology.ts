import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run, script } from "../support/exec.ts";
import type { RunState } from "../support/state.ts";
import { back, ORIGIN_NAMES, originAddress, PLACES, SITES, web, web6, type Site } from "./places.ts";

/** The machines of a lane. `client` - `router` - wire - `net` (provider, resolvers, web) - `back` (applications). */
export const NODES = ["client", "router", "net", "back"] as const;
/** One of them. */
export type NodeName = (typeof NODES)[number];
/** Namespace names. */
export type Namespaces = Readonly<Record<NodeName, string>>;

/** Names for one lane; interface and namespace names stay short. */
export function namesFor(runId: string, lane: number): Namespaces {
  const name = (node: string): string => `gg-${runId}-${lane}-${node}`;
  return { client: name("cl"), router: name("rt"), net: name("net"), back: name("bk") };
}

/** Makes the namespaces and the links that need no wire. */
export async function makeNamespaces(ns: Namespaces, state: RunState): Promise<void> {
  for (const node of NODES) {
    state.namespace(ns[node]);
    // oxlint-disable-next-line no-await-in-loop -- a handful of quick steps
    await mkdir(join("/etc/netns", ns[node]), { recursive: true });
  }
  await Promise.all(
    NODES.map((node) =>
      writeFile(
        join("/etc/netns", ns[node], "resolv.conf"),
        `nameserver ${node === "client" ? PLACES.router.v4 : PLACES.provider.v4}\n`,
      ),
    ),
  );
  await writeFile(join("/etc/netns", ns.client, "hosts"), HOSTS);
  await script(
    [
      ...NODES.map((node) => `ip netns add ${ns[node]}`),
      ...NODES.map((node) => `ip -n ${ns[node]} link set lo up`),
      ...NODES.map((node) => sysctl(ns[node], node === "router" || node === "net")),
      ...pair(ns.router, "lan", ns.client, "eth0"),
      ...pair(ns.net, "inside", ns.back, "eth0"),
      ...addresses(ns.router, "lan", [`${PLACES.router.v4}/24`, `${PLACES.router.v6}/64`, "fe80::1/64"]),
      ...addresses(ns.client, "eth0", [`${PLACES.client.v4}/24`, `${PLACES.client.v6}/64`]),
      ...addresses(ns.net, "inside", [`${back(1)}/24`]),
      `ip -n ${ns.client} route add default via ${PLACES.router.v4}`,
      `ip -n ${ns.client} -6 route add default via ${PLACES.router.v6}`,
      ...addresses(ns.net, "lo", netAddresses()),
      ...addresses(ns.back, "eth0", backAddresses()),
      `ip -n ${ns.back} route add default via ${back(1)}`,
    ].join("\n"),
  );
}

/** The client's hosts file when nothing is wrong with it. */
export const HOSTS = "127.0.0.1 localhost\n::1 localhost\n";

/** Gives the wire's two ends their addresses; to be called once the wire program has made them. */
export async function connectWire(ns: Namespaces): Promise<void> {
  const mac = { router: "02:00:00:00:00:01", net: "02:00:00:00:00:02" };
  await script(
    [
      ...(["router", "net"] as const).map((node) => `ip -n ${ns[node]} link set wan address ${mac[node]}`),
      ...addresses(ns.router, "wan", ["100.64.0.2/30", "2a00:1:ff::2/64"]),
      ...addresses(ns.net, "wan", ["100.64.0.1/30", "2a00:1:ff::1/64"]),
      ...(["router", "net"] as const).map((node) => `ip -n ${ns[node]} link set wan up`),
      // Neighbours are known for good: a lost ARP frame would be a fault nobody asked for.
      ...neighbours(ns.router, ["100.64.0.1", "2a00:1:ff::1"], mac.net),
      ...neighbours(ns.net, ["100.64.0.2", "2a00:1:ff::2"], mac.router),
      `ip -n ${ns.router} route add default via 100.64.0.1`,
      `ip -n ${ns.router} -6 route add default via 2a00:1:ff::1`,
      `ip -n ${ns.net} route add 192.168.1.0/24 via 100.64.0.2`,
      `ip -n ${ns.net} -6 route add 2a00:1:1::/64 via 2a00:1:ff::2`,
    ].join("\n"),
  );
}

/** Waits until both ends of the wire exist. */
export async function waitForWire(ns: Namespaces): Promise<void> {
  const one = (name: string): string => `until ip -n ${name} link show wan >/dev/null 2>&1; do sleep 0.03; done`;
  const { code } = await run("/bin/sh", ["-c", `${one(ns.router)}; ${one(ns.net)}`], { timeoutMs: 10_000 });
  if (code !== 0) throw new Error("the wire did not come up");
}

function sysctl(name: string, forward: boolean): string {
  const settings = [
    // Otherwise an IPv6 address may not be used for a second after it was set.
    "net.ipv6.conf.all.accept_dad=0",
    "net.ipv6.conf.default.accept_dad=0",
    // Refusals must come every time, not once a second.
    "net.ipv4.icmp_ratelimit=0",
    "net.ipv6.icmp.ratelimit=0",
    "net.ipv4.ping_group_range='0 2147483647'",
    ...(forward ? ["net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1"] : []),
  ];
  return `ip netns exec ${name} sysctl -qw ${settings.join(" ")}`;
}

function pair(a: string, interfaceA: string, b: string, interfaceB: string): readonly string[] {
  return [
    `ip -n ${a} link add ${interfaceA} type veth peer name ${interfaceB} netns ${b}`,
    `ip -n ${a} link set ${interfaceA} up`,
    `ip -n ${b} link set ${interfaceB} up`,
  ];
}

function addresses(name: string, device: string, list: readonly string[]): readonly string[] {
  return list.map((one) =>
    one.includes(":")
      ? `ip -n ${name} -6 addr add ${one} dev ${device} nodad`
      : `ip -n ${name} addr add ${one} dev ${device}`,
  );
}

function neighbours(name: string, list: readonly string[], mac: string): readonly string[] {
  return list.map((one) => `ip -n ${name} neigh replace ${one} lladdr ${mac} nud permanent dev wan`);
}

function netAddresses(): readonly string[] {
  const v6 = Object.values<Site>(SITES).filter((site) => site.v6 === true);
  return [
    `${PLACES.provider.v4}/32`,
    `${PLACES.provider.v6}/128`,
    `${PLACES.authority}/32`,
    ...PLACES.publicV4.map((one) => `${one}/32`),
    ...PLACES.publicV6.map((one) => `${one}/128`),
    // One network of web addresses; 250 and above are nobody's.
    ...Array.from({ length: 71 }, (_, index) => `${web(index + 1)}/32`),
    ...v6.map(({ n }) => `${web6(n)}/128`),
  ];
}

function backAddresses(): readonly string[] {
  const own = ORIGIN_NAMES.map(originAddress).filter((one) => one.startsWith("10."));
  return own.map((one) => `${one}/24`);
}
