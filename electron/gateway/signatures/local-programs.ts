import { EMPTY, both, either, has, header, present, starts, title } from "../conditions.ts";
import { GATEWAY_ERRORS, family } from "../signature.ts";

/** Proxies that people run on their own computer: debuggers, filters, development servers. */
export const LOCAL_PROXIES = family(
  {
    vendor: "Fiddler",
    hop: "local-proxy",
    side: "proxy",
    kind: "proxy-own-fault",
    statuses: [502, 504],
    band: "marker",
    confidence: "high",
  },
  [
    {
      id: "fiddler-gateway",
      all: [has("[fiddler] the connection to the upstream proxy/gateway failed")],
      meaning: "The debugging proxy Fiddler on this computer cannot reach the proxy that it passes requests to.",
    },
    {
      id: "fiddler-dns",
      all: [has("[fiddler] dns lookup for")],
      meaning: "The debugging proxy Fiddler on this computer could not find the site's address.",
    },
    {
      id: "fiddler-connect",
      all: [
        has(
          "[fiddler] the connection to '",
          "[fiddler] the socket connection to",
          "[fiddler] https connection to",
          "[fiddler] https handshake to",
          "[fiddler] readresponse() failed",
        ),
      ],
      meaning: "The debugging proxy Fiddler on this computer could not reach the site.",
    },
    {
      id: "charles-error",
      vendor: "Charles",
      statuses: GATEWAY_ERRORS,
      all: [has("charles error report")],
      meaning: "The debugging proxy Charles on this computer could not complete the request.",
    },
    {
      id: "mitmproxy-error",
      vendor: "mitmproxy",
      statuses: [400, 502, 504],
      // Versions before 8 did not name themselves, but printed the name of the exception.
      all: [
        either(
          header("server", "mitmproxy"),
          has(
            "<p>httpreaddisconnect(",
            "<p>tcpdisconnect(",
            "<p>tcpexception(",
            "<p>tlsexception(",
            "<p>tlsprotocolexception(",
          ),
        ),
      ],
      meaning: "The debugging proxy mitmproxy could not reach the site or distrusts its certificate.",
    },
    {
      id: "zap-error",
      vendor: "ZAP",
      statuses: [500, 502, 504],
      all: [starts("zap error [")],
      meaning: "The testing proxy ZAP on this computer could not reach the site.",
    },
    {
      id: "burp-error",
      vendor: "Burp Suite",
      statuses: [200, 400, 502, 504],
      confidence: "medium",
      maxBody: 6_000,
      all: [title("burp suite "), has("error", "unknown host", "failed to connect", "timeout")],
      meaning: "The testing proxy Burp on this computer could not reach the site.",
    },
    {
      id: "privoxy",
      vendor: "Privoxy",
      statuses: [403, 404, 500, 502, 503, 504],
      confidence: "medium",
      all: [has("(privoxy@")],
      meaning: "The filter Privoxy could not connect or holds this page back.",
    },
    {
      id: "polipo",
      vendor: "Polipo",
      statuses: [400, 403, 404, 500, 502, 503, 504],
      confidence: "medium",
      all: [has("by polipo on")],
      meaning: "The proxy Polipo on this computer failed.",
    },
    {
      id: "tor-not-http",
      vendor: "Tor",
      statuses: [501],
      all: [has("tor is not an http proxy", "this is a socks proxy, not an http proxy")],
      meaning: "The browser uses Tor's SOCKS port as if it were an HTTP proxy.",
    },
    {
      id: "create-react-app-proxy",
      vendor: "webpack development server",
      statuses: [500, 502, 504],
      all: [has("proxy error: could not proxy request")],
      meaning: "The development server runs, but the program that it passes requests to does not.",
    },
    {
      id: "node-proxy-middleware",
      vendor: "http-proxy-middleware",
      statuses: GATEWAY_ERRORS,
      all: [has("error occurred while trying to proxy", "error occured while trying to proxy")],
      meaning: "A development proxy written in Node could not reach the program behind it.",
    },
    {
      id: "vite-proxy",
      vendor: "Vite development server",
      statuses: [500],
      band: "plain",
      confidence: "low",
      all: [header("content-type", "text/plain"), EMPTY],
      none: [present("server", "via", "cf-ray", "x-cache", "x-powered-by")],
      meaning: "An empty error such as the Vite development server sends when the program behind it does not run.",
    },
    {
      id: "windows-update-502",
      vendor: "Windows Update",
      hop: "corporate-proxy",
      statuses: [0, 400, 403, 404, 407, 500, 502, 503, 504],
      band: "special-page",
      confidence: "medium",
      maxBody: 400,
      all: [has("0x80244021", "0x80244022", "0x80244023", "wu_e_pt_http_status_bad_gateway")],
      meaning: "Windows Update met 502 (0x80244021), 503 (…22) or 504 (…23) at its server or at a proxy between.",
    },
  ],
);

const KASPERSKY = [
  "kaspersky internet security",
  "kaspersky anti-virus",
  "kaspersky total security",
  "kaspersky endpoint security",
  "kaspersky security cloud",
  "kaspersky plus",
  "kaspersky premium",
  "kaspersky standard",
];

/** Security programs on the visitor's computer. */
export const ANTIVIRUS = family(
  {
    vendor: "Kaspersky",
    hop: "antivirus",
    side: "proxy",
    kind: "block-page",
    statuses: [403, 404, 499, 502, 503],
    band: "special-page",
    confidence: "medium",
    maxBody: 30_000,
  },
  [
    {
      id: "kaspersky",
      all: [has(...KASPERSKY), has("blocked", "denied", "cannot be provided", "dangerous")],
      meaning: "The security program Kaspersky on this computer holds the page back.",
    },
    {
      id: "kaspersky-200",
      statuses: [200],
      confidence: "low",
      maxBody: 20_000,
      all: [
        has(...KASPERSKY),
        either(
          has("<h1>access denied", "requested url cannot be provided", "requested web page cannot be provided"),
          both(
            title(...KASPERSKY),
            has("<h1>blocked", "<h1>dangerous", "object blocked", "web address blocked", "page was blocked"),
          ),
        ),
      ],
      none: [has("<nav", "cart", "buy ")],
      meaning: "A page in the name of Kaspersky, as its program on this computer puts it in place of a dangerous one.",
    },
    {
      id: "eset",
      vendor: "ESET",
      statuses: [200, 403],
      maxBody: 20_000,
      all: [has("alert! - eset", "alerta! - eset", "access denied - eset", "achtung! - eset")],
      meaning: "The security program ESET on this computer holds the page back.",
    },
    {
      id: "eset-403",
      vendor: "ESET",
      statuses: [403],
      band: "page",
      confidence: "low",
      all: [
        has(
          "eset endpoint antivirus",
          "eset endpoint security",
          "eset nod32",
          "eset internet security",
          "eset file security",
        ),
      ],
      meaning: "A refusal in the name of the security program ESET.",
    },
    {
      id: "adguard",
      vendor: "AdGuard",
      statuses: [200, 403, 500],
      maxBody: 10_000,
      all: [either(has("blocked by adguard"), title("adguard - blocked"))],
      meaning: "The filter AdGuard holds the page back.",
    },
  ],
);
