import { PLACES, web, WEB } from "../net/places.ts";
import type { LaneFiles, Server } from "./server.ts";
import { SIGNED_ZONES, zones } from "./zones.ts";

/** A key for dnsdist's console; it never leaves the lane. */
const CONSOLE_KEY = "Z29vZGdhdGV3YXktbGFiLWNvbnNvbGUta2V5LTAwMDE=";
/** Where each dnsdist takes commands. */
export const CONSOLES = { provider: `${PLACES.provider.v4}:5199`, public: "1.1.1.1:5199" } as const;

/** All name servers of a lane. */
export function dnsServers(files: LaneFiles): readonly Server[] {
  return [
    authority(files),
    unbound(files, "provider", PLACES.provider.v4),
    unbound(files, "public", "1.1.1.1"),
    unbound(files, "quad9", "9.9.9.9"),
    dnsdist(files, "provider"),
    dnsdist(files, "public"),
    routerDns(files),
  ];
}

function fileOf(zone: string): string {
  return `zones/${zone === "." ? "root" : zone}.zone`;
}

/** bind9: root and every zone at once. */
function authority({ folder }: LaneFiles): Server {
  const all = zones();
  const signed: readonly string[] = SIGNED_ZONES;
  const list = Object.keys(all).map((zone) => {
    const file = signed.includes(zone) ? `${fileOf(zone)}.signed` : fileOf(zone);
    return `zone "${zone}" { type primary; file "${folder}/${file}"; allow-update { any; }; };`;
  });
  const options = [
    `directory "${folder}/named"`,
    `listen-on { ${PLACES.authority}; }`,
    "listen-on-v6 { none; }",
    "recursion no",
    "dnssec-validation no",
    `pid-file "${folder}/named/pid"`,
    `session-keyfile "${folder}/named/key"`,
  ];
  return {
    name: "named",
    node: "net",
    program: "/usr/sbin/named",
    args: ["-g", "-n", "1", "-c", `${folder}/named.conf`],
    folders: { named: "root", zones: "root" },
    files: {
      "named.conf": `options { ${options.join("; ")}; };\ncontrols { };\n${list.join("\n")}\n`,
      ...Object.fromEntries(Object.entries(all).map(([zone, text]) => [fileOf(zone), text])),
    },
    ready: [[PLACES.authority, 53]],
  };
}

/** A shell script that signs the zones that carry signatures, and spoils one of them. */
export function signingScript(folder: string): string {
  const one = (zone: string): string =>
    [
      `dnssec-keygen -q -a ECDSAP256SHA256 -f KSK ${zone} >/dev/null`,
      `dnssec-keygen -q -a ECDSAP256SHA256 ${zone} >/dev/null`,
      `dnssec-signzone -q -S -o ${zone} -f ${zone}.zone.signed ${zone}.zone >/dev/null 2>&1`,
      `dnssec-dsfromkey -2 $(grep -l 'key-signing' K${zone}.*.key) > ${zone}.ds`,
    ].join("\n");
  return [
    `mkdir -p ${folder}/zones && cd ${folder}/zones`,
    ...SIGNED_ZONES.map(one),
    // Another address under the old signature: bogus for everybody who checks.
    `sed -i 's/${web(50).replaceAll(".", "\\.")}$/${web(51)}/' broken.example.zone.signed`,
  ].join("\n");
}

/** What each resolver says when it is asked where it is, in the form that only its operator uses. */
const IDENTITIES = {
  provider: "resolver7.provider.example",
  public: "AMS",
  quad9: "res100.ams.rrdns.pch.net",
} as const;

function unbound({ folder }: LaneFiles, name: keyof typeof IDENTITIES, address: string): Server {
  const config = `server:
  directory: "${folder}"
  username: ""
  chroot: ""
  pidfile: "${folder}/unbound-${name}.pid"
  use-syslog: no
  logfile: ""
  do-daemonize: no
  num-threads: 1
  so-reuseport: no
  ede: yes
  identity: "${IDENTITIES[name]}"
  interface: ${address}@5300
  access-control: 0.0.0.0/0 allow
  local-zone: "example." nodefault
  trust-anchor-file: "${folder}/zones/signed.example.ds"
  trust-anchor-file: "${folder}/zones/broken.example.ds"
  module-config: "validator iterator"
stub-zone:
  name: "."
  stub-addr: ${PLACES.authority}
remote-control:
  control-enable: yes
  control-interface: ${folder}/unbound-${name}.ctl
  control-use-cert: no
`;
  return {
    name: `unbound-${name}`,
    node: "net",
    program: "/usr/sbin/unbound",
    args: ["-d", "-c", `${folder}/unbound-${name}.conf`],
    files: { [`unbound-${name}.conf`]: config },
    ready: [[address, 5300]],
  };
}

