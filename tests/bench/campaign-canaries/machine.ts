import { CHECK_IDS, type CheckId } from "../../../shared/model/check-id.ts";
import type { Checkup, Observations } from "../../../shared/model/checkup.ts";
import type { CheckFacts } from "../../../shared/model/facts/check-facts.ts";
import type { ReportEnvironment } from "../../../shared/contract/report/environment.ts";
import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { judge } from "../../../electron/engine/judge.ts";
import { makeReport } from "../../../electron/report/make-report.ts";
import * as build from "../../unit/electron/engine/build-observations.ts";
import { Planter, seeded, type Secret } from "./secrets.ts";

/** One made-up machine: its report with every kind of secret in the field where it would really stand. */
export interface Machine {
  readonly report: SavedReport;
  readonly secrets: readonly Secret[];
}

/** Machine number `seed`. */
export function makeMachine(seed: number): Machine {
  const p = new Planter(seeded(seed * 7919 + 13));
  const own = people(p);
  const places = network(p);
  const site = siteOf(p);
  const facts = factsOf(p, own, places, site);
  const target = build.target({
    input: `https://${site.userinfo}@${site.host}${site.path}?session=${site.query}`,
    url: `https://${site.host}${site.path}?session=${site.query}`,
    host: site.host,
    displayHost: site.host,
  });
  const plain = build.observe(facts, { target });
  const observations: Observations = { ...plain, checks: withSummaries(plain, site.host, places.router, own.detail) };
  const checkup: Checkup = {
    id: p.secret("check-up id", `r${p.hex(15)}`),
    startedAt: "2026-06-01T09:41:00.000Z",
    durationMs: 2340,
    observations,
    judgement: judge(observations),
    requestsToSite: 4,
    outsideEndpoints: ["1.1.1.1:443", "http://detectportal.firefox.com/success.txt", `${places.ownResolver}:53`],
  };
  const origin = { appVersion: "0.1.0", runtime: "node 20.20.2", os: "linux", osVersion: "6.1", arch: "x64" };
  const report = makeReport(checkup, origin, {
    environment: environmentOf(p, own, places),
    note: `It fails for ${own.user} since Monday.`,
    journal: [
      {
        id: p.secret("journal id", p.hex(32)),
        startedAt: "2026-06-01T09:00:00.000Z",
        updatedAt: "2026-06-01T09:01:00.000Z",
        manager: "network-manager",
        link: own.adapter,
        state: "committed",
        end: null,
        before: { v4: [places.router], v6: [] },
        after: ["1.1.1.1", "8.8.8.8"],
      },
    ],
    watches: [
      {
        url: `https://${site.host}${site.path}?session=${site.query}`,
        startedAt: "2026-06-01T09:50:00.000Z",
        endedAt: null,
        looks: [{ at: "2026-06-01T09:51:00.000Z", outcome: "response", status: 502, ms: 130 }],
      },
    ],
  });
  return { report, secrets: p.planted };
}

function people(p: Planter) {
  const user = p.secret("user name", `${p.word(5)}.${p.word(7)}`);
  const home = p.secret("home path", `/home/${user}/${p.word(6)}`);
  return {
    user,
    home,
    machine: p.secret("machine name", `${p.word(6)}-laptop-${p.number(10, 99)}`),
    adapter: p.secret("adapter name", `Wi-Fi of ${p.word(8)}`),
    adapterId: p.guid("adapter guid"),
    machineId: p.guid("machine id"),
    mac: p.mac("mac address"),
    bssid: p.mac("bssid"),
    ssid: p.secret("ssid", `Home ${p.word(9)}`),
    profile: p.secret("browser profile", `/home/${user}/.config/${p.word(8)}`),
    detail: p.secret("error detail", `EACCES: ${home}/${p.word(6)}.json`),
    service: p.secret("setting's place", `Service ${p.word(9)}`),
  };
}

function network(p: Planter) {
  return {
    ownV4: p.v4("own private address", "192.168.77."),
    ownV6: p.v6("own public v6 address", "2001:db9:77:1"),
    ownShared: p.v4("own cgnat address", "100.77."),
    linkLocal: p.v6("own link-local address", "fe80:0:0:0"),
    router: p.v4("router address", "192.168.77."),
    ownResolver: p.v4("resolver at home", "10.77."),
    providerResolver: p.v4("provider's resolver", "81.77.", false),
    proxy: p.secret("company proxy", `proxy-${p.word(6)}.${p.word(8)}.example`),
    pacHost: p.secret("pac host", `pac-${p.word(7)}.${p.word(6)}.example`),
    bypass: p.secret("bypass name", `intranet-${p.word(8)}.example`),
    search: p.secret("search domain", `corp-${p.word(9)}.example`),
  };
}

