import { type Condition, both, either, has, header, headerHas, near, present } from "../conditions.ts";
import { SERVER_ERRORS, family } from "../signature.ts";

/** Any page of Squid's own: its error template names the error in three places. */
const SQUID_PAGE = has("could not be retrieved", "squid", "err_");

/** The header or the page names this error of Squid (errorpage.cc), or a page of Squid's has the error's sentence. */
function error(name: string, ...sentences: string[]): Condition {
  const id = name.toLowerCase();
  const named = either(header("x-squid-error", id), has(`id=${id}`, `id="${id}`, `<!-- ${id}`, `<!--${id}`));
  return sentences.length === 0 ? named : either(named, both(SQUID_PAGE, has(...sentences)));
}

/** Headers that only a CDN of the site adds: seen beside a Squid error, they show that this Squid is the site's own. */
const SITE_CDN = present("cf-ray", "x-amz-cf-id", "x-azure-ref", "x-served-by", "akamai-grn");

/** Squid as the proxy of the visitor's network, unless a CDN of the site lies outside it. */
export const SQUID = family(
  {
    vendor: "Squid",
    hop: "corporate-proxy",
    side: "proxy",
    kind: "proxy-own-fault",
    statuses: [500, 502, 503, 504],
    band: "special-page",
    confidence: "high",
    none: [SITE_CDN],
    signs: [
      present("x-squid-error"),
      header("server", "squid"),
      headerHas("via", "(squid"),
      headerHas("x-cache", "miss from"),
    ],
  },
  [
    {
      id: "squid-connect-fail",
      kind: "backend-unusable",
      all: [either(error("ERR_CONNECT_FAIL"), both(SQUID_PAGE, near("connection to ", " failed", 200)))],
      meaning: "The proxy of this network could not open a connection to the site.",
    },
    {
      id: "squid-dns-fail",
      all: [error("ERR_DNS_FAIL", "unable to determine ip address from host name")],
      meaning: "The proxy of this network could not find the site's address.",
    },
    {
      id: "squid-read-timeout",
      kind: "backend-timeout",
      all: [either(error("ERR_READ_TIMEOUT", "<b>read timeout</b>"), error("ERR_LIFETIME_EXP"))],
      meaning: "The site took the proxy's connection but gave it no answer in time.",
    },
    {
      id: "squid-bad-reply",
      kind: "backend-unusable",
      all: [
        either(
          error("ERR_ZERO_SIZE_OBJECT", "<b>zero sized reply</b>"),
          error("ERR_READ_ERROR", "<b>read error</b>"),
          error("ERR_WRITE_ERROR", "<b>write error</b>"),
          error("ERR_INVALID_RESP"),
        ),
      ],
      meaning: "The site sent the proxy of this network nothing, or something that is no answer.",
    },
    {
      id: "squid-cannot-forward",
      all: [error("ERR_CANNOT_FORWARD", "unable to forward this request at this time")],
      meaning: "The proxy of this network has no way out: its own line or parent proxy is down or forbidden.",
    },
    {
      id: "squid-tls-fail",
      statuses: [403, 500, 502, 503, 504],
      all: [error("ERR_SECURE_CONNECT_FAIL", "failed to establish a secure connection to")],
      meaning: "The proxy of this network and the site could not agree on encryption, or it distrusts the certificate.",
    },
    {
      id: "squid-internal",
      all: [
        either(
          error("ERR_GATEWAY_FAILURE", "<b>gateway proxy failure</b>"),
          error("ERR_SOCKET_FAILURE", "<b>socket failure</b>"),
          error("ERR_ICAP_FAILURE", "<b>icap protocol error"),
          error("ERR_SHUTTING_DOWN"),
        ),
      ],
      meaning: "The proxy of this network is broken or overloaded itself.",
    },
    {
      id: "squid-denied",
      kind: "block-page",
      statuses: [403],
      all: [error("ERR_ACCESS_DENIED", "access control configuration prevents your request from being allowed")],
      meaning: "The rules of this network's proxy forbid the address.",
    },
    {
      id: "squid-auth",
      kind: "proxy-auth",
      statuses: [407],
      all: [error("ERR_CACHE_ACCESS_DENIED", "cache access denied")],
      meaning: "The proxy of this network wants a user name and a password.",
    },
    {
      id: "squid-other",
      statuses: [400, 403, 404, 405, 408, 409, 411, 413, ...SERVER_ERRORS],
      band: "page",
      confidence: "medium",
      all: [
        has("could not be retrieved", "<title>error"),
        has("<body id=err_", '<body id="err_', "<!-- err_", "(squid"),
      ],
      meaning: "The proxy of this network or its rules stopped the request; the name that starts with ERR tells why.",
    },
    {
      id: "squid-header",
      vendor: "Squid or a product built on it",
      statuses: [],
      band: "named",
      confidence: "medium",
      kind: "block-page",
      all: [present("x-squid-error")],
      meaning: "A proxy of Squid's kind made this answer; its header names the error.",
    },
  ],
);

/** Squid run by the site in front of its servers. */
export const SQUID_OF_SITE = family(
  {
    vendor: "Squid run by the site",
    hop: "reverse-proxy",
    side: "site-edge",
    kind: "backend-unusable",
    statuses: [302, 400, 403, 404, 405, 408, 409, 411, 413, ...SERVER_ERRORS],
    band: "marker",
    confidence: "medium",
  },
  [
    {
      id: "squid-accelerator",
      all: [SITE_CDN, either(present("x-squid-error"), has("<body id=err_", "<!-- err_"))],
      meaning:
        "A Squid error that came through the site's CDN was made by the site's own accelerator, not by a proxy here.",
    },
  ],
);
