import type { Fault, WireSpec } from "../../scenarios/scenario.ts";
import { PLACES } from "../net/places.ts";
import type { FaultKit, Undo } from "./fault-kit.ts";

type Of<Verb extends Fault["do"]> = Extract<Fault, { readonly do: Verb }>;

const { client, router } = PLACES;

/** A shell script and the one that takes it back. */
async function both(kit: FaultKit, node: "client" | "router" | "net", break_: string, mend: string): Promise<Undo> {
  await kit.inside(node, break_);
  return async () => void (await kit.inside(node, mend));
}

const CLIENT_ROUTES = `ip route replace default via ${router.v4}\nip -6 route replace default via ${router.v6}`;

/** Links, addresses, routes and packets. */
export const NETWORK_FAULTS = {
  "no-carrier": (kit: FaultKit): Promise<Undo> =>
    // A veth end shows no carrier when the other one is down; that also flushes IPv6 addresses there.
    both(
      kit,
      "router",
      "ip link set lan down",
      `ip link set lan up\nip -6 addr replace ${router.v6}/64 dev lan nodad\nip -6 addr replace fe80::1/64 dev lan nodad`,
    ),
  "no-address": (kit: FaultKit): Promise<Undo> =>
    both(
      kit,
      "client",
      "ip addr flush dev eth0 scope global",
      `ip addr add ${client.v4}/24 dev eth0\nip -6 addr add ${client.v6}/64 dev eth0 nodad\n${CLIENT_ROUTES}`,
    ),
  "no-default-route": (kit: FaultKit): Promise<Undo> =>
    both(kit, "client", "ip route del default\nip -6 route del default", CLIENT_ROUTES),
  "router-gone": (kit: FaultKit): Promise<Undo> =>
    // Nobody answers for the router's addresses any more, although the cable is in.
    both(
      kit,
      "router",
      `ip addr del ${router.v4}/24 dev lan\nip -6 addr flush dev lan`,
      `ip addr add ${router.v4}/24 dev lan\nip -6 addr add ${router.v6}/64 dev lan nodad\nip -6 addr add fe80::1/64 dev lan nodad`,
    ).then(async (undo) => {
      await kit.inside("client", "ip neigh flush all");
      return undo;
    }),
  "router-ignores-ping": (kit: FaultKit): Promise<Undo> =>
    both(
      kit,
      "router",
      "iptables -w -I INPUT -p icmp --icmp-type echo-request -j DROP\nip6tables -w -I INPUT -p icmpv6 --icmpv6-type echo-request -j DROP",
      "iptables -w -D INPUT -p icmp --icmp-type echo-request -j DROP\nip6tables -w -D INPUT -p icmpv6 --icmpv6-type echo-request -j DROP",
    ),
  "beyond-router": (kit: FaultKit, { how }: Of<"beyond-router">): Promise<Undo> => {
    if (how === "silent") {
      // The router itself gets no further either: its forwarder asks in vain.
      const rules = ["FORWARD -o wan", "OUTPUT -o wan"];
      const all = (letter: string): string =>
        rules
          .flatMap((rule) => [`iptables -w -${letter} ${rule} -j DROP`, `ip6tables -w -${letter} ${rule} -j DROP`])
          .join("\n");
      return both(kit, "router", all("I"), all("D"));
    }
    return both(
      kit,
      "router",
      "ip route replace unreachable default\nip -6 route replace unreachable default metric 1",
      "ip route replace default via 100.64.0.1\nip -6 route del unreachable default metric 1",
    );
  },
  "no-ipv6": (kit: FaultKit, { how }: Of<"no-ipv6">): Promise<Undo> => {
    const kind = how === "silent" ? "blackhole" : "unreachable";
    return both(kit, "router", `ip -6 route add ${kind} default metric 1`, `ip -6 route del ${kind} default metric 1`);
  },
  wire: async (kit: FaultKit, { both: two, up, down, seed }: Of<"wire">): Promise<Undo> => {
    const plain: WireSpec = {};
    await kit.wire({ ab: up ?? two ?? plain, ba: down ?? two ?? plain, ...(seed === undefined ? {} : { seed }) });
    return () => kit.wire(null);
  },
  block: (kit: FaultKit, fault: Of<"block">): Promise<Undo> => {
    const rules = fault.to.map((to) => blockRule(fault, to));
    const all = (letter: "I" | "D"): string => rules.map((rule) => rule(letter)).join("\n");
    return both(kit, fault.at, all("I"), all("D"));
  },
  "local-prohibit": (kit: FaultKit, { to }: Of<"local-prohibit">): Promise<Undo> => {
    const all = (verb: "add" | "del"): string =>
      to.map((one) => `ip ${one.includes(":") ? "-6 " : ""}route ${verb} prohibit ${one}`).join("\n");
    return both(kit, "client", all("add"), all("del"));
  },
  "block-server-name": (kit: FaultKit, { host }: Of<"block-server-name">): Promise<Undo> => {
    const rule = `FORWARD -p tcp --dport 443 -m string --algo bm --string ${host} -j REJECT --reject-with tcp-reset`;
    const all = (letter: string): string => `iptables -w -${letter} ${rule}\nip6tables -w -${letter} ${rule}`;
    return both(kit, "router", all("I"), all("D"));
  },
};

function blockRule(fault: Of<"block">, to: string): (letter: "I" | "D") => string {
  const six = to.includes(":");
  const protocol = fault.protocol ?? (fault.how === "reset" ? "tcp" : null);
  const match = [
    `-d ${to}`,
    ...(protocol === null ? [] : [`-p ${protocol}`]),
    ...(fault.port === undefined ? [] : [`--dport ${fault.port}`]),
  ].join(" ");
  const action = {
    silent: "DROP",
    reset: "REJECT --reject-with tcp-reset",
    unreachable: `REJECT --reject-with ${six ? "icmp6-addr-unreachable" : "icmp-host-unreachable"}`,
    prohibited: `REJECT --reject-with ${six ? "icmp6-adm-prohibited" : "icmp-admin-prohibited"}`,
  }[fault.how];
  const chain = fault.at === "router" ? "FORWARD" : "INPUT";
  return (letter) => `${six ? "ip6tables" : "iptables"} -w -${letter} ${chain} ${match} -j ${action}`;
}