function siteOf(p: Planter) {
  const host = p.secret("site's name", `shop-${p.word(9)}.example`, false);
  return {
    host,
    redirect: p.secret("redirect's name", `login-${p.word(9)}.example`, false),
    cname: p.secret("cname", `edge-${p.word(9)}.example`, false),
    address: p.v4("site's address", "93.184.", false),
    userinfo: p.secret("sign-in in the address", `${p.word(6)}:${p.word(12)}`),
    path: `/${p.secret("path of the address", `orders-${p.word(10)}`, false)}`,
    query: p.secret("query of the address", p.hex(24)),
    cookie: p.secret("cookie", p.hex(32)),
    token: p.secret("token header", `Bearer ${p.hex(40)}`),
    header: p.secret("unknown header", `internal-${p.word(12)}`),
    body: p.secret("text of a page", `Dear ${p.word(10)}, your account ${p.number(1e8, 9e8)}`),
    title: p.secret("title of a page", `Orders of ${p.word(10)}`, false),
    statusText: p.secret("reason phrase", `Nope ${p.word(10)}`, false),
    realm: p.secret("realm", `Files of ${p.word(10)}`),
    via: p.secret("proxy's name for itself", `cache-${p.word(8)}.local`),
    txt: p.v4("address in a DNS text", "84.77."),
    ede: p.secret("DNS error text", `blocked for ${p.word(10)}`, false),
    issuer: p.secret("private issuer", `${p.word(8)} Company Root`, false),
    subject: p.secret("certificate's holder", `Holder ${p.word(9)}`, false),
    fingerprint: p.secret("fingerprint", p.hex(64).match(/../gu)?.join(":") ?? "", false),
    bodyHash: p.secret("page's hash", p.hex(16), false),
    login: p.secret("query of a sign-in page", `mac-${p.hex(12)}`),
    hostsLine: p.secret("hosts file line", `10.77.0.1 secret-${p.word(8)}`),
  };
}

type Own = ReturnType<typeof people>;
type Places = ReturnType<typeof network>;
type Site = ReturnType<typeof siteOf>;

function tlsOf(site: Site): CheckFacts["tls"]["handshakes"][number] {
  const certificate = { names: [], validFrom: "2026-01-01T00:00:00Z", validTo: "2026-09-01T00:00:00Z" };
  return build.tls({
    address: site.address,
    serverName: site.host,
    outcome: "untrusted-root",
    errno: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    root: "system-only",
    chain: [
      { ...certificate, subject: site.host, issuer: site.issuer, names: [site.host], fingerprint: site.fingerprint },
      { ...certificate, subject: site.subject, issuer: site.issuer, fingerprint: site.fingerprint },
    ],
  });
}

function exchangeOf(site: Site, places: Places): CheckFacts["http"]["chain"][number] {
  return build.exchange({
    url: `https://${site.host}${site.path}?session=${site.query}`,
    address: site.address,
    status: 502,
    statusText: site.statusText,
    proxy: `${places.proxy}:3128`,
    headers: [
      ["server", "nginx"],
      // A gateway that repeats who asked: the second net has to catch it.
      ["x-cache-hits", `for ${places.ownV6}`],
      ["cf-ray", "8a1b2c3d4e5f6789-FRA"],
      ["content-type", "text/html"],
      ["via", `1.1 ${site.via} (squid)`],
      ["x-cache", `MISS from ${site.via}`],
      ["set-cookie", `id=${site.cookie}; Path=/`],
      ["authorization", site.token],
      ["x-shop-internal", site.header],
      ["www-authenticate", `Basic realm="${site.realm}"`],
      ["location", `https://${site.redirect}${site.path}?token=${site.query}`],
    ],
    bodySample: `<title>${site.title}</title><p>${site.body} from ${places.ownV6}</p>`,
    bodyHash: site.bodyHash,
    tls: tlsOf(site),
  });
}

function dnsOf(site: Site): Parameters<typeof build.dns>[0] & object {
  return {
    name: site.host,
    addresses: [site.address],
    cnames: [site.cname],
    records: [`"${site.txt}"`],
    ede: [{ code: 15, text: site.ede }],
  };
}

