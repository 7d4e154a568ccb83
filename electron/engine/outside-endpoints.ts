import type { References } from "../../shared/model/references.ts";

/**
 * Every outside endpoint a check-up may contact on its own account, besides the site: this list is shown in Settings,
 * and a references file replaces it whole. Three independent operators of public resolvers; pages with a fixed reply
 * from operators that keep them for exactly this use.
 */
export const BUILT_IN_REFERENCES: References = {
  publicResolvers: [
    {
      id: "cloudflare",
      name: "Cloudflare",
      udp: ["1.1.1.1", "1.0.0.1", "[2606:4700:4700::1111]:53", "[2606:4700:4700::1001]:53"],
      dot: "1.1.1.1:853#one.one.one.one",
      // The address in the URL is in the certificate: no look-up is needed to get there.
      doh: "https://1.1.1.1/dns-query",
    },
    {
      id: "google",
      name: "Google Public DNS",
      udp: ["8.8.8.8", "8.8.4.4", "[2001:4860:4860::8888]:53", "[2001:4860:4860::8844]:53"],
      dot: "8.8.8.8:853#dns.google",
      doh: "https://8.8.8.8/dns-query",
    },
    {
      id: "quad9",
      name: "Quad9",
      udp: ["9.9.9.9", "149.112.112.112", "[2620:fe::fe]:53", "[2620:fe::9]:53"],
      dot: "9.9.9.9:853#dns.quad9.net",
      doh: "https://9.9.9.9/dns-query",
    },
  ],
  connectivityChecks: [
    { url: "http://connectivitycheck.gstatic.com/generate_204", status: 204 },
    { url: "http://www.msftconnecttest.com/connecttest.txt", status: 200, body: "Microsoft Connect Test" },
    { url: "http://detectportal.firefox.com/success.txt", status: 200, body: "success" },
  ],
  egress: [
    { host: "1.1.1.1", port: 443 },
    { host: "8.8.8.8", port: 443 },
    { host: "2606:4700:4700::1111", port: 443 },
    { host: "2001:4860:4860::8888", port: 443 },
  ],
  stableName: "example.com",
  // Signed correctly, and broken on purpose, by the same operator.
  dnssec: { good: "internetsociety.org", bad: "dnssec-failed.org" },
  // Questions only the operator itself answers in this form: Cloudflare with an airport code, Quad9 with a host name.
  location: [
    { server: "1.1.1.1", name: "id.server", type: "TXT", class: "CH", form: "[a-z]{3}(?:-?[a-z0-9]{1,8})?" },
    { server: "9.9.9.9", name: "id.server", type: "TXT", class: "CH", form: "[a-z0-9.-]+\\.(?:pch\\.net|quad9\\.net)" },
  ],
  // Firefox's canary: a network that gives no address for it asks programs not to change DNS.
  canary: "use-application-dns.net",
  vantage: "https://api.globalping.io",
  // TEST-NET-1 (RFC 5737): no legal answer comes from there.
  interceptProbe: "192.0.2.1",
  systemResolver: null,
  router: null,
};

/** Where newer versions lie. */
export interface Releases {
  /** The folder with the lists (`latest-linux.yml`, ...), their signatures and the programs. */
  readonly url: string;
  /** The public half of the key that signs the lists: Ed25519, base64 of its SubjectPublicKeyInfo. */
  readonly key: string;
  /** The name in the certificate that signs the installers for Windows; null: they are not signed. */
  readonly publisher: string | null;
}

declare const GG_RELEASES: Releases | null | undefined;

/**
 * The place of the releases, set by the workflow that makes one (build/config/releases.mjs); null for everything that is
 * built from the sources. Contacted only after the person has switched it on in Settings, at most once a day by itself.
 */
export const RELEASES: Releases | null = typeof GG_RELEASES === "undefined" ? null : GG_RELEASES;
