import { join } from "node:path";
import type { Fault } from "../../scenarios/scenario.ts";
import { PLACES } from "../net/places.ts";
import type { FaultKit, Undo } from "./fault-kit.ts";

type Of<Verb extends Fault["do"]> = Extract<Fault, { readonly do: Verb }>;

/** Where the inspecting program listens on the client; its own traffic is told by its user. */
const INSPECTOR_PORT = 8443;

/** Programs between the person and the network: inspection, tunnels, name caches, and the view from elsewhere. */
export const INTERFERENCE_FAULTS = {
  "inspect-tls": async (kit: FaultKit, { trusted, everywhere }: Of<"inspect-tls">): Promise<Undo> => {
    if (trusted) kit.client.systemRoots.push(kit.certificates.inspector);
    const config = `daemon off; worker_processes 1; user root; pid ${kit.folder}/inspector.pid; error_log ${kit.folder}/inspector.err error;
events { worker_connections 64; }
http { access_log off; client_body_temp_path ${kit.folder}/i1; proxy_temp_path ${kit.folder}/i2; fastcgi_temp_path ${kit.folder}/i3; uwsgi_temp_path ${kit.folder}/i4; scgi_temp_path ${kit.folder}/i5;
 server { listen ${PLACES.router.v4}:${INSPECTOR_PORT} ssl; ssl_certificate ${kit.certificates.folder}/inspected.crt; ssl_certificate_key ${kit.certificates.folder}/inspected.key; location / { resolver ${PLACES.provider.v4} ipv6=off; proxy_ssl_verify off; proxy_ssl_server_name on; proxy_ssl_name $host; proxy_set_header Host $host; proxy_pass https://$host:443; } } }
`;
    await kit.inside("router", `cat > ${kit.folder}/inspector.conf <<'END'\n${config}END`);
    await kit.start("router", "inspector", [
      "/usr/sbin/nginx",
      "-c",
      `${kit.folder}/inspector.conf`,
      "-e",
      `${kit.folder}/inspector.err`,
    ]);
    const to = everywhere ? "" : "-d 23.45.67.0/24";
    const all = (letter: "I" | "D"): string =>
      [
        `iptables -w -t nat -${letter} PREROUTING -i lan -p tcp --dport 443 ${to} -j DNAT --to-destination ${PLACES.router.v4}:${INSPECTOR_PORT}`,
        `ip6tables -w -${letter} FORWARD -i lan -p tcp --dport 443 ${everywhere ? "" : "-d 2600:1234::/64"} -j REJECT --reject-with tcp-reset`,
      ].join("\n");
    await kit.inside("router", all("I"));
    return async () => {
      await kit.inside("router", `${all("D")}\nconntrack -F 2>/dev/null || true`);
      await kit.stop("inspector");
    };
  },
  vpn: async (kit: FaultKit, { loses }: Of<"vpn">): Promise<Undo> => {
    // The tunnel's other end stands on the router machine; only what it forwards differs from the plain way.
    const match = loses === null ? [""] : loses.map((one) => `-d ${one}`);
    const drops = (letter: "I" | "D"): readonly string[] =>
      match.map((one) => `iptables -w -${letter} FORWARD -i vpn ${one} -j DROP`);
    await kit.inside(
      "router",
      [
        `ip link add vpn type veth peer name tun0 netns ${kit.ns.client}`,
        "ip addr add 10.8.0.1/24 dev vpn",
        "ip link set vpn up",
        "iptables -w -t nat -I POSTROUTING -s 10.8.0.0/24 -o wan -j MASQUERADE",
        ...drops("I"),
      ].join("\n"),
    );
    await kit.inside(
      "client",
      "ip addr add 10.8.0.2/24 dev tun0\nip link set tun0 up\nip route add 0.0.0.0/1 via 10.8.0.1\nip route add 128.0.0.0/1 via 10.8.0.1",
    );
    return async () =>
      void (await kit.inside(
        "router",
        [
          ...drops("D"),
          "iptables -w -t nat -D POSTROUTING -s 10.8.0.0/24 -o wan -j MASQUERADE",
          "ip link del vpn",
          "conntrack -F 2>/dev/null || true",
        ].join("\n"),
      ));
  },
  "old-name-cache": async (kit: FaultKit, { name, address }: Of<"old-name-cache">): Promise<Undo> => {
    // nscd in the product's own mount namespace: its socket stays invisible to the rest of this computer.
    const place = join(kit.folder, "nscd");
    const conf = `${place}/nscd.conf`;
    await kit.inside(
      "client",
      [
        `mkdir -p ${place}/run`,
        `cat > ${conf} <<'END'\nenable-cache hosts yes\ncheck-files hosts no\npositive-time-to-live hosts 3600\nenable-cache passwd no\nenable-cache group no\nenable-cache netgroup no\nenable-cache services no\nEND`,
      ].join("\n"),
    );
    // The cache learns the old address while the hosts file has it, then the entry goes.
    kit.client.mounts.push(
      `mount -t tmpfs lab /run/nscd 2>/dev/null || { mkdir -p /run/nscd && mount -t tmpfs lab /run/nscd; }`,
      `mount --bind ${conf} /etc/nscd.conf`,
      `nscd -d >/dev/null 2>&1 & nscd=$!`,
      "until [ -S /run/nscd/socket ]; do sleep 0.05; done",
      `cp /etc/hosts ${place}/hosts`,
      `echo "${address} ${name}" >> /etc/hosts`,
      `getent ahosts ${name} >/dev/null || true`,
      `cat ${place}/hosts > /etc/hosts`,
      "trap 'kill $nscd' EXIT",
    );
    return () => Promise.resolve();
  },
  vantage: async (kit: FaultKit, { reply }: Of<"vantage">): Promise<Undo> => {
    const at = "23.45.67.65";
    await kit.stop("vantage"); // a later reply takes the place of an earlier one
    await kit.start("net", "vantage", [
      process.execPath,
      "--import",
      "tsx",
      join(import.meta.dirname, "../servers/vantage-server.ts"),
      at,
      reply,
    ]);
    await kit.inside("net", `timeout 10 bash -c 'until (exec 3<>/dev/tcp/${at}/80) 2>/dev/null; do sleep 0.05; done'`);
    kit.client.references["vantage"] = `http://${at}`;
    return () => kit.stop("vantage");
  },
};
