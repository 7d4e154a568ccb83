import { describe, expect, test } from "vitest";
import { BUILT_IN_REFERENCES } from "../../../../electron/engine/outside-endpoints.ts";
import { type CheckupRequest, runCheckup } from "../../../../electron/engine/run-checkup.ts";
import { type Probes, serverLabel } from "../../../../electron/probes/probes.ts";
import type { Checkup } from "../../../../shared/model/checkup.ts";
import type { DnsOutcome } from "../../../../shared/model/facts/dns-facts.ts";
import {
  connectSeen,
  dnsSeen,
  exchangeSeen,
  fakeMachine,
  fakeProbes,
  lookupSeen,
  targetOf,
  tlsSeen,
} from "../checks/fakes.ts";

const SITE = "93.184.215.14";
const ROUTER = "192.168.1.1";

/** A world that works, and a note of everybody who was contacted. */
function world(outcome: DnsOutcome = "answer"): { readonly probes: Probes; readonly contacted: Set<string> } {
  const contacted = new Set<string>();
  const probes = fakeProbes({
    systemLookup: async (name) => lookupSeen(name, name === "www.example.com" ? [SITE] : ["198.51.100.7"]),
    dnsQuery: async (server, question) => {
      contacted.add(serverLabel(server));
      return dnsSeen(server, question, { outcome, addresses: outcome === "answer" ? [SITE] : [] });
    },
    tcpConnect: async (address, port) => {
      contacted.add(address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`);
      return connectSeen(address, "connected", port);
    },
    tlsHandshake: async ({ address }) => {
      contacted.add(`${address}:443`);
      return tlsSeen(address, "expired");
    },
    httpRequest: async ({ url, method }) => {
      contacted.add(url);
      return exchangeSeen({ url, method, headers: [["date", new Date().toUTCString()]] });
    },
  });
  return { probes, contacted };
}

async function check(probes: Probes, over: Partial<CheckupRequest> = {}): Promise<Checkup> {
  return runCheckup({
    target: targetOf("https://www.example.com/"),
    references: BUILT_IN_REFERENCES,
    privateMode: false,
    askVantage: false,
    answers: {},
    machine: fakeMachine(),
    probes,
    ...over,
  }).done;
}

/** The site, its own resolver and its router are nobody outside. */
function outsiders(contacted: ReadonlySet<string>): readonly string[] {
  const own = [`${SITE}:443`, "https://www.example.com/", `${ROUTER}:53`, `${ROUTER}:80`];
  return [...contacted].filter((place) => !own.includes(place)).toSorted();
}

describe("with the built-in references", () => {
  test.each(["answer", "servfail", "nxdomain"] as const)(
    "everybody contacted is named (DNS says %s)",
    async (outcome) => {
      const { probes, contacted } = world(outcome);
      const checkup = await check(probes);
      expect(outsiders(contacted).length).toBeGreaterThan(5);
      expect(checkup.outsideEndpoints).toEqual(outsiders(contacted));
    },
  );

  test("nobody is contacted who is not in the list", async () => {
    const { probes, contacted } = world("servfail");
    await check(probes);
    const listed = JSON.stringify(BUILT_IN_REFERENCES);
    for (const place of outsiders(contacted)) {
      const host = place.startsWith("http")
        ? new URL(place).hostname
        : place.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
      expect(listed, place).toContain(host);
    }
  });

  test("private mode contacts only the site and the machine's own resolver and router", async () => {
    for (const outcome of ["answer", "servfail"] as const) {
      const { probes, contacted } = world(outcome);
      const checkup = await check(probes, { privateMode: true, askVantage: true });
      expect(outsiders(contacted)).toEqual([]);
      expect(checkup.outsideEndpoints).toEqual([]);
      const skipped = Object.values(checkup.observations.checks).filter((one) => one?.skipped === "private-mode");
      expect(skipped.map((one) => one?.id).toSorted()).toEqual(
        ["captive-portal", "dns-interception", "dns-public", "references", "vantage"].toSorted(),
      );
    }
  });

  test("a site is asked at most seven times", async () => {
    const { probes } = world();
    const checkup = await check({ ...probes, httpRequest: async ({ url }) => exchangeSeen({ url, status: 502 }) });
    expect(checkup.requestsToSite).toBeLessThanOrEqual(7);
  });
});
