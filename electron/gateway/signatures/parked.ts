import { has, headerHas, title } from "../conditions.ts";
import { REDIRECTS, family } from "../signature.ts";

/** Names that lead to nobody's site: sellers, parking companies, servers fresh out of the box. */
export const PARKED = family(
  {
    vendor: "a domain parking company",
    hop: "origin",
    side: "site-dns",
    kind: "parked",
    statuses: [200],
    band: "special-page",
    confidence: "medium",
    maxBody: 20_000,
  },
  [
    {
      id: "parked-domain",
      all: [
        has(
          "sedoparking.com",
          "parkingcrew.net",
          "bodis.com",
          "parklogic.com",
          "cashparking.com",
          "afternic.com/forsale",
          "hugedomains.com/domain_profile",
          "dan.com/buy-domain",
          "/park.js",
          "domain-parking",
        ),
        has("parking", "parked", "for sale", "buy this domain", "related searches", "window.park", "forsale"),
      ],
      meaning: "The name belongs to a domain seller or parking company: there is no site behind it.",
    },
    {
      id: "parked-redirect",
      statuses: REDIRECTS,
      confidence: "high",
      all: [
        headerHas(
          "location",
          "//www.hugedomains.com/domain_profile",
          "//dan.com/buy-domain",
          "//www.afternic.com/forsale",
          "//sedo.com/search/details",
          "/lander?",
        ),
      ],
      meaning: "The name is for sale and sends visitors to its seller.",
    },
    {
      id: "server-default-page",
      vendor: "a freshly installed server",
      side: "site-edge",
      all: [
        title(
          "welcome to nginx!",
          "apache2 debian default page",
          "apache2 ubuntu default page",
          "test page for the apache http server",
          "iis windows server",
          "caddy works!",
        ),
      ],
      meaning: "A server's welcome page: the name leads to a machine where no site is set up yet.",
    },
  ],
);
