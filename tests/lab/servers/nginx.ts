import { back, CONNECTIVITY, SITES, TLS_SITES, WEB, web, web6, type Site } from "../net/places.ts";
import type { LaneFiles, Server } from "./server.ts";

const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] as const;

/** The frame of an nginx configuration that writes nothing outside its folder. */
export function nginxFrame(folder: string, name: string, servers: readonly string[]): string {
  return `daemon off; worker_processes 1; pid ${folder}/${name}.pid; error_log ${folder}/${name}.err error; user root;
events { worker_connections 512; }
http {
  access_log off;
  default_type text/html;
  server_names_hash_bucket_size 128;
${TEMPORARY.map((one) => `  ${one}_temp_path ${folder}/${name}-${one};`).join("\n")}
${servers.join("\n")}
}
`;
}

/** The web's nginx: gateways in front of applications, certificates with faults, fixed pages. */
export function webNginx({ folder, certificates }: LaneFiles): Server {
  const certs = certificates.folder;
  const servers = [
    ...Object.entries<Site>(SITES).flatMap(([name, site]) =>
      site.front === "nginx" ? gateways(name, site, certs) : [],
    ),
    ...tlsSites(certs),
    ...connectivity(),
    page(`${web(WEB.blockPage)}:80`, "<title>Blocked</title><h1>This site is blocked by your family filter</h1>"),
    page(`${web(WEB.adverts)}:80`, "<title>Search</title><h1>Were you looking for these offers?</h1>"),
    `server { listen ${web(WEB.oldServer)}:80; listen ${web(WEB.oldServer)}:443 ssl; ${pair(certs, "good")} return 503; }`,
    page(`${web(WEB.newServer)}:80`, "<title>Welcome</title><h1>Welcome to our new home</h1>"),
    `server { listen ${web(WEB.newServer)}:443 ssl; ${pair(certs, "good")} location / { return 200 "<title>Welcome</title><h1>Welcome to our new home</h1>"; } }`,
  ];
  return {
    name: "nginx",
    node: "net",
    program: "/usr/sbin/nginx",
    args: ["-c", `${folder}/nginx.conf`, "-e", `${folder}/nginx.err`],
    files: { "nginx.conf": nginxFrame(folder, "nginx", servers) },
    ready: [
      [web(SITES.nginx.n), 443],
      [web(60), 80],
    ],
  };
}

function pair(certs: string, name: string): string {
  return `ssl_certificate ${certs}/${name}.crt; ssl_certificate_key ${certs}/${name}.key;`;
}

function page(listen: string, html: string): string {
  return `server { listen ${listen}; location / { return 200 '<!doctype html>${html}'; } }`;
}

function gateways(name: string, site: Site, certs: string): readonly string[] {
  // `dual` has an application for each family; everybody else one for each address.
  if (name === "dual") {
    return [
      gateway([web(site.n)], back(site.n), certs),
      gateway([`[${web6(site.n)}]`], back(site.more?.[0] ?? 0), certs),
    ];
  }
  const own = [web(site.n), ...(site.v6 === true ? [`[${web6(site.n)}]`] : [])];
  return [gateway(own, back(site.n), certs), ...(site.more ?? []).map((n) => gateway([web(n)], back(n), certs))];
}

function gateway(addresses: readonly string[], origin: string, certs: string): string {
  const listens = addresses.flatMap((one) => [`listen ${one}:80;`, `listen ${one}:443 ssl http2;`]);
  return `server { ${listens.join(" ")} ${pair(certs, "good")}
    location / { proxy_pass http://${origin}:80; proxy_http_version 1.1; proxy_set_header Host $host; proxy_connect_timeout 2s; proxy_read_timeout 3s; proxy_buffering on; } }`;
}

function tlsSites(certs: string): readonly string[] {
  const named = (name: keyof typeof TLS_SITES, certificate: string, more = ""): string =>
    `server { listen ${web(TLS_SITES[name])}:443 ssl; ${pair(certs, certificate)} ${more} location / { return 200 '<!doctype html><title>Shop</title>fine'; } }`;
  return [
    named("goodtls", "good"),
    named("expired", "expired"),
    named("future", "future"),
    named("wrongname", "wrongname"),
    named("selfsigned", "selfsigned"),
    named("unknownca", "unknownca"),
    named("oldtls", "good", "ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;"),
    `server { listen ${web(TLS_SITES.plain443)}:443; location / { return 200 'plain'; } }`,
    named("clientcert", "good", `ssl_client_certificate ${certs}/ca.pem; ssl_verify_client on;`),
    // Offers one cipher that modern programs no longer know: the server breaks off with an alert.
    named("tlsalert", "good", "ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0;"),
  ];
}

function connectivity(): readonly string[] {
  const google = CONNECTIVITY["connectivitycheck.gstatic.com"];
  const microsoft = CONNECTIVITY["www.msftconnecttest.com"];
  const firefox = CONNECTIVITY["detectportal.firefox.com"];
  return [
    `server { listen ${web(google)}:80; location / { return 204; } }`,
    `server { listen ${web(microsoft)}:80; default_type text/plain; location / { return 200 "Microsoft Connect Test"; } }`,
    `server { listen ${web(firefox)}:80; default_type text/plain; location / { return 200 "success\\n"; } }`,
  ];
}
