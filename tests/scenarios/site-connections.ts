import type { LabScenario } from "./scenario.ts";

const PLAIN = ["23.45.67.50"];
const THREE = ["23.45.67.40", "23.45.67.41", "23.45.67.42"];
const NEIGHBOUR_502 = { how: "page", page: { status: 502, body: "<h1>Bad gateway</h1>" } } as const;

/** Connections that fail, addresses of which some fail, and certificates. */
export const SITE_CONNECTION_SCENARIOS: readonly LabScenario[] = [
  {
    id: "site-refuses",
    broken: "nothing listens at the site's address",
    url: "http://plain.example.com/",
    faults: [{ do: "application", name: "plain", behaviour: { how: "refuse" } }],
    expected: { code: "site-refused", sides: ["site-origin"] },
    short: true,
  },
  {
    id: "site-refuses-tls",
    broken: "nothing listens on 443",
    url: "https://plain.example.com/",
    faults: [{ do: "application", name: "plain", behaviour: { how: "refuse" } }],
    expected: { code: "site-refused", sides: ["site-origin"] },
  },
  {
    id: "site-refuses-everywhere",
    broken: "three addresses, all refuse",
    url: "http://three.example.com/",
    faults: [{ do: "block", at: "net", to: THREE, how: "reset" }],
    expected: { code: "site-refused", sides: ["site-origin"] },
  },
  {
    id: "site-silent",
    broken: "packets to the site vanish",
    url: "https://plain.example.com/",
    faults: [{ do: "block", at: "net", to: PLAIN, how: "silent" }],
    expected: { code: "site-unreachable", sides: ["site-edge"] },
    short: true,
  },
  {
    id: "site-silent-port-80",
    broken: "packets to port 80 of the site vanish",
    url: "http://plain.example.com/",
    faults: [{ do: "block", at: "net", to: PLAIN, how: "silent", port: 80, protocol: "tcp" }],
    expected: { code: "site-unreachable", sides: ["site-edge"] },
  },
  {
    id: "site-nobody",
    broken: "the site's address leads nowhere",
    url: "http://nobody.example.com/",
    twinUrl: "http://plain.example.com/",
    faults: [{ do: "block", at: "net", to: ["23.45.67.250"], how: "silent" }],
    expected: { code: "site-unreachable", sides: ["site-edge"] },
  },
  {
    id: "site-silent-three",
    broken: "three addresses, all silent",
    url: "http://three.example.com/",
    faults: [{ do: "block", at: "net", to: THREE, how: "silent" }],
    expected: { code: "site-unreachable", sides: ["site-edge"] },
  },
  {
    id: "partial-one-of-three-502",
    broken: "one of three addresses serves 502",
    url: "http://three.example.com/",
    faults: [{ do: "application", name: "three-2", behaviour: { how: "refuse" } }],
    expected: { code: "site-partial", sides: ["site-edge"] },
    short: true,
  },
  {
    id: "partial-first-502",
    broken: "two of three addresses serve 502",
    url: "https://three.example.com/",
    faults: [
      { do: "application", name: "three", behaviour: NEIGHBOUR_502 },
      { do: "application", name: "three-3", behaviour: NEIGHBOUR_502 },
    ],
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "partial-one-of-three-silent",
    broken: "one of three addresses is silent",
    url: "http://three.example.com/",
    faults: [{ do: "block", at: "net", to: ["23.45.67.42"], how: "silent" }],
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "partial-one-of-three-refuses",
    broken: "one of three addresses refuses",
    url: "https://three.example.com/",
    faults: [{ do: "block", at: "net", to: ["23.45.67.40"], how: "reset" }],
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "partial-v6-502",
    broken: "IPv6 serves 502, IPv4 works",
    url: "http://dual.example.com/",
    faults: [{ do: "application", name: "dual-2", behaviour: { how: "refuse" } }],
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "partial-v4-502",
    broken: "IPv4 serves 502, IPv6 works",
    url: "http://dual.example.com/",
    faults: [{ do: "application", name: "dual", behaviour: { how: "refuse" } }],
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "partial-v6-refuses",
    broken: "IPv6 refuses at the site only",
    url: "https://dual.example.com/",
    faults: [{ do: "block", at: "net", to: ["2600:1234::43"], how: "reset" }],
    expected: { code: "site-partial", sides: ["site-edge"] },
  },
  {
    id: "dual-both-502",
    broken: "both families serve 502",
    url: "https://dual.example.com/",
    faults: [
      { do: "application", name: "dual", behaviour: { how: "refuse" } },
      { do: "application", name: "dual-2", behaviour: { how: "refuse" } },
    ],
    expected: { code: "gateway-error", sides: ["site-origin"] },
  },
  ...tls("tls-expired", "the certificate has expired", "expired", "tls-expired", true),
  ...tls("tls-future", "the certificate is not valid yet", "future", "tls-expired"),
  ...tls("tls-wrong-name", "the certificate is another site's", "wrongname", "tls-wrong-name", true),
  {
    id: "tls-wildcard-too-deep",
    broken: "the certificate's wildcard does not reach that deep",
    url: "https://deep.shop.example.com/",
    twinUrl: "https://goodtls.example.com/",
    faults: [],
    expected: { code: "tls-wrong-name", sides: ["site-edge"] },
  },
  ...tls("tls-self-signed", "the certificate signed itself", "selfsigned", "tls-untrusted", true),
  ...tls("tls-unknown-authority", "an authority nobody knows", "unknownca", "tls-untrusted"),
  ...tls("tls-old", "TLS 1.0 only", "oldtls", "tls-protocol"),
  ...tls("tls-none", "plain http on port 443", "plain443", "tls-protocol"),
  ...tls("tls-alert", "a server whose only cipher nobody has", "tlsalert", "tls-protocol"),
  {
    id: "client-certificate-page",
    broken: "the server wants a certificate of the person",
    url: "https://clientcert.example.com/",
    twinUrl: "https://goodtls.example.com/",
    faults: [],
    expected: { code: "client-certificate", sides: ["device"] },
    short: true,
  },
  {
    id: "client-certificate-text",
    broken: "a gateway says 400: no required certificate was sent",
    url: "https://plain.example.com/",
    faults: [
      { do: "application", name: "plain", behaviour: { how: "page", page: { fixture: "nginx-400-client-cert" } } },
    ],
    expected: { code: "client-certificate", sides: ["device"] },
  },
  {
    id: "parked-page",
    broken: "the name is parked",
    url: "http://plain.example.com/",
    faults: [{ do: "application", name: "plain", behaviour: { how: "page", page: { fixture: "parked-domain" } } }],
    expected: { code: "parked", sides: ["site-dns"] },
  },
  {
    id: "parked-expired-words",
    broken: "the name has expired and its registrar says so",
    url: "http://plain.example.com/",
    faults: [
      {
        do: "application",
        name: "plain",
        behaviour: {
          how: "page",
          page: {
            status: 200,
            body: "<title>example.com has expired</title><h1>This domain has expired</h1><p>Is this your domain? Renew it now. This domain is for sale.</p>",
          },
        },
      },
    ],
    expected: { code: "parked", sides: ["site-dns"] },
  },
];

function tls(
  id: string,
  broken: string,
  host: string,
  code: "tls-expired" | "tls-wrong-name" | "tls-untrusted" | "tls-protocol",
  short = false,
): readonly LabScenario[] {
  return [
    {
      id,
      broken,
      url: `https://${host}.example.com/`,
      twinUrl: "https://goodtls.example.com/",
      faults: [],
      expected: { code, sides: ["site-edge"] },
      ...(short ? { short: true as const } : {}),
    },
  ];
}
