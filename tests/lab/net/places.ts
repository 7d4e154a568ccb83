/** Addresses of the small internet. Every lane has the same ones: lanes are separate namespaces. */
export const PLACES = {
  client: { v4: "192.168.1.10", v6: "2a00:1:1::10" },
  router: { v4: "192.168.1.1", v6: "2a00:1:1::1" },
  /** The provider's resolver. */
  provider: { v4: "81.2.69.53", v6: "2a00:1:53::53" },
  /** Public resolvers: the true ones' addresses, inside the lab only. */
  publicV4: ["1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "149.112.112.112"],
  publicV6: [
    "2606:4700:4700::1111",
    "2606:4700:4700::1001",
    "2001:4860:4860::8888",
    "2001:4860:4860::8844",
    "2620:fe::fe",
    "2620:fe::9",
  ],
  /** Root, and every zone of the lab. */
  authority: "198.41.0.4",
} as const;

/** Address number `n` of the web servers' network. */
export const web = (n: number): string => `23.45.67.${n}`;
/** Its IPv6 twin. */
export const web6 = (n: number): string => `2600:1234::${n}`;
/** Address number `n` of the network behind the gateways. */
export const back = (n: number): string => `10.9.0.${n}`;

/** What stands in front of a site's application. */
export type Front =
  | "nginx"
  | "apache"
  | "haproxy"
  | "varnish"
  | "caddy"
  | "squid"
  | "lighttpd"
  | "h2o"
  | "edge"
  | "none";

/** One site: `NAME.example.com`. */
export interface Site {
  /** Last number of its addresses, in front and behind. */
  readonly n: number;
  readonly front: Front;
  readonly v6?: true;
  /** Further addresses, each with an application of its own, named `SITE-2`, `SITE-3`. */
  readonly more?: readonly number[];
}

/** The sites with an application whose behaviour scenarios change. */
export const SITES = {
  nginx: { n: 10, front: "nginx", v6: true },
  apache: { n: 11, front: "apache" },
  haproxy: { n: 12, front: "haproxy" },
  varnish: { n: 13, front: "varnish" },
  caddy: { n: 14, front: "caddy" },
  squid: { n: 15, front: "squid" },
  lighttpd: { n: 16, front: "lighttpd" },
  h2o: { n: 17, front: "h2o" },
  cloudflare: { n: 20, front: "edge", v6: true },
  fastly: { n: 21, front: "edge" },
  cloudfront: { n: 22, front: "edge" },
  akamai: { n: 23, front: "edge" },
  google: { n: 24, front: "edge" },
  frontdoor: { n: 25, front: "edge" },
  bunny: { n: 26, front: "edge" },
  /** Three addresses in front, an application behind each. */
  three: { n: 40, front: "nginx", more: [41, 42] },
  /** One address of each family, an application behind each. */
  dual: { n: 43, front: "nginx", v6: true, more: [44] },
  /** Only IPv6 has an address. */
  six: { n: 46, front: "nginx", v6: true },
  /** The application itself, with nothing in front. */
  plain: { n: 50, front: "none" },
  other: { n: 51, front: "none" },
} as const satisfies Record<string, Site>;

/** A site of the lab. */
export type SiteName = keyof typeof SITES;
/** An application whose behaviour can be changed. */
export type OriginName = SiteName | "three-2" | "three-3" | "dual-2";

/** Where each application listens: behind its gateway, or in front where there is none. */
export function originAddress(name: OriginName): string {
  const [site = "", which = "1"] = name.split("-");
  // Names of applications are made of a site's name; the type above says which exist.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const entry: Site = SITES[site as SiteName];
  const n = which === "1" ? entry.n : (entry.more?.[Number(which) - 2] ?? entry.n);
  return entry.front === "none" ? web(n) : back(n);
}

/** Every application there is. */
export const ORIGIN_NAMES: readonly OriginName[] = [
  ...Object.keys(SITES).filter((name): name is SiteName => name in SITES),
  "three-2",
  "three-3",
  "dual-2",
];

/** Sites with a fault of their certificate or handshake, an address each: `NAME.example.com`. */
export const TLS_SITES = {
  expired: 30,
  future: 31,
  wrongname: 32,
  selfsigned: 33,
  unknownca: 34,
  oldtls: 35,
  plain443: 36,
  clientcert: 37,
  tlsalert: 38,
  /** Nothing is wrong with this one: the twin of the others. */
  goodtls: 39,
} as const;

/** Where the fixed pages of connectivity checks are, one address an operator. */
export const CONNECTIVITY = {
  "connectivitycheck.gstatic.com": 60,
  "www.msftconnecttest.com": 61,
  "detectportal.firefox.com": 62,
} as const;

/** Other web addresses: a filter's block page, adverts, a parking page, an old server of a moved site, nobody. */
export const WEB = { blockPage: 66, adverts: 67, parking: 68, oldServer: 70, newServer: 71, nobody: 250 } as const;
