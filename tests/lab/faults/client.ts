import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../../scenarios/scenario.ts";
import { PLACES } from "../net/places.ts";
import { HOSTS } from "../net/topology.ts";
import { ROUTER_PORTS } from "../servers/proxies.ts";
import type { FaultKit, Undo } from "./fault-kit.ts";

type Of<Verb extends Fault["do"]> = Extract<Fault, { readonly do: Verb }>;

function etc(kit: FaultKit, name: string): string {
  return join("/etc/netns", kit.ns.client, name);
}

/** The client's own settings; what changes `kit.client` is forgotten after the scenario anyway. */
export const CLIENT_FAULTS = {
  "client-resolvers": async (kit: FaultKit, { servers }: Of<"client-resolvers">): Promise<Undo> => {
    const write = (list: readonly string[]): Promise<void> =>
      writeFile(etc(kit, "resolv.conf"), list.map((one) => `nameserver ${one}\n`).join(""));
    await write(servers);
    return () => write([PLACES.router.v4]);
  },
  "hosts-file": async (kit: FaultKit, { lines }: Of<"hosts-file">): Promise<Undo> => {
    await writeFile(etc(kit, "hosts"), `${HOSTS}${lines.join("\n")}\n`);
    return () => writeFile(etc(kit, "hosts"), HOSTS);
  },
  clock: (kit: FaultKit, { days }: Of<"clock">): Promise<Undo> => {
    // Timers keep their pace: only the time of day is wrong.
    kit.client.env["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
    kit.client.wrapper.push("/usr/bin/faketime", "-f", `${days < 0 ? "-" : "+"}${Math.abs(days)}d`);
    return Promise.resolve(() => Promise.resolve());
  },
  proxy: (kit: FaultKit, { url }: Of<"proxy">): Promise<Undo> => {
    kit.client.env["http_proxy"] = url;
    kit.client.env["https_proxy"] = url;
    return Promise.resolve(() => Promise.resolve());
  },
  "proxy-cut-off": async (kit: FaultKit): Promise<Undo> => {
    // The proxies run on the router: what it sends itself to web servers goes nowhere.
    const all = (letter: "I" | "D"): string =>
      ["iptables", "ip6tables"]
        .map((tool) => `${tool} -w -${letter} OUTPUT -o wan -p tcp -m multiport --dports 80,443 -j REJECT`)
        .join("\n");
    await kit.inside("router", all("I"));
    return async () => void (await kit.inside("router", all("D")));
  },
  portal: async (kit: FaultKit, { how, names }: Of<"portal">): Promise<Undo> => {
    const port = how === "511" ? ROUTER_PORTS.portal511 : ROUTER_PORTS.portal;
    const all = (letter: "I" | "D"): string =>
      [
        `iptables -w -t nat -${letter} PREROUTING -i lan -p tcp --dport 80 -j DNAT --to-destination ${PLACES.router.v4}:${port}`,
        `iptables -w -${letter} FORWARD -i lan -p tcp -j REJECT`,
        `ip6tables -w -${letter} FORWARD -i lan -j REJECT`,
        `iptables -w -${letter} FORWARD -i lan -p udp ! --dport 53 -j DROP`,
        ...(names === true
          ? [
              `iptables -w -t nat -${letter} PREROUTING -i lan -p udp --dport 53 -j DNAT --to-destination ${PLACES.router.v4}:5399`,
            ]
          : []),
      ].join("\n");
    if (names === true) await kit.start("router", "portal-names", PORTAL_NAMES(kit.folder));
    await kit.inside("router", all("I"));
    return async () => {
      await kit.inside("router", `${all("D")}\nconntrack -F 2>/dev/null || true`);
      if (names === true) await kit.stop("portal-names");
    };
  },
};

const PORTAL_NAMES = (folder: string): readonly string[] => [
  "/usr/sbin/dnsmasq",
  "-k",
  "--conf-file=/dev/null",
  "--no-hosts",
  "--no-resolv",
  "--user=root",
  `--pid-file=${folder}/portal-names.pid`,
  "--port=5399",
  `--listen-address=${PLACES.router.v4}`,
  "--bind-interfaces",
  `--address=/#/${PLACES.router.v4}`,
];
