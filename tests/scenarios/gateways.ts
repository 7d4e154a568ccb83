import type { VerdictCode } from "../../shared/model/verdict-code.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Expectation, Fault, LabScenario } from "./scenario.ts";

type Product = "nginx" | "apache" | "haproxy" | "varnish" | "caddy" | "squid" | "lighttpd" | "h2o";

/** How the application behind a gateway is broken. */
const WAYS = {
  refuses: { how: "refuse" },
  resets: { how: "reset" },
  closes: { how: "close" },
  "is-silent": { how: "silent" },
  "talks-garbage": { how: "garbage" },
  "stops-halfway": { how: "half" },
} as const satisfies Record<string, Behaviour>;

type Way = keyof typeof WAYS | "unreachable";

/**
 * What each product makes of each, written down from its documentation before the first run: which code a reader of the
 * table would give. Left out: nginx and squid pass garbage on as if it were a page (HTTP/0.9), which no client can tell.
 */
const EXPECTED: Readonly<Record<Product, Readonly<Partial<Record<Way, VerdictCode>>>>> = {
  nginx: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-timeout",
    "stops-halfway": "invalid-response",
    unreachable: "gateway-timeout",
  },
  apache: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-error",
    "talks-garbage": "gateway-error",
    "stops-halfway": "invalid-response",
    unreachable: "gateway-error",
  },
  haproxy: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-timeout",
    "talks-garbage": "gateway-error",
    "stops-halfway": "invalid-response",
    unreachable: "gateway-error",
  },
  varnish: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-error",
    "talks-garbage": "gateway-error",
    "stops-halfway": "invalid-response",
    unreachable: "gateway-error",
  },
  caddy: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-timeout",
    "talks-garbage": "gateway-error",
    "stops-halfway": "invalid-response",
    unreachable: "gateway-error",
  },
  squid: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-timeout",
    "stops-halfway": "invalid-response",
    unreachable: "gateway-error",
  },
  // Its page for a dead backend is the one it has for every 503: nothing in it speaks of a backend.
  lighttpd: {
    refuses: "overloaded",
    "is-silent": "gateway-timeout",
    "stops-halfway": "invalid-response",
  },
  h2o: {
    refuses: "gateway-error",
    resets: "gateway-error",
    closes: "gateway-error",
    "is-silent": "gateway-error",
    "talks-garbage": "gateway-error",
    "stops-halfway": "invalid-response",
  },
};

const SHORT = new Set([
  "nginx-refuses",
  "apache-closes",
  "haproxy-is-silent",
  "varnish-refuses",
  "caddy-refuses",
  "squid-refuses",
]);
/** Products that also speak TLS here; every second case of theirs is asked that way. */
const SECURE = new Set<Product>(["nginx", "apache", "haproxy", "caddy", "h2o"]);

function faultsFor(product: Product, way: Way): readonly Fault[] {
  if (way === "unreachable") return [{ do: "application-unreachable", name: product }];
  return [{ do: "application", name: product, behaviour: WAYS[way] }];
}

/** Nothing but the application is broken, so nothing but the application is to blame. */
function matrix(product: Product): readonly LabScenario[] {
  return Object.entries(EXPECTED[product]).map(([way, code], index) => {
    const id = `${product}-${way}`;
    const scheme = SECURE.has(product) && index % 2 === 1 ? "https" : "http";
    return {
      id,
      broken: `the application behind ${product}: ${way.replaceAll("-", " ")}`,
      url: `${scheme}://${product}.example.com/`,
      // Keys of an object literal whose type names them.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      faults: faultsFor(product, way as Way),
      expected: { code, sides: ["site-origin"] } satisfies Expectation,
      ...(SHORT.has(id) ? { short: true as const } : {}),
    };
  });
}

const APPLICATION_PAGES = {
  "own-500": { status: 500, body: "<title>Something broke</title><h1>We are sorry, something broke on our side.</h1>" },
  "json-500": {
    status: 500,
    headers: { "content-type": "application/json" },
    body: '{"error":{"code":"internal","message":"unexpected null"}}',
  },
} as const;

/** The application's own error, passed on by the gateway as it is. */
function passedOn(product: Product, page: keyof typeof APPLICATION_PAGES): LabScenario {
  return {
    id: `${product}-passes-${page}`,
    broken: `the application behind ${product} answers with its own 500`,
    url: `http://${product}.example.com/`,
    faults: [{ do: "application", name: product, behaviour: { how: "page", page: APPLICATION_PAGES[page] } }],
    expected: { code: "origin-error", sides: ["site-origin"] },
  };
}

const PRODUCTS: readonly Product[] = ["nginx", "apache", "haproxy", "varnish", "caddy", "squid", "lighttpd", "h2o"];

/** Gateways of every product in front of applications broken in every way. */
export const GATEWAY_SCENARIOS: readonly LabScenario[] = [
  ...PRODUCTS.flatMap(matrix),
  ...PRODUCTS.map((product, index) => passedOn(product, index % 2 === 0 ? "own-500" : "json-500")),
];
