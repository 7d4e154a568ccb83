import { both, either, has, header, headerHas, title } from "../conditions.ts";
import { REDIRECTS, SWAPPED_PAGE, family } from "../signature.ts";

/** Filters and firewalls of companies, schools and homes that swap the page for a notice. */
export const WEB_FILTERS = family(
  {
    vendor: "Fortinet FortiGate",
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
      id: "fortigate-block",
      statuses: [200, 403, 502, 503],
      all: [
        has(
          "fortiguard intrusion prevention - access blocked",
          "powered by fortiguard",
          "powered by fortinet",
          "<title>web filter violation",
          "<title>web filter block override",
          "globalurl.fortinet.net",
          "fortiguard web filtering",
        ),
      ],
      meaning: "The firewall of this network (FortiGate) blocked the page.",
    },
    {
      id: "fortigate-application",
      all: [has("fortigate application control", "<title>application control violation", "<title>application blocked")],
      meaning: "The firewall of this network (FortiGate) blocks this application.",
    },
    {
      id: "sophos",
      vendor: "Sophos",
      statuses: [200, 403, 502, 503, 504],
      confidence: "medium",
      all: [has("utm web protection", "sophos utm", "sophos firewall", "sophos web appliance")],
      meaning: "The web gateway of this network (Sophos) blocked the page or could not fetch it.",
    },
    {
      id: "palo-alto-block",
      vendor: "Palo Alto Networks",
      statuses: [200, 403, 503],
      all: [
        has(
          "you were trying to visit has been blocked in accordance with",
          "you were trying to use has been blocked in accordance with",
          "palo alto next generation security platform",
        ),
      ],
      meaning: "The firewall of this network (Palo Alto) blocked the page.",
    },
    {
      id: "palo-alto-redirect",
      vendor: "Palo Alto Networks",
      statuses: REDIRECTS,
      all: [headerHas("location", "/php/urlblock.php?args=")],
      meaning: "The firewall of this network (Palo Alto) sends the visitor to its block page.",
    },
    {
      id: "check-point",
      vendor: "Check Point",
      statuses: [...SWAPPED_PAGE, ...REDIRECTS],
      all: [has("check point usercheck", "/usercheck/portalmain")],
      meaning: "The firewall of this network (Check Point) shows its notice.",
    },
    {
      id: "check-point-redirect",
      vendor: "Check Point",
      statuses: REDIRECTS,
      all: [headerHas("location", "/usercheck/portalmain")],
      meaning: "The firewall of this network (Check Point) sends the visitor to its notice.",
    },
    {
      id: "umbrella",
      vendor: "Cisco Umbrella",
      statuses: [...SWAPPED_PAGE, ...REDIRECTS],
      maxBody: 4_000,
      all: [
        has(
          "//block.opendns.com",
          "//malware.opendns.com",
          "//phish.opendns.com",
          "this site is blocked due to content filtering",
          "this domain is blocked due to content filtering",
        ),
      ],
      meaning: "A filter at the name look-up, chosen for this network (Umbrella), blocks the site.",
    },
    {
      id: "umbrella-redirect",
      vendor: "Cisco Umbrella",
      statuses: REDIRECTS,
      all: [headerHas("location", "//block.opendns.com", "//malware.opendns.com", "//phish.opendns.com")],
      meaning: "A filter at the name look-up, chosen for this network (Umbrella), sends the visitor to its block page.",
    },
    {
      id: "forcepoint",
      vendor: "Forcepoint",
      statuses: [...SWAPPED_PAGE, ...REDIRECTS],
      all: [has(":15871/cgi-bin/block", "ws_blockoption")],
      meaning: "The web filter of this network (Forcepoint) blocked the page.",
    },
    {
      id: "barracuda",
      vendor: "Barracuda",
      statuses: [...SWAPPED_PAGE, ...REDIRECTS],
      confidence: "medium",
      all: [
        has(
          "redirecting you to barracuda web filter",
          "<th>barracuda nextgen firewall:",
          "barracuda web security",
          "barracuda web filter",
        ),
      ],
      meaning: "The web filter of this network (Barracuda) blocked the page.",
    },
    {
      id: "sonicwall",
      vendor: "SonicWall",
      all: [has("cfssupport.sonicwall.com", "sonicwall - web site blocked", "<title>web site blocked")],
      signs: [header("server", "sonicwall")],
      meaning: "The firewall of this network (SonicWall) blocked the page.",
    },
    {
      id: "watchguard",
      vendor: "WatchGuard",
      statuses: [200, 403, 503],
      maxBody: 4_000,
      all: [has("denied by watchguard http proxy", "denied by watchguard firewall")],
      meaning: "The firewall of this network (WatchGuard) blocked the page.",
    },
    {
      id: "untangle",
      vendor: "Untangle",
      maxBody: 4_000,
      all: [
        has(
          "this web page is blocked</b>because it violates network policy",
          "page is blocked because it violates network policy",
        ),
      ],
      meaning: "The filter of this network (Untangle) blocked the page.",
    },
    {
      id: "kerio",
      vendor: "Kerio Control",
      maxBody: 4_000,
      all: [
        either(
          has("blocked by kerio control", "прокси-сервером kerio control"),
          both(header("server", "kerio control"), has("access denied", "is denied", "is blocked")),
        ),
      ],
      signs: [header("server", "kerio control")],
      meaning: "The firewall of this network (Kerio) blocked the page.",
    },
    {
      id: "meraki-filter",
      vendor: "Cisco Meraki",
      maxBody: 4_000,
      all: [has("this website is blocked by your network operator")],
      meaning: "Whoever runs this network blocks the site (Meraki).",
    },
    {
      id: "school-filter",
      vendor: "Lightspeed, ContentKeeper or iboss",
      statuses: [...SWAPPED_PAGE, ...REDIRECTS],
      maxBody: 4_000,
      all: [
        has(
          "<title>lightspeed system - web access</title>",
          "blocked by contentkeeper",
          "/ibreports/ibp/bp.html",
          "access to the requested site has been restricted due to its contents",
        ),
      ],
      meaning: "The web filter of a school or company blocked the page.",
    },
    {
      id: "guardian-denied",
      vendor: "e2guardian (DansGuardian)",
      all: [either(title("e2guardian", "dansguardian"), has("<h1>access has been denied!"))],
      signs: [header("server", "e2guardian")],
      meaning: "The content filter e2guardian of this network denies the page.",
    },
    {
      id: "netskope",
      vendor: "Netskope",
      all: [either(has(".goskope.com"), title("netskope")), has("blocked", "policy name")],
      none: [has("<nav")],
      statuses: [403, 502, 503],
      meaning: "The company's proxy in the cloud, Netskope, blocked the page.",
    },
  ],
);
