import { either, has, header, headerHas, near, present, title } from "../conditions.ts";
import { GATEWAY_ERRORS, REDIRECTS, SERVER_ERRORS, family } from "../signature.ts";

/** Blue Coat (Symantec, Broadcom) ProxySG: the exception's name stands in brackets. */
export const BLUE_COAT = family(
  {
    vendor: "Blue Coat ProxySG",
    hop: "corporate-proxy",
    side: "proxy",
    kind: "proxy-own-fault",
    statuses: GATEWAY_ERRORS,
    band: "special-page",
    confidence: "high",
    signs: [present("proxy-connection", "x-bluecoat-via")],
  },
  [
    {
      id: "blue-coat-tcp",
      statuses: [502, 503, 504],
      all: [has("(tcp_error)")],
      meaning: "The company's proxy could not connect to the site.",
    },
    {
      id: "blue-coat-dns",
      statuses: [404, 502, 503, 504],
      all: [
        either(
          has("(dns_unresolved_hostname)", "(dns_server_failure)"),
          near("your requested host ", "could not be resolved by dns", 1_200),
        ),
      ],
      meaning: "The company's proxy could not find the site's address.",
    },
    {
      id: "blue-coat-gateway",
      confidence: "medium",
      all: [
        has(
          "(gateway_error)",
          "(invalid_response)",
          "(server_request_error)",
          "(icap_error)",
          "(internal_error)",
          "(tcp_timeout)",
          "error (ssl_",
          "gateway (ssl_",
        ),
      ],
      meaning: "The company's proxy failed while it handled the request.",
    },
    {
      id: "blue-coat-denied",
      kind: "block-page",
      statuses: [401, 403],
      all: [
        has(
          "access denied (policy_denied)",
          "access denied (content_filter_denied)",
          "access denied (authentication_failed)",
          "access denied (authorization_failed)",
          "_denied)",
        ),
      ],
      meaning: "The company's rules forbid this address.",
    },
    {
      id: "blue-coat-notice",
      kind: "block-page",
      statuses: REDIRECTS,
      all: [headerHas("location", "notify.bluecoat.com", "threatpulse.com", "threatpulse.net", "/?cfru=")],
      meaning: "The company's proxy sends the visitor to its notice or sign-in page.",
    },
    {
      id: "blue-coat-notice-page",
      kind: "block-page",
      statuses: [200, 403],
      confidence: "medium",
      maxBody: 20_000,
      all: [has("://notify.bluecoat.com")],
      meaning: "The company's proxy put its notice in place of the page.",
    },
  ],
);

/** Other proxies of companies. */
export const COMPANY_PROXIES = family(
  {
    vendor: "Zscaler",
    hop: "corporate-proxy",
    side: "proxy",
    kind: "block-page",
    statuses: [200, ...REDIRECTS, 400, 403, 407, 502, 503],
    band: "special-page",
    confidence: "high",
    maxBody: 20_000,
  },
  [
    {
      id: "zscaler-page",
      all: [
        either(title("internet security by zscaler"), has("selected zscaler to protect you from internet threats")),
      ],
      signs: [header("server", "zscaler")],
      meaning: "The company's proxy in the cloud, Zscaler, blocked the page or could not fetch it.",
    },
    {
      id: "zscaler-redirect",
      statuses: REDIRECTS,
      all: [headerHas("location", "//gateway.zscaler", "//gateway.zscloud.net", "//gateway.zsclr.net")],
      meaning: "The company's proxy in the cloud, Zscaler, sends the visitor to its sign-in or notice.",
    },
    {
      id: "zscaler-server",
      statuses: [],
      kind: "proxy-own-fault",
      band: "named",
      maxBody: Number.MAX_SAFE_INTEGER,
      all: [header("server", "zscaler")],
      meaning: "The company's proxy in the cloud, Zscaler, made this answer.",
    },
    {
      id: "mcafee-connect",
      vendor: "McAfee / Skyhigh Web Gateway",
      kind: "proxy-own-fault",
      statuses: GATEWAY_ERRORS,
      band: "marker",
      all: [
        has("mcafee web gateway", "skyhigh web gateway", "skyhigh secure web gateway"),
        has("cannot connect", "could not connect to the destination", "host not found", "bad gateway", "cannotconnect"),
      ],
      signs: [headerHas("via", "mcafee web gateway", "skyhigh")],
      meaning: "The company's proxy could not connect to the site.",
    },
    {
      id: "mcafee-block",
      vendor: "McAfee / Skyhigh Web Gateway",
      statuses: [200, 403],
      all: [
        has(
          "mcafee web gateway - notification",
          "by mcafee web gateway",
          "by mcafee secure web gateway",
          "by skyhigh web gateway",
          "by skyhigh secure web",
        ),
      ],
      signs: [headerHas("via", "mcafee web gateway", "skyhigh")],
      meaning: "The company's rules forbid this address.",
    },
    {
      id: "cisco-wsa-notice",
      vendor: "Cisco Secure Web Appliance",
      statuses: [200, 403, 502, 503, 504],
      all: [
        title(
          "notification: policy",
          "notification: gateway timeout",
          "notification: dns",
          "notification: bad gateway",
          "notification: proxy",
          "notification: access",
          "notification: malware",
          "notification: notification",
        ),
      ],
      signs: [headerHas("via", "(cisco-wsa", "(cisco-ironport")],
      meaning: "The company's web gateway put its notice in place of the page; the title gives the reason.",
    },
    {
      id: "cisco-wsa-via",
      vendor: "Cisco Secure Web Appliance",
      kind: "proxy-own-fault",
      statuses: SERVER_ERRORS,
      band: "passing",
      confidence: "low",
      all: [headerHas("via", "(cisco-wsa", "(cisco-ironport")],
      meaning: "The answer passed a web gateway of this network, which may have made it.",
    },
    {
      id: "isa-denied",
      vendor: "Microsoft ISA Server or TMG",
      statuses: [403, 502],
      all: [
        has("the isa server denied", "forefront tmg denied", "network access message: the page cannot be displayed"),
      ],
      meaning: "A company's old Microsoft proxy (ISA Server or Forefront TMG) refused the page.",
    },
    {
      id: "tinyproxy",
      vendor: "Tinyproxy",
      kind: "proxy-own-fault",
      statuses: [400, 404, 408, 500, 502, 503, 504],
      all: [has("generated by tinyproxy", 'generated by<a href="https://tinyproxy.github.io/">tinyproxy')],
      signs: [header("server", "tinyproxy")],
      meaning: "A small proxy on this network could not connect to the site.",
    },
    {
      id: "tinyproxy-filtered",
      vendor: "Tinyproxy",
      statuses: [403],
      all: [has("generated by tinyproxy", 'generated by<a href="https://tinyproxy.github.io/">tinyproxy')],
      signs: [header("server", "tinyproxy")],
      meaning: "A small proxy on this network refuses this address.",
    },
    {
      id: "proxy-auth",
      vendor: null,
      kind: "proxy-auth",
      statuses: [407],
      band: "named",
      maxBody: Number.MAX_SAFE_INTEGER,
      all: [present("proxy-authenticate")],
      meaning: "A proxy between this computer and the internet wants the visitor to sign in.",
    },
  ],
);
