import type { Dial } from "../probes/probes.ts";
import { makeAuthority, makeSelfSigned, type Authority, type Certificate } from "./certificates.ts";
import { startDns } from "./dns-server.ts";
import type { Listening } from "./listening.ts";
import { COMMON_SITES, COMMON_ZONE, ROUTER } from "./places.ts";
import type { CertificateKind, PracticeScenario, SiteBehaviour } from "./scenario.ts";
import { practiceDial } from "./practice-dial.ts";
import { startSite } from "./site-server.ts";

/** A practice network that is up. */
export interface PracticeNet {
  /** Leads every address to its loopback port; an address nobody has is dropped, so nothing can leave the machine. */
  readonly dial: Dial;
  /** The authority the practice computer trusts, PEM. */
  readonly authority: string;
  close(): Promise<void>;
}

/** Starts all servers of a scenario on loopback. */
export async function startPracticeNet(scenario: PracticeScenario): Promise<PracticeNet> {
  const zone = { ...COMMON_ZONE, ...scenario.zone };
  const own = await startDns(zone, scenario.resolver ?? { kind: "honest" });
  const shared = await startDns(zone, scenario.publicResolvers ?? { kind: "honest" });
  const authority = makeAuthority("GoodGateway practice authority");
  const sites = { ...COMMON_SITES, ...scenario.sites };
  const listening = new Map<string, Listening>();
  for (const [place, site] of Object.entries(sites)) {
    const server = await startSite(site, certificateFor(site, scenario, authority));
    if (server !== null) listening.set(place, server);
  }
  const portal = scenario.machine?.portal === true ? await startSite(PORTAL, null) : null;
  const servers = [own, shared, ...listening.values(), ...(portal === null ? [] : [portal])];
  return {
    dial: practiceDial(scenario, { sites, listening, portal, ownDns: own.port, publicDns: shared.port }),
    authority: authority.cert,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** What a captive portal answers to everything: the way to its sign-in page. */
const PORTAL: SiteBehaviour = {
  kind: "page",
  page: { status: 302, headers: { location: `http://${ROUTER}/login` }, body: "Sign in to the hotspot" },
};

const LIFETIMES: Readonly<Record<"good" | "expired", readonly [number, number]>> = {
  good: [-30, 300],
  expired: [-400, -5],
};

function certificateFor(site: SiteBehaviour, scenario: PracticeScenario, authority: Authority): Certificate | null {
  const kind: CertificateKind | undefined = site.kind === "page" ? site.tls : undefined;
  const { hostname } = new URL(scenario.address);
  switch (kind) {
    case undefined:
      return null;
    case "self-signed":
      return makeSelfSigned(hostname);
    case "unknown-authority":
      return makeAuthority("Nobody's authority").issue(hostname, ...LIFETIMES.good);
    case "wrong-name":
      return authority.issue("another-site.example", ...LIFETIMES.good);
    case "good":
    case "expired":
      return authority.issue(hostname, ...LIFETIMES[kind]);
  }
}
