import { EMPTY, either, has, header, is, present, title } from "../conditions.ts";
import { family } from "../signature.ts";

/** The words of a stock page for a server error. */
const STOCK_TITLES = [
  "500 internal server error",
  "502 bad gateway",
  "503 service unavailable",
  "503 service not available",
  "504 gateway timeout",
  "504 gateway time-out",
] as const;

/** Longest stock page of these servers, in characters; their real ones have a few hundred. */
const STOCK_CHARACTERS = 1_500;

/** Servers and meshes that name themselves in a header, where their page says little or nothing. */
export const NAMED_SERVERS = family(
  {
    vendor: "Linkerd",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: [500, 502, 503, 504],
    band: "named",
    confidence: "medium",
  },
  [
    {
      id: "linkerd",
      band: "marker",
      all: [present("l5d-err", "l5d-proxy-error")],
      meaning: "The site's mesh Linkerd could not reach the service or lost it; the header tells why.",
    },
    {
      id: "krakend",
      vendor: "KrakenD",
      all: [present("x-krakend"), EMPTY],
      meaning: "The API gateway KrakenD got no usable answer from the services behind it.",
    },
    {
      id: "tyk",
      vendor: "Tyk",
      band: "special-page",
      all: [header("x-generator", "tyk.io")],
      meaning: "The API gateway Tyk, which marks only errors of its own, could not get an answer for this request.",
    },
    {
      id: "lighttpd-5xx",
      vendor: "lighttpd",
      maxBody: STOCK_CHARACTERS,
      all: [header("server", "lighttpd"), title(...STOCK_TITLES)],
      meaning: "The site's server lighttpd got no usable answer from the program behind it.",
    },
    {
      id: "traffic-server-5xx",
      vendor: "Apache Traffic Server",
      all: [header("server", "ats/", "apachetrafficserver/")],
      meaning: "The cache Traffic Server in front of the site could not reach the server behind it.",
    },
    {
      id: "iis-plain-503",
      vendor: "Microsoft IIS",
      hop: "origin",
      statuses: [503],
      all: [header("server", "microsoft-iis", "microsoft-httpapi"), is("the service is unavailable.")],
      meaning: "The site's Windows server runs, but the program of this site does not answer.",
    },
    {
      id: "weblogic-bridge",
      vendor: "Oracle WebLogic",
      band: "special-page",
      all: [has("weblogic bridge message", "failure of server apache bridge")],
      meaning: "The site's web server found no WebLogic server behind it that works.",
    },
    {
      id: "websphere",
      vendor: "IBM WebSphere",
      hop: "origin",
      kind: "application-error",
      band: "special-page",
      all: [has("error 50", "error page exception"), has(": srve0", ">srve0")],
      meaning: "The site's program failed in its server WebSphere.",
    },
    {
      id: "pound-503",
      vendor: "Pound",
      hop: "load-balancer",
      statuses: [503],
      band: "plain",
      confidence: "low",
      all: [is("the service is not available. please try again later.")],
      meaning: "These are the words of the load balancer Pound when no server behind it works.",
    },
    {
      id: "render-routing",
      vendor: "Render",
      hop: "app-platform",
      statuses: [502, 503],
      all: [present("x-render-routing"), either(EMPTY, title(...STOCK_TITLES))],
      meaning: "The platform Render has no running copy of the site's program to send this request to.",
    },
  ],
);
