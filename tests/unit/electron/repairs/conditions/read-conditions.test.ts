import { describe, expect, it } from "vitest";
import type { ConditionContext } from "../../../../../electron/repairs/conditions/condition.ts";
import { blocking, readConditions } from "../../../../../electron/repairs/conditions/read-conditions.ts";
import { serversInUse } from "../../../../../electron/repairs/conditions/servers-in-use.ts";
import type { Machine } from "../../../../../electron/platform/machine.ts";
import type { DnsQuestion, Probes } from "../../../../../electron/probes/probes.ts";
import { serverLabel } from "../../../../../electron/probes/probes.ts";
import { ok } from "../../../../../shared/lib/result.ts";
import { DNS_CONDITION_CODES } from "../../../../../shared/model/dns-condition.ts";
import type { DnsFamily, DnsLink, DnsOverride, DnsStatus } from "../../../../../shared/model/dns-settings.ts";
import type { DnsObservation } from "../../../../../shared/model/facts/dns-facts.ts";
import type { ProxySetting } from "../../../../../shared/model/facts/local-facts.ts";
import type { References } from "../../../../../shared/model/references.ts";
import { ENGLISH } from "../../../../../shared/text/english.ts";
import { createTranslator } from "../../../../../shared/text/translator.ts";
import {
  connectSeen,
  dnsSeen,
  exchangeSeen,
  fakeMachine,
  fakeProbes,
  NO_REFERENCES,
  notReadable,
} from "../../checks/fakes.ts";

const t = createTranslator("en", { en: ENGLISH });

function family(inUse: readonly string[] | null): DnsFamily {
  return { origin: "automatic", configured: [], inUse };
}

function link(over: Partial<DnsLink> = {}): DnsLink {
  return {
    id: "2",
    name: "Wired",
    interfaceName: "eth0",
    defaultRoute: true,
    networkKey: null,
    v4: family(["192.168.1.1"]),
    v6: family([]),
    searchDomains: [],
    encryption: null,
    ...over,
  };
}

function status(over: Partial<DnsStatus> = {}): DnsStatus {
  return {
    manager: "network-manager",
    readOnly: null,
    links: [link()],
    globalServers: [],
    overrides: [],
    file: null,
    ...over,
  };
}

interface Parts {
  readonly status?: Partial<DnsStatus>;
  readonly machine?: Partial<Machine>;
  readonly probes?: Partial<Probes>;
  readonly references?: Partial<References>;
  /** Answers by `server name type`. */
  readonly answers?: Readonly<Record<string, Partial<DnsObservation>>>;
}

const HONEST: References = {
  ...NO_REFERENCES,
  publicResolvers: [{ id: "alpha", name: "Alpha", udp: ["192.0.2.53"] }],
  connectivityChecks: [
    { url: "http://one.example/204", status: 204 },
    { url: "http://two.example/ok", status: 200, body: "ok" },
  ],
  egress: [{ host: "192.0.2.80", port: 443 }],
  canary: "use-application-dns.net",
};

function contextOf(parts: Parts = {}): ConditionContext {
  const answers: Parts["answers"] = {
    "192.168.1.1:53 use-application-dns.net A": { addresses: ["44.235.246.155"] },
    "192.168.1.1:53 one.example A": { addresses: ["192.0.2.80"] },
    "192.168.1.1:53 two.example A": { addresses: ["192.0.2.80"] },
    ...parts.answers,
  };
  return {
    status: status(parts.status),
    machine: fakeMachine(parts.machine),
    references: { ...HONEST, ...parts.references },
    signal: new AbortController().signal,
    probes: fakeProbes({
      dnsQuery: async (server, question: DnsQuestion) =>
        dnsSeen(server, question, answers[`${serverLabel(server)} ${question.name} ${question.type}`] ?? {}),
      httpRequest: async ({ url }) =>
        url.includes("one.") ? exchangeSeen({ url, status: 204 }) : exchangeSeen({ url, bodySample: "ok\n" }),
      tcpConnect: async (address) => connectSeen(address),
      ...parts.probes,
    }),
  };
}