function factsOf(p: Planter, own: Own, places: Places, site: Site): build.FactsMap {
  const setting = build.proxySetting({ host: places.proxy, bypass: [places.bypass, "localhost"], where: own.service });
  const pac = build.proxySetting({ kind: "pac", host: null, port: null, pacUrl: `http://${places.pacHost}/wpad.dat` });
  const exchange = exchangeOf(site, places);
  const answer = build.dns(dnsOf(site));
  return {
    ...build.HEALTHY,
    interfaces: {
      interfaces: [
        build.netInterface({
          name: own.adapter,
          id: `{${own.adapterId}}`,
          kind: "wifi",
          addresses: [
            { address: places.ownV4, prefix: 24, family: "v4", scope: "private" },
            { address: places.ownShared, prefix: 10, family: "v4", scope: "shared" },
            { address: places.ownV6, prefix: 64, family: "v6", scope: "public" },
            { address: places.linkLocal, prefix: 64, family: "v6", scope: "link-local" },
          ],
        }),
        build.netInterface({ name: "eth0", id: "2", addresses: [] }),
      ],
    },
    "default-route": {
      routes: [{ family: "v4", gateway: places.router, interfaceName: own.adapter, metric: 600, tunnel: false }],
    },
    router: build.router({
      address: places.router,
      interfaceName: own.adapter,
      ping: { address: places.router, sent: 3, received: 3, medianMs: p.number(1, 9), failure: null },
    }),
    "captive-portal": {
      probes: [
        {
          url: "http://detectportal.firefox.com/success.txt",
          outcome: "intercepted",
          status: 302,
          location: `http://${places.router}/login?client=${site.login}`,
        },
      ],
      unroutableAnswered: false,
      loginUrl: `http://${places.router}/login?client=${site.login}`,
    },
    "hosts-file": { path: "/etc/hosts", entries: [{ address: "10.77.0.1", line: 7, text: site.hostsLine }] },
    "dns-system": {
      lookup: { name: site.host, outcome: "answer", addresses: [site.address], errno: null, ms: 12 },
      control: null,
    },
    "dns-configured": {
      resolvers: [
        build.resolver({ ...dnsOf(site), server: `${places.ownResolver}:53` }),
        build.resolver({ ...dnsOf(site), server: `${places.providerResolver}:53` }, { scope: "public" }),
      ],
      upstreamsKnown: false,
    },
    "dns-public": build.publicResolvers(dnsOf(site)),
    "dns-interception": { unroutable: null, location: [{ observation: answer, standard: true }], canary: null },
    proxy: { settings: [setting, pac], applies: setting, connect: build.connect(places.ownResolver), pac: null },
    clock: { offsets: [{ source: site.host, offsetMs: 40 }], medianOffsetMs: 40 },
    tcp: { connects: [build.connect(site.address)] },
    tls: { handshakes: [tlsOf(site)] },
    http: { chain: [exchange], redirects: "final", gateway: build.gateway(), fellBackToHttp: false },
    repeat: {
      spacingMs: 500,
      attempts: [
        { varied: "none", value: "", exchange, gateway: build.gateway() },
        { varied: "address", value: site.address, exchange, gateway: null },
        { varied: "path", value: site.path, exchange, gateway: null },
        { varied: "proxy", value: `${places.proxy}:3128`, exchange, gateway: null },
      ],
    },
  };
}

/** Sentences with values in them, and a check that failed with a detail. */
function withSummaries(from: Observations, host: string, router: string, detail: string): Observations["checks"] {
  const checks = Object.fromEntries(
    CHECK_IDS.flatMap((id: CheckId) => {
      const result = from.checks[id];
      return result === undefined ? [] : [[id, result] as const];
    }).map(([id, result]) => [
      id,
      { ...result, summary: { key: "check.hosts-file.named", values: { host, address: router } } },
    ]),
  );
  const failed = { ...build.skipped("path-mtu"), status: "unknown", skipped: null, error: { code: "crashed", detail } };
  return { ...checks, "path-mtu": failed } as Observations["checks"];
}

function environmentOf(p: Planter, own: Own, places: Places): ReportEnvironment {
  return {
    system: {
      machine: own.machine,
      user: own.user,
      home: own.home,
      maker: "LENOVO",
      model: "20XW",
      os: "Debian GNU/Linux",
      release: "12",
      kernel: "6.1.0-18-amd64",
      arch: "x64",
      machineId: own.machineId,
      timeZone: "Europe/Berlin",
      locale: "de-DE",
      uptimeSeconds: p.number(100, 100_000),
    },
    adapters: [
      {
        name: own.adapter,
        mac: own.mac,
        kind: "wireless",
        driver: "iwlwifi",
        speedMbit: 866,
        dhcp: true,
        mtu: 1500,
        addresses: [places.ownV4, places.ownV6],
      },
    ],
    wifi: [
      {
        adapter: own.adapter,
        ssid: own.ssid,
        bssid: own.bssid,
        signalDbm: -61,
        qualityPercent: 78,
        channel: 36,
        frequencyMhz: 5180,
        security: "WPA2",
        rateMbit: 433,
      },
    ],
    dns: [{ adapter: own.adapter, origin: "automatic", servers: [places.router], searchDomains: [places.search] }],
    proxies: [{ server: `${places.proxy}:3128`, place: own.service }],
    vpn: [{ adapter: "tun0", product: "WireGuard" }],
    browsers: [{ name: "Firefox", version: "140.0", profile: own.profile }],
  };
}
