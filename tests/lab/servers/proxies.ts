import { PLACES } from "../net/places.ts";
import { nginxFrame } from "./nginx.ts";
import type { LaneFiles, Server } from "./server.ts";

/** Ports on the router: proxies that people set, and the portal. */
export const ROUTER_PORTS = { squid: 3128, squidAuth: 3129, tinyproxy: 8888, portal: 8880, portal511: 8511 } as const;

/** The proxies and the portal of the home or company network. */
export function routerServers(files: LaneFiles): readonly Server[] {
  return [squid(files), tinyproxy(files), portal(files)];
}

function squid({ folder }: LaneFiles): Server {
  const config = `http_port ${PLACES.router.v4}:${ROUTER_PORTS.squid}
http_port ${PLACES.router.v4}:${ROUTER_PORTS.squidAuth} name=auth
visible_hostname proxy.corp.example
auth_param basic program /usr/lib/squid/basic_ncsa_auth ${folder}/squid/users
acl strict myportname auth
acl person proxy_auth REQUIRED
acl denied dstdomain other.example.com
http_access deny strict !person
http_access deny denied
http_access allow all
dns_nameservers ${PLACES.provider.v4}
dns_timeout 3 seconds
positive_dns_ttl 1 seconds
negative_dns_ttl 1 seconds
connect_timeout 2 seconds
forward_timeout 3 seconds
read_timeout 3 seconds
cache deny all
cache_mem 8 MB
pinger_enable off
netdb_filename none
access_log none
cache_log ${folder}/squid/cache.log
coredump_dir ${folder}/squid
pid_filename ${folder}/squid/pid
shutdown_lifetime 0 seconds
`;
  return {
    name: "squid",
    node: "router",
    program: "/usr/sbin/squid",
    args: ["-N", "-f", `${folder}/squid.conf`],
    folders: { squid: "proxy" },
    files: { "squid.conf": config, "squid/users": "" },
    ready: [[PLACES.router.v4, ROUTER_PORTS.squid]],
  };
}

function tinyproxy({ folder }: LaneFiles): Server {
  const config = `Port ${ROUTER_PORTS.tinyproxy}
Listen ${PLACES.router.v4}
Timeout 3
Allow 0.0.0.0/0
LogFile "${folder}/tinyproxy.log"
PidFile "${folder}/tinyproxy.pid"
MaxClients 20
`;
  return {
    name: "tinyproxy",
    node: "router",
    program: "/usr/bin/tinyproxy",
    args: ["-d", "-c", `${folder}/tinyproxy.conf`],
    files: { "tinyproxy.conf": config },
    ready: [[PLACES.router.v4, ROUTER_PORTS.tinyproxy]],
  };
}

/** The page that catches people who have not signed in. */
function portal({ folder }: LaneFiles): Server {
  const at = `${PLACES.router.v4}:${ROUTER_PORTS.portal}`;
  const servers = [
    `server { listen ${at}; location = /login { return 200 '<!doctype html><title>Sign in</title><form>Accept our terms</form>'; } location / { return 302 http://${at}/login; } }`,
    `server { listen ${PLACES.router.v4}:${ROUTER_PORTS.portal511}; location / { return 511 '<title>Network Authentication Required</title>'; } }`,
  ];
  return {
    name: "portal",
    node: "router",
    program: "/usr/sbin/nginx",
    args: ["-c", `${folder}/portal.conf`, "-e", `${folder}/portal.err`],
    files: { "portal.conf": nginxFrame(folder, "portal", servers) },
    ready: [[PLACES.router.v4, ROUTER_PORTS.portal]],
  };
}