/** Codes with their variants; every sentence must exist. */
async function found(parts: Parts = {}): Promise<readonly string[]> {
  const { conditions } = await readConditions(contextOf(parts));
  for (const { evidence, instead } of conditions) {
    for (const message of [evidence, instead]) {
      expect(t.has(message.key), message.key).toBe(true);
      expect(t.message(message)).not.toMatch(/\{\{/);
    }
  }
  return conditions.map(({ evidence }) => evidence.key.replace("dns.condition.", ""));
}

const PROXY: ProxySetting = {
  source: "environment",
  kind: "manual",
  host: "proxy.example",
  port: 3128,
  scheme: "all",
  pacUrl: null,
  bypass: [],
  where: "https_proxy",
};

describe("an ordinary home network", () => {
  it("has nothing against a switch", async () => {
    const seen = await readConditions(contextOf());
    expect(seen).toEqual({ conditions: [], notChecked: [] });
  });

  it("may have a search domain of its router", async () => {
    const links = [link({ searchDomains: ["fritz.box", "lan", "home.arpa"] })];
    expect(await found({ status: { links } })).toEqual([]);
  });

  it("may have a proxy beside a direct way", async () => {
    expect(await found({ machine: { proxies: async () => ok([PROXY]) } })).toEqual([]);
  });
});

describe("a switch is held back", () => {
  it.each<[DnsOverride["kind"], string]>([
    ["vpn", "vpn-up.dns"],
    ["nrpt", "company-policy.nrpt"],
    ["policy", "company-policy.policy"],
    ["profile", "company-policy.profile"],
    ["global-dns", "other-program.global-dns"],
    ["foreign-file", "other-program.foreign-file"],
  ])("by what the system says: %s", async (kind, expected) => {
    const parts: Parts = { status: { overrides: [{ kind, detail: "Contoso" }] } };
    expect(await found(parts)).toEqual([expected]);
    expect(blocking(await readConditions(contextOf(parts)))).toHaveLength(1);
  });

  it("not by a browser with a server of its own, which is only told", async () => {
    const conditions = await readConditions(
      contextOf({ status: { overrides: [{ kind: "browser-doh", detail: "Firefox" }] } }),
    );
    expect(conditions.conditions.map(({ code }) => code)).toEqual(["browser-doh"]);
    expect(blocking(conditions)).toEqual([]);
  });

  it("by a tunnel with the default route", async () => {
    const defaultRoutes: Machine["defaultRoutes"] = async () =>
      ok([{ family: "v4", gateway: null, interfaceName: "wg0", metric: 1, tunnel: true }]);
    expect(await found({ machine: { defaultRoutes } })).toEqual(["vpn-up.route"]);
  });

  it("by a domain that has servers of its own", async () => {
    expect(await found({ status: { links: [link({ searchDomains: ["~corp.example"] })] } })).toEqual([
      "split-dns.conditional",
    ]);
    const aside = link({ id: "5", defaultRoute: false, searchDomains: ["corp.example"], v4: family(["10.0.0.1"]) });
    expect(await found({ status: { links: [link(), aside] } })).toEqual(["split-dns.conditional"]);
  });

  it("by a domain whose address or name server is private", async () => {
    const links = [link({ searchDomains: ["corp.example"] })];
    const inside = { "192.168.1.1:53 corp.example A": { addresses: ["10.1.2.3"] } };
    expect(await found({ status: { links }, answers: inside })).toEqual(["split-dns.private"]);
    const answers = {
      "192.168.1.1:53 corp.example NS": { outcome: "answer" as const, records: ["ns1.corp.example."] },
      "192.168.1.1:53 ns1.corp.example A": { addresses: ["10.1.2.3"] },
    };
    expect(await found({ status: { links }, answers })).toEqual(["split-dns.private"]);
  });

  it("by a domain with an ending that no public server knows", async () => {
    const links = [link({ searchDomains: ["contoso.local"] })];
    const known = { "192.168.1.1:53 contoso.local A": { addresses: ["192.0.2.10"] } };
    expect(await found({ status: { links }, answers: known })).toEqual(["split-dns.inside-only"]);
    expect(await found({ status: { links } })).toEqual([]);
  });

  it("not by a domain with public servers, and nobody outside is asked about it", async () => {
    const asked: string[] = [];
    const links = [link({ searchDomains: ["corp.example"] })];
    const context = contextOf({
      status: { links },
      answers: {
        "192.168.1.1:53 corp.example NS": { outcome: "answer", records: ["ns1.corp.example"] },
        "192.168.1.1:53 ns1.corp.example A": { addresses: ["192.0.2.10"] },
      },
    });
    const { dnsQuery } = context.probes;
    const probes = {
      ...context.probes,
      dnsQuery: (...[server, question, options]: Parameters<Probes["dnsQuery"]>) => {
        if (question.name.endsWith("corp.example")) asked.push(serverLabel(server));
        return dnsQuery(server, question, options);
      },
    };
    expect((await readConditions({ ...context, probes })).conditions).toEqual([]);
    expect(new Set(asked)).toEqual(new Set(["192.168.1.1:53"]));
  });

  it("by a family service, SafeSearch and a company's filter", async () => {
    const links = [link({ v4: family(["1.1.1.3"]) })];
    expect(await found({ status: { links }, references: { canary: null } })).toEqual(["filter-on-purpose.service"]);
    const google = { "192.168.1.1:53 www.google.com A": { addresses: ["216.239.38.120"] } };
    expect(await found({ answers: google })).toEqual(["filter-on-purpose.safe-search"]);
    const bing = { "192.168.1.1:53 www.bing.com A": { addresses: ["192.0.2.9"], cnames: ["STRICT.bing.com."] } };
    expect(await found({ answers: bing })).toEqual(["filter-on-purpose.safe-search"]);
    const zscaler = { "192.168.1.1:53 sitereview.zscaler.com A": { addresses: ["8.25.203.30"] } };
    expect(await found({ answers: zscaler })).toEqual(["filter-on-purpose.company-filter"]);
  });

  it.each<[string, Partial<DnsObservation>]>([
    ["says that it does not exist", { outcome: "nxdomain" }],
    ["has no address", { outcome: "no-data" }],
    ["has a private address", { addresses: ["10.0.0.1"] }],
  ])("by the canary name when it %s", async (_name, answer) => {
    expect(await found({ answers: { "192.168.1.1:53 use-application-dns.net A": answer } })).toEqual(["canary.seen"]);
  });

  it("by a sign-in page", async () => {
    const httpRequest: Probes["httpRequest"] = async ({ url }) =>
      exchangeSeen({ url, status: 302, headers: [["location", "http://login.example/"]] });
    expect(await found({ probes: { httpRequest } })).toEqual(["captive-portal.seen"]);
  });

  it("by a proxy without which nothing goes out", async () => {
    const tcpConnect: Probes["tcpConnect"] = async (address) => connectSeen(address, "timeout");
    expect(await found({ machine: { proxies: async () => ok([PROXY]) }, probes: { tcpConnect } })).toEqual([
      "proxy-only.seen",
    ]);
  });
});

describe("what could not be looked at", () => {
  it("is named and never counts as clear", async () => {
    const silent = { outcome: "timeout" as const, rcode: null };
    const seen = await readConditions(
      contextOf({
        machine: { defaultRoutes: notReadable("timed-out"), proxies: notReadable("no-tool") },
        references: { connectivityChecks: [], interceptProbe: null },
        probes: { dnsQuery: async (server, question) => dnsSeen(server, question, silent) },
        status: { links: [link({ searchDomains: ["corp.example"] })] },
      }),
    );
    expect(seen.conditions).toEqual([]);
    expect([...seen.notChecked].toSorted()).toEqual([
      "canary",
      "captive-portal",
      "filter-on-purpose",
      "proxy-only",
      "split-dns",
      "vpn-up",
    ]);
  });

  it("includes a look that breaks", async () => {
    const dnsQuery = (): never => {
      throw new Error("broken");
    };
    const { notChecked } = await readConditions(contextOf({ probes: { dnsQuery } }));
    expect(notChecked).toEqual(expect.arrayContaining(["canary", "filter-on-purpose"]));
  });

  it.each([...DNS_CONDITION_CODES])("has words for %s", (code) => {
    expect(t.has(`dns.condition.${code}.title`)).toBe(true);
    expect(t.has(`dns.condition.${code}.instead`)).toBe(true);
  });
});

describe("the servers in use", () => {
  it("are the main link's, real ones before a stub, each once", () => {
    const links = [
      link({ v4: family(["127.0.0.53", "192.168.1.1"]), v6: family(["fd00::1"]) }),
      link({ id: "3", defaultRoute: false, v4: family(["10.0.0.1"]) }),
    ];
    const addresses = (over: Partial<DnsStatus>) =>
      serversInUse(status(over)).map((server) => (server.transport === "doh" ? "" : server.address));
    expect(addresses({ links, globalServers: ["192.168.1.1"] })).toEqual(["192.168.1.1", "fd00::1"]);
    expect(addresses({ links: [link({ v4: family(["127.0.0.1"]), v6: family(null) })] })).toEqual(["127.0.0.1"]);
    expect(addresses({ links: [] })).toEqual([]);
  });
});
