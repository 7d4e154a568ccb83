import { has, header, starts, statusLine } from "../conditions.ts";
import { GATEWAY_ERRORS, family } from "../signature.ts";

/** Footer of every page that nginx writes itself: the product, with or without its version. */
const NGINX_FOOTER = has("<center>nginx</center>", "<center>nginx/", "<center>nginx (");

/** Pages of nginx itself (ngx_http_special_response.c). */
export const NGINX = family(
  {
    vendor: "nginx",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: [502],
    band: "page",
    confidence: "high",
    all: [NGINX_FOOTER],
    signs: [header("server", "nginx")],
    maxBody: 3_000,
  },
  [
    {
      id: "nginx-502",
      all: [has("502 bad gateway")],
      meaning: "nginx asked the program behind it and was refused, cut off or given something that is no answer.",
    },
    {
      id: "nginx-504",
      statuses: [504],
      kind: "backend-timeout",
      all: [has("504 gateway time-out", "504 gateway timeout")],
      meaning: "nginx waited for the program behind it longer than it is set to and gave up.",
    },
    {
      id: "nginx-503",
      statuses: [503],
      side: "site-edge",
      kind: "overloaded",
      all: [has("503 service temporarily unavailable", "503 service unavailable")],
      meaning:
        "nginx turned the request away by itself: a maintenance switch, a limit on connections, or no backend at all.",
    },
    {
      id: "nginx-500",
      statuses: [500],
      side: "site-edge",
      kind: "edge-own-fault",
      all: [has("500 internal server error")],
      meaning: "nginx ran into trouble of its own, such as a loop in its rules or a file it may not read.",
    },
    {
      id: "nginx-429",
      statuses: [429],
      side: "device",
      kind: "rate-limited",
      all: [has("429 too many requests")],
      meaning: "nginx counts requests per visitor, and this visitor has used up the allowance.",
    },
    {
      id: "nginx-413",
      statuses: [413],
      side: "site-edge",
      kind: "request-fault",
      all: [has("413 request entity too large")],
      meaning: "What was sent is larger than this nginx accepts.",
    },
    {
      id: "nginx-400-cookie",
      statuses: [400, 494],
      side: "device",
      kind: "request-fault",
      band: "special-page",
      all: [has("request header or cookie too large")],
      meaning: "The browser sent more cookies or longer headers than this nginx accepts.",
    },
    {
      id: "nginx-400-plain-http",
      statuses: [400, 497],
      side: "device",
      kind: "request-fault",
      band: "special-page",
      all: [has("plain http request was sent to https port")],
      meaning: "The address asks for http on a port where nginx expects https.",
    },
    {
      id: "nginx-400-client-cert",
      statuses: [400, 495, 496],
      side: "device",
      kind: "client-certificate",
      band: "special-page",
      all: [has("no required ssl certificate was sent", "the ssl certificate error")],
      meaning: "The site lets in only visitors with a client certificate, and none that it accepts was shown.",
    },
    {
      id: "nginx-403",
      statuses: [401, 403],
      side: "site-edge",
      kind: "access-denied",
      all: [has("<title>401 ", "<title>403 ")],
      meaning: "nginx refused the request because of a rule or a file that it may not hand out.",
    },
    {
      id: "nginx-4xx",
      statuses: [400, 404, 405, 408, 410, 411, 414, 415, 416, 421],
      side: "site-edge",
      kind: "request-fault",
      all: [has("<title>4")],
      meaning: "nginx answered by itself: it has nothing at this address or could not use the request.",
    },
  ],
);

/** Servers built from nginx that sign with a name of their own. */
export const NGINX_KIN = family(
  {
    vendor: "OpenResty",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: GATEWAY_ERRORS,
    band: "page",
    confidence: "high",
    maxBody: 4_000,
  },
  [
    {
      id: "openresty-5xx",
      all: [has("<center>openresty</center>", "<center>openresty/", "<center>openresty (")],
      signs: [header("server", "openresty")],
      meaning: "OpenResty, an nginx with scripts, got no usable answer from what runs behind it.",
    },
    {
      id: "apisix-5xx",
      vendor: "Apache APISIX",
      band: "special-page",
      all: [has('powered by<a href="https://apisix')],
      signs: [header("server", "apisix")],
      meaning: "The API gateway APISIX got no usable answer from the service behind it.",
    },
    {
      id: "apisix-no-route",
      vendor: "Apache APISIX",
      side: "site-edge",
      kind: "request-fault",
      statuses: [404],
      all: [has('"error_msg":"404 route not found"', '"error_msg": "404 route not found"')],
      signs: [header("server", "apisix")],
      meaning: "The API gateway APISIX has no route for this host and path.",
    },
    {
      id: "tengine-5xx",
      vendor: "Tengine",
      band: "special-page",
      all: [has("<center>tengine</center>", "<center>tengine/", "powered by tengine")],
      signs: [header("server", "tengine")],
      meaning: "Tengine, an nginx of a large hosting company, got no valid answer from the server behind it.",
    },
    {
      id: "nginx-unbranded-5xx",
      vendor: "a server built from nginx",
      statuses: [502, 503, 504],
      band: "plain",
      confidence: "low",
      maxBody: 3_000,
      all: [
        starts("<html><head><title>50"),
        has(
          "<center><h1>502 bad gateway</h1></center>",
          "<center><h1>503 service temporarily unavailable</h1></center>",
          "<center><h1>504 gateway time-out</h1></center>",
        ),
      ],
      meaning:
        "The page has nginx's shape without its name: some gateway of the site could not reach what is behind it.",
    },
    {
      id: "gateway-overloaded-page",
      vendor: null,
      side: "site-edge",
      kind: "overloaded",
      statuses: [502],
      band: "plain",
      confidence: "medium",
      all: [
        has(
          ">502 service temporarily overloaded",
          ">error 502 service temporarily overloaded",
          ">http 502 service temporarily overloaded",
          ">http error 502 service temporarily overloaded",
        ),
      ],
      meaning: "An old wording of gateways for having more requests than they can pass on.",
    },
    {
      id: "gateway-overloaded-line",
      vendor: null,
      side: "site-edge",
      kind: "overloaded",
      statuses: [502],
      band: "plain",
      confidence: "medium",
      all: [statusLine("service temporarily overloaded")],
      meaning: "The status line has an old wording for a gateway with more requests than it can pass on.",
    },
  ],
);
