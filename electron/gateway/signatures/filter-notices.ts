import { either, goesTo, has, title } from "../conditions.ts";
import { REDIRECTS, SWAPPED_PAGE, family } from "../signature.ts";

/** Where filters send people whose page they hold back. */
const FILTER_ADDRESSES = [
  ":15871/cgi-bin/block",
  "wired.meraki.com:8090/blocked.cgi",
  "/ibreports/ibp/bp.html",
  "/block/restricted.html?fn=",
  "/iboss/restricted.html?fn=",
  "web-filter/blockpage?",
  "squidguard.cgi?",
  "/sgerror.php?",
  "securedns.comodo",
  "warn.comodo",
  "error.etp.akamai.com",
  "/blocking.asp?",
  "barracuda/ngfirewall",
  "cfssupport.sonicwall.com",
  "//router.asus.com",
  ".opendns.com/",
  "securly.com/blocked",
  "blocked.goguardian.com",
  "lsaccess.me/",
  "fritz.box/tools/kids_not_allowed",
];

/** Notices and redirects of filters that do not say who made them. */
export const FILTER_NOTICES = family(
  {
    vendor: "a web filter",
    hop: "corporate-proxy",
    side: "proxy",
    kind: "block-page",
    statuses: SWAPPED_PAGE,
    band: "special-page",
    confidence: "high",
    maxBody: 20_000,
  },
  [
    {
      id: "usage-notice",
      vendor: "a proxy of the company",
      statuses: [403, 407, 511],
      band: "plain",
      confidence: "low",
      maxBody: 8_000,
      all: [
        has(
          "internet usage is monitored",
          "internet use is monitored",
          "web usage is monitored",
          "internet access is monitored",
        ),
      ],
      meaning: "A notice that use of the internet is watched: a proxy of this network refused the request.",
    },
    {
      id: "filter-notice",
      vendor: "a web filter",
      statuses: [403],
      band: "plain",
      confidence: "low",
      maxBody: 8_000,
      all: [
        has("categor"),
        has("blocked", "denied", "not allowed", "not permitted", "restricted"),
        has(
          "acceptable use",
          "usage policy",
          "company policy",
          "corporate policy",
          "network policy",
          "browsing policy",
          "organization's policy",
          "organisation's policy",
          "by your organization",
          "by your organisation",
          "by your network administrator",
          "it department",
        ),
      ],
      meaning: "A notice that speaks of categories and of a policy: a filter of this network blocked the page.",
    },
    {
      id: "filter-redirect",
      vendor: "a web filter",
      statuses: [...SWAPPED_PAGE, ...REDIRECTS],
      confidence: "medium",
      all: [goesTo(...FILTER_ADDRESSES)],
      meaning: "A filter on this network sends the visitor to its block page.",
    },
    {
      id: "block-page",
      vendor: "a web filter",
      band: "plain",
      confidence: "low",
      all: [
        either(
          title(
            "web page blocked",
            "webpage blocked",
            "website blocked",
            "url blocked",
            "webfilter violation",
            "site blocked",
          ),
          has(
            "<h1>web page blocked",
            "<h1>url blocked",
            "<h1>site blocked",
            "<h1>web site blocked",
            "<h1>application control verification",
            "<title>application control verification",
            "<h1>blocked by browsing policy",
          ),
        ),
        has("blocked"),
      ],
      meaning: "Something between this computer and the site put a block notice in place of the page.",
    },
  ],
);
