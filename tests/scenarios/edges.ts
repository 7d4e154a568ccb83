import type { FaultSide } from "../../shared/model/fault-side.ts";
import type { VerdictCode } from "../../shared/model/verdict-code.ts";
import type { Behaviour, Page } from "./behaviour.ts";
import type { LabScenario } from "./scenario.ts";

type Vendor = "cloudflare" | "fastly" | "cloudfront" | "akamai" | "google" | "frontdoor" | "bunny";

const REFUSES: Behaviour = { how: "refuse" };
const CLOSES: Behaviour = { how: "close" };
const SILENT: Behaviour = { how: "silent" };
const ORIGIN: readonly FaultSide[] = ["site-origin"];
const EDGE: readonly FaultSide[] = ["site-edge"];
/** Pages that speak of the application or of the way to it without telling which. */
const EITHER: readonly FaultSide[] = ["site-origin", "site-edge"];

interface Row {
  readonly site: Vendor;
  readonly name: string;
  readonly behaviour?: Behaviour;
  readonly unreachable?: true;
  readonly edge?: Page;
  readonly code: VerdictCode;
  readonly sides: readonly FaultSide[];
  readonly short?: true;
}

const own = (status: number, body: string): Behaviour => ({ how: "page", page: { status, body } });
const SORRY = "<title>Sorry</title><h1>Sorry, something broke on our side.</h1>";

const ROWS: readonly Row[] = [
  { site: "cloudflare", name: "refuses", behaviour: REFUSES, code: "gateway-error", sides: ORIGIN, short: true },
  { site: "cloudflare", name: "unreachable", unreachable: true, code: "gateway-error", sides: ORIGIN },
  { site: "cloudflare", name: "is-silent", behaviour: SILENT, code: "gateway-timeout", sides: ORIGIN },
  { site: "cloudflare", name: "closes", behaviour: CLOSES, code: "gateway-error", sides: ORIGIN },
  { site: "cloudflare", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
  {
    site: "cloudflare",
    name: "own-500",
    edge: { fixture: "cloudflare-own-diagram" },
    code: "edge-error",
    sides: EDGE,
    short: true,
  },
  { site: "cloudflare", name: "own-502", edge: { fixture: "cloudflare-own-plain" }, code: "edge-error", sides: EDGE },
  {
    site: "cloudflare",
    name: "origin-certificate",
    edge: { fixture: "cloudflare-526" },
    code: "gateway-error",
    sides: ORIGIN,
  },
  {
    site: "cloudflare",
    name: "origin-handshake",
    edge: { fixture: "cloudflare-525" },
    code: "gateway-error",
    sides: ORIGIN,
  },
  {
    site: "cloudflare",
    name: "origin-name",
    edge: { fixture: "cloudflare-1016" },
    code: "gateway-error",
    sides: ORIGIN,
  },
  { site: "cloudflare", name: "worker", edge: { fixture: "cloudflare-worker" }, code: "origin-error", sides: ORIGIN },
  { site: "cloudflare", name: "rate-limit", edge: { fixture: "cloudflare-1015" }, code: "rate-limited", sides: EDGE },
  { site: "cloudflare", name: "blocked", edge: { fixture: "cloudflare-blocked" }, code: "access-denied", sides: EDGE },
  {
    site: "cloudflare",
    name: "challenge",
    edge: { fixture: "cloudflare-challenge-header" },
    code: "access-denied",
    sides: EDGE,
    short: true,
  },
  { site: "fastly", name: "refuses", behaviour: REFUSES, code: "gateway-error", sides: EITHER },
  { site: "fastly", name: "is-silent", behaviour: SILENT, code: "gateway-error", sides: EITHER },
  { site: "fastly", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
  {
    site: "fastly",
    name: "unknown-domain",
    edge: { fixture: "fastly-unknown-domain" },
    code: "edge-error",
    sides: EDGE,
  },
  { site: "cloudfront", name: "refuses", behaviour: REFUSES, code: "gateway-error", sides: ORIGIN },
  { site: "cloudfront", name: "closes", behaviour: CLOSES, code: "gateway-error", sides: ORIGIN },
  { site: "cloudfront", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
  { site: "cloudfront", name: "blocked", edge: { fixture: "cloudfront-blocked" }, code: "access-denied", sides: EDGE },
  { site: "akamai", name: "refuses", behaviour: REFUSES, code: "gateway-error", sides: EITHER },
  { site: "akamai", name: "is-silent", behaviour: SILENT, code: "gateway-timeout", sides: ORIGIN },
  { site: "akamai", name: "denied", edge: { fixture: "akamai-denied" }, code: "access-denied", sides: EDGE },
  { site: "akamai", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
  { site: "google", name: "refuses", behaviour: REFUSES, code: "gateway-error", sides: EITHER },
  { site: "google", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
  { site: "frontdoor", name: "is-silent", behaviour: SILENT, code: "gateway-timeout", sides: ORIGIN },
  { site: "frontdoor", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
  { site: "bunny", name: "refuses", behaviour: REFUSES, code: "gateway-error", sides: EITHER },
  { site: "bunny", name: "passes-500", behaviour: own(500, SORRY), code: "origin-error", sides: ORIGIN },
];

/** Delivery networks in front of broken applications, and broken themselves. */
export const EDGE_SCENARIOS: readonly LabScenario[] = ROWS.map((row, index) => ({
  id: `${row.site}-${row.name}`,
  broken:
    row.edge === undefined ? `the application behind ${row.site}: ${row.name}` : `${row.site} itself: ${row.name}`,
  url: `${index % 2 === 0 ? "https" : "http"}://${row.site}.example.com/`,
  faults: [
    ...(row.behaviour === undefined ? [] : [{ do: "application", name: row.site, behaviour: row.behaviour } as const]),
    ...(row.unreachable === true ? [{ do: "application-unreachable", name: row.site } as const] : []),
    ...(row.edge === undefined ? [] : [{ do: "edge", site: row.site, page: row.edge } as const]),
  ],
  expected: { code: row.code, sides: row.sides },
  ...(row.short === true ? { short: true as const } : {}),
}));
