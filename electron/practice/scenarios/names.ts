import type { PracticeScenario } from "../scenario.ts";
import { ANOTHER_RESOLVER, byProgram, DNS_MENDS } from "./mends.ts";
import { FINE, SHOP, SHOP_V4 } from "./site.ts";

const zone = { [SHOP]: { a: [SHOP_V4] } };
const sites = { [`${SHOP_V4}:80`]: FINE };

/** Faults of the name service, in use or the site's own. */
export const NAME_SCENARIOS: readonly PracticeScenario[] = [
  {
    id: "name-misspelt",
    address: "http://shpo.example/",
    expected: { code: "name-not-found", side: "site-dns" },
    zone,
    sites,
  },
  {
    id: "site-names-fail",
    address: `http://${SHOP}/`,
    expected: { code: "site-dns-failing", side: "site-dns" },
    zone: { [SHOP]: { failing: true } },
    sites,
  },
  {
    id: "resolver-silent",
    address: `http://${SHOP}/`,
    expected: { code: "resolver-unreachable", side: "resolver" },
    zone,
    resolver: { kind: "silent" },
    sites,
    mends: DNS_MENDS,
  },
  {
    id: "resolver-fails",
    address: `http://${SHOP}/`,
    expected: { code: "resolver-failing", side: "resolver" },
    zone,
    resolver: { kind: "failing" },
    sites,
    mends: DNS_MENDS,
  },
  {
    id: "resolver-lies",
    address: `http://${SHOP}/`,
    expected: { code: "resolver-hijack", side: "resolver" },
    zone,
    resolver: { kind: "hijack", address: "203.0.113.99" },
    sites: {
      ...sites,
      "203.0.113.99:80": {
        kind: "page",
        page: { status: 200, body: "<title>Great offers</title><h1>Great offers for you</h1>" },
      },
    },
    mends: [byProgram("encrypted-dns", "DNS over TLS: 1.1.1.1", ANOTHER_RESOLVER, true), ...DNS_MENDS],
  },
  {
    id: "filtered",
    address: `http://${SHOP}/`,
    expected: { code: "resolver-filtered", side: "resolver" },
    zone,
    resolver: { kind: "filter", names: [SHOP] },
    sites,
  },
];
