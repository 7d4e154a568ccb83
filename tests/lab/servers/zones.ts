import { CONNECTIVITY, SITES, TLS_SITES, WEB, web, web6, type Site } from "../net/places.ts";

const START = `$TTL 300
@ IN SOA ns1.example.com. hostmaster.example.com. 1 3600 600 86400 5
@ IN NS ns1.example.com.
`;

/** Every zone of the lab, as master files. `.signed` is made from the two that carry signatures. */
export function zones(): Readonly<Record<string, string>> {
  return {
    ".": `$TTL 300\n@ IN SOA a.root. hostmaster.root. 1 3600 600 86400 5\n@ IN NS ns1.example.com.\nns1.example.com. IN A 198.41.0.4\n`,
    "example.com": START + exampleRecords().join("\n") + "\n",
    "signed.example": `${START}www IN A ${web(SITES.plain.n)}\n@ IN A ${web(SITES.plain.n)}\n`,
    "broken.example": `${START}www IN A ${web(SITES.plain.n)}\n@ IN A ${web(SITES.plain.n)}\n`,
    "parkinglot.example": `${START}www IN A ${web(WEB.parking)}\n@ IN A ${web(WEB.parking)}\n`,
    ...connectivityZones(),
  };
}

/** Zones that are signed; the second is spoiled after signing. */
export const SIGNED_ZONES = ["signed.example", "broken.example"] as const;

function exampleRecords(): readonly string[] {
  const sites = Object.entries<Site>(SITES).flatMap(([name, site]) => [
    ...(name === "six" ? [] : [`${name} IN A ${web(site.n)}`]),
    ...(name === "dual" ? [] : (site.more ?? []).map((n) => `${name} IN A ${web(n)}`)),
    ...(site.v6 === true ? [`${name} IN AAAA ${web6(site.n)}`] : []),
  ]);
  return [
    `@ IN A ${web(SITES.plain.n)}`,
    "ns1 IN A 198.41.0.4",
    `www IN A ${web(SITES.plain.n)}`,
    ...sites,
    ...Object.entries(TLS_SITES).map(([name, n]) => `${name} IN A ${web(n)}`),
    // One level deeper than the certificate's wildcard reaches.
    `deep.shop IN A ${web(TLS_SITES.goodtls)}`,
    `moved IN A ${web(WEB.newServer)}`,
    `parked IN A ${web(WEB.parking)}`,
    `nobody IN A ${web(WEB.nobody)}`,
    `nobody-2 IN A ${web(WEB.nobody)}`,
    `nobody-2 IN A ${web(WEB.nobody + 1)}`,
    `mixed IN A ${web(SITES.plain.n)}`,
    `mixed IN A ${web(WEB.nobody)}`,
    'noaddress IN TXT "no address here"',
    "dangling IN CNAME nowhere",
  ];
}

function connectivityZones(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(CONNECTIVITY).map(([name, n]) => {
      const [first = "", ...rest] = name.split(".");
      return [rest.join("."), `${START}${first} IN A ${web(n)}\n`];
    }),
  );
}