function listens(name: "provider" | "public", certificates: string): readonly string[] {
  if (name === "provider") return [`setLocal("${PLACES.provider.v4}:53")`, `addLocal("[${PLACES.provider.v6}]:53")`];
  const all = [...PLACES.publicV4, ...PLACES.publicV6.map((one) => `[${one}]`)];
  const pair = `"${certificates}/resolver.crt", "${certificates}/resolver.key"`;
  return [
    ...all.map((one, index) => `${index === 0 ? "setLocal" : "addLocal"}("${one}:53")`),
    ...all.map((one) => `addTLSLocal("${one}:853", ${pair})`),
    ...all.map((one) => `addDOHLocal("${one}:443", ${pair}, "/dns-query")`),
  ];
}

/** "Where are you?" asked of 9.9.9.9 is answered by a resolver of another name. */
const QUAD9 = [
  `  local masks = newNMG(); masks:addMask("9.9.9.0/24")`,
  `  addAction(AndRule({QNameRule("id.server."), NetmaskGroupRule(masks, false)}), PoolAction("quad9"))`,
];

/** dnsdist stands in front of each unbound, so that faults can be switched while it runs. */
function dnsdist({ folder, certificates }: LaneFiles, name: "provider" | "public"): Server {
  const behind = name === "provider" ? PLACES.provider.v4 : "1.1.1.1";
  const config = [
    ...listens(name, certificates.folder),
    `newServer({address="${behind}:5300", healthCheckMode="up"})`,
    ...(name === "public" ? [`newServer({address="9.9.9.9:5300", healthCheckMode="up", pool="quad9"})`] : []),
    `setACL({"0.0.0.0/0", "::/0"})`,
    `setSecurityPollSuffix("")`,
    `function suffixes(list) local node = newSuffixMatchNode(); for _, one in ipairs(list) do node:add(newDNSName(one)) end; return node end`,
    "function base()",
    ...(name === "public" ? QUAD9 : []),
    // Programs ask this name whether they may choose a resolver of their own; here they may.
    `  addAction(QNameRule("use-application-dns.net."), SpoofAction({"${web(WEB.newServer)}"}))`,
    "end",
    "base()",
    `controlSocket("${CONSOLES[name]}")`,
    `setConsoleACL({"0.0.0.0/0"})`,
    `setKey("${CONSOLE_KEY}")`,
  ];
  return {
    name: `dnsdist-${name}`,
    node: "net",
    program: "/usr/bin/dnsdist",
    args: ["--supervised", "--disable-syslog", "-C", `${folder}/dnsdist-${name}.lua`],
    files: { [`dnsdist-${name}.lua`]: `${config.join("\n")}\n` },
    ready: [[behind, 53], ...(name === "public" ? ([["9.9.9.9", 443]] as const) : [])],
  };
}

/** The home router's forwarder, which remembers nothing, and its DHCP service. */
function routerDns({ folder }: LaneFiles): Server {
  const config = [
    "no-hosts",
    "no-resolv",
    `server=${PLACES.provider.v4}`,
    `listen-address=${PLACES.router.v4}`,
    "bind-interfaces",
    "interface=lan",
    "except-interface=lo",
    "cache-size=0",
    "user=root",
    "dhcp-range=192.168.1.100,192.168.1.200,10m",
    `dhcp-leasefile=${folder}/leases`,
    `pid-file=${folder}/dnsmasq.pid`,
  ];
  return {
    name: "dnsmasq",
    node: "router",
    program: "/usr/sbin/dnsmasq",
    args: ["-k", "-C", `${folder}/dnsmasq.conf`],
    files: { "dnsmasq.conf": `${config.join("\n")}\n` },
    ready: [[PLACES.router.v4, 53]],
  };
}
