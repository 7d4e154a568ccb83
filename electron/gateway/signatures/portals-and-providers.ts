import { either, goesTo, has, header, headerHas, title } from "../conditions.ts";
import { REDIRECTS, family } from "../signature.ts";

/** Addresses that exist only inside a network (RFC 1918). */
const PRIVATE_HOSTS = ["http", "https"].flatMap((scheme) =>
  ["10.", "192.168.", ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.`)].map(
    (net) => `${scheme}://${net}`,
  ),
);

/** Statuses of answers that send the visitor on, by Location or by their page. */
const SENDS_ON = [200, 403, ...REDIRECTS] as const;

/** Sign-in pages of hotspots and guest networks. */
export const PORTALS = family(
  {
    vendor: "a captive portal",
    hop: "captive-portal",
    side: "local-network",
    kind: "portal",
    statuses: [200],
    band: "marker",
    confidence: "high",
    maxBody: 20_000,
  },
  [
    {
      id: "portal-511",
      statuses: [511],
      band: "named",
      maxBody: Number.MAX_SAFE_INTEGER,
      meaning: "This network wants the visitor to sign in or to accept its terms (status 511 says just that).",
    },
    {
      id: "portal-wispr",
      statuses: [200, ...REDIRECTS, 511],
      all: [has("<wispaccessgatewayparam")],
      meaning: "A hotspot answered in the site's place and asks for its sign-in.",
    },
    {
      id: "portal-meraki",
      vendor: "Cisco Meraki",
      statuses: SENDS_ON,
      all: [goesTo("network-auth.com/splash")],
      meaning: "The Wi-Fi (Meraki) sends the visitor to its sign-in page.",
    },
    {
      id: "portal-redirect",
      vendor: "a hotspot",
      statuses: SENDS_ON,
      confidence: "medium",
      all: [
        goesTo(
          "/guest/s/",
          "//securelogin.arubanetworks.com",
          "//securelogin.hpe.com",
          "/cgi-bin/login?cmd=login&mac=",
          "//1.1.1.1/login",
          "//1.1.1.1/fs/customwebauth",
          "//192.0.2.1/login",
          "//192.0.2.1/fs/customwebauth",
          "?res=notyet",
          "&res=notyet",
          "/opennds_preauth/",
          ":2050/",
          "/login?dst=http",
          "/hotspotlogin",
        ),
      ],
      meaning: "The Wi-Fi sends the visitor to its sign-in page.",
    },
    {
      id: "portal-redirect-private",
      vendor: "a hotspot",
      statuses: REDIRECTS,
      confidence: "medium",
      all: [
        header("location", ...PRIVATE_HOSTS),
        headerHas(
          "location",
          "redirurl=",
          "redirecturl=",
          "userurl=",
          "orig_url=",
          "origurl=",
          "original_url=",
          "target_url=",
        ),
      ],
      meaning: "The network sends the visitor to a page of its own, with the way back to the site: a sign-in.",
    },
    {
      id: "portal-mikrotik",
      vendor: "MikroTik",
      confidence: "medium",
      all: [
        either(
          title("mikrotik hotspot", "internet hotspot>login", "internet hotspot &gt; login"),
          has("$(link-login-only)", 'name="sendin"'),
        ),
      ],
      meaning: "A hotspot answered with its sign-in page.",
    },
    {
      id: "portal-page",
      band: "plain",
      confidence: "low",
      all: [
        title("wifi", "wi-fi", "hotspot", "guest network", "guest access", "captive portal", "network login"),
        has("<form "),
        has(
          "<button>accept",
          '<button type="submit">accept',
          'value="accept',
          ">connect<",
          " and connect",
          "to connect",
          "use this network",
          "connect to this network",
          "sign in to the network",
          "log in to the network",
          "room number",
          "access code",
        ),
      ],
      meaning: "This looks like the sign-in page of a Wi-Fi in place of what was asked for.",
    },
  ],
);

/** Providers that hold pages back. */
export const PROVIDERS = family(
  {
    vendor: "a provider",
    hop: "isp",
    side: "provider",
    kind: "block-page",
    statuses: [200, 403, 451],
    band: "marker",
    confidence: "high",
    maxBody: 20_000,
  },
  [
    {
      id: "provider-451",
      vendor: null,
      statuses: [451],
      maxBody: Number.MAX_SAFE_INTEGER,
      all: [headerHas("link", 'rel="blocked-by"', "rel=blocked-by")],
      meaning: "The page is withheld for legal reasons; the Link header names who withholds it (RFC 7725).",
    },
    {
      id: "provider-block-redirect",
      statuses: [...SENDS_ON, 451],
      all: [
        goesTo(
          "block.ip.center.rt.ru",
          "http://10.10.34.3",
          "internetpositif",
          "internet-positif",
          "uzone.id",
          "blocked.nb.sky.com",
          "block.cf.sky.com",
          "assets.o2.co.uk/18plus",
          "vodafone.co.uk/restricted-content",
          "go.telstra.com.au/broadbandprotect",
          "mobilebroadband_restricted",
          "/zapret/",
          "rkn=",
          "lighthouse.du.ae",
        ),
      ],
      meaning: "The provider sends the visitor to its block notice.",
    },
    {
      id: "provider-block-page",
      all: [
        has(
          "blocked by an order issued by the federal court of canada",
          "considered illegal according to belgian legislation",
          "airtel.in/dot/?dpid=",
          "positif.uzone.id",
          "trustpositif.kominfo",
          "this url has been blocked under instructions of",
          "restrict.kw.zain.com",
          "censor.qa/",
        ),
      ],
      meaning: "The provider put its block notice in place of the page.",
    },
    {
      id: "provider-court-order",
      confidence: "medium",
      maxBody: 8_000,
      all: [
        has(
          "court order",
          "per ordine dell'autorit",
          "agcom",
          "order from the court",
          "order of the court",
          "order of the high court",
          "orders from the court",
        ),
        has(
          "prevent access to this",
          "accesso inibito",
          "block access to this",
          "access to this website has been blocked",
          "this site has been blocked",
        ),
        either(
          title("error 451", "non raggiungibile", "blocked", "access denied", "not available", "gesperrt"),
          has("<h1>access to this"),
        ),
      ],
      meaning: "A notice that speaks of a court's order: the provider holds the page back.",
    },
    {
      id: "netsweeper",
      vendor: "Netsweeper",
      statuses: [200, ...REDIRECTS, 403],
      confidence: "medium",
      all: [
        either(
          has("poweredbynetsweeper.com", "/webadmin/deny/", "dpruleid="),
          headerHas("location", "/webadmin/deny/", "dpruleid="),
        ),
      ],
      meaning: "A filter at the provider or school (Netsweeper) blocks the page.",
    },
  ],
);
