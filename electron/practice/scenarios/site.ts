import type { PracticeScenario, Page, SiteBehaviour } from "../scenario.ts";
import { byHand, DNS_MENDS } from "./mends.ts";

/** The practice shop: a name, its two addresses and the doors it has. */
export const SHOP = "shop.example";
export const SHOP_V4 = "203.0.113.80";
const SHOP_SECOND = "203.0.113.81";
const SHOP_OLD = "203.0.113.70";

const zone = { [SHOP]: { a: [SHOP_V4] } };
/** A healthy door. */
export const FINE: SiteBehaviour = {
  kind: "page",
  page: { status: 200, body: "<!doctype html><title>Practice shop</title><h1>Welcome to the practice shop</h1>" },
};

const plain = (site: SiteBehaviour): PracticeScenario["sites"] => ({ [`${SHOP_V4}:80`]: site });
const secure = (site: SiteBehaviour): PracticeScenario["sites"] => ({ [`${SHOP_V4}:443`]: site });
const page = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): SiteBehaviour => {
  const answer: Page = { status, headers, body: `<!doctype html><title>${title}</title><h1>${title}</h1>` };
  return { kind: "page", page: answer };
};

/** Faults of the site itself: nothing on this computer would change them. */
export const SITE_SCENARIOS: readonly PracticeScenario[] = [
  {
    id: "gateway-dead-origin",
    address: `http://${SHOP}/`,
    expected: { code: "gateway-error", side: "site-origin" },
    zone,
    sites: plain({ kind: "gateway", product: "nginx", origin: "dead" }),
    mends: [byHand("retry-politely", "", { sites: plain(FINE) })],
  },
  {
    id: "gateway-silent-origin",
    address: `http://${SHOP}/`,
    expected: { code: "gateway-timeout", side: "site-origin" },
    zone,
    sites: plain({ kind: "gateway", product: "nginx", origin: "silent" }),
  },
  {
    id: "cdn-dead-origin",
    address: `http://${SHOP}/`,
    expected: { code: "gateway-error", side: "site-origin" },
    zone,
    sites: plain({ kind: "gateway", product: "cdn", origin: "dead" }),
  },
  {
    id: "healthy",
    address: `https://${SHOP}/`,
    expected: { code: "healthy", side: "none" },
    zone,
    sites: secure({ ...FINE, tls: "good" }),
  },
  {
    id: "maintenance",
    address: `http://${SHOP}/`,
    expected: { code: "maintenance", side: "site-origin" },
    zone,
    sites: plain(page(503, "Down for maintenance, back soon", { "retry-after": "900" })),
  },
  {
    id: "overloaded",
    address: `http://${SHOP}/`,
    expected: { code: "overloaded", side: "site-origin" },
    zone,
    sites: plain(page(503, "Too many visitors right now")),
  },
  {
    id: "origin-error",
    address: `http://${SHOP}/`,
    expected: { code: "origin-error", side: "site-origin" },
    zone,
    sites: plain(page(500, "Internal Server Error")),
  },
  {
    id: "rate-limited",
    address: `http://${SHOP}/`,
    expected: { code: "rate-limited", side: "site-edge" },
    zone,
    sites: plain(page(429, "Too Many Requests", { "retry-after": "30" })),
  },
  {
    id: "access-denied",
    address: `http://${SHOP}/`,
    expected: { code: "access-denied", side: "site-edge" },
    zone,
    sites: plain(page(403, "Forbidden")),
  },
  {
    id: "not-found",
    address: `http://${SHOP}/old-page`,
    expected: { code: "not-found", side: "site-origin" },
    zone,
    sites: plain(page(404, "Not Found")),
  },
  {
    id: "redirect-loop",
    address: `http://${SHOP}/a`,
    expected: { code: "redirect-loop", side: "site-edge" },
    zone,
    sites: plain({ kind: "redirect-loop" }),
  },
  {
    id: "empty-answer",
    address: `http://${SHOP}/`,
    expected: { code: "invalid-response", side: "site-origin" },
    zone,
    sites: plain({ kind: "hang-up" }),
  },
  {
    id: "every-second-request",
    address: `http://${SHOP}/`,
    expected: { code: "intermittent", side: "site-origin" },
    zone,
    sites: plain({ kind: "page", page: { status: 500, body: "<h1>Internal Server Error</h1>", every: 2 } }),
  },
  {
    id: "one-address-of-two",
    address: `http://${SHOP}/`,
    expected: { code: "site-partial", side: "site-edge" },
    zone: { [SHOP]: { a: [SHOP_V4, SHOP_SECOND] } },
    sites: { [`${SHOP_V4}:80`]: FINE, [`${SHOP_SECOND}:80`]: { kind: "gateway", product: "nginx", origin: "dead" } },
  },
  {
    id: "site-refuses",
    address: `http://${SHOP}/`,
    expected: { code: "site-refused", side: "site-origin" },
    zone,
    sites: plain({ kind: "closed" }),
  },
  {
    id: "site-silent",
    address: `http://${SHOP}/`,
    expected: { code: "site-unreachable", side: "site-edge" },
    zone,
    sites: plain({ kind: "dropped" }),
  },
  {
    id: "certificate-expired",
    address: `https://${SHOP}/`,
    expected: { code: "tls-expired", side: "site-edge" },
    zone,
    sites: secure({ ...FINE, tls: "expired" }),
  },
  {
    id: "certificate-wrong-name",
    address: `https://${SHOP}/`,
    expected: { code: "tls-wrong-name", side: "site-edge" },
    zone,
    sites: secure({ ...FINE, tls: "wrong-name" }),
  },
  {
    id: "certificate-self-signed",
    address: `https://${SHOP}/`,
    expected: { code: "tls-untrusted", side: "site-edge" },
    zone,
    sites: secure({ ...FINE, tls: "self-signed" }),
  },
  {
    id: "server-moved",
    address: `http://${SHOP}/`,
    expected: { code: "resolver-stale", side: "resolver" },
    zone,
    resolver: { kind: "stale", old: { [SHOP]: SHOP_OLD } },
    sites: { [`${SHOP_V4}:80`]: FINE, [`${SHOP_OLD}:80`]: { kind: "closed" } },
    mends: DNS_MENDS,
  },
  {
    id: "only-the-browser",
    address: `http://${SHOP}/`,
    expected: { code: "browser-only", side: "browser" },
    answers: { "browser-fails": "yes" },
    zone,
    sites: plain(FINE),
    mends: [byHand("clear-site-cookies", "", {})],
  },
];
