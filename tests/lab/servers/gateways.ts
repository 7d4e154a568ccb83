import { back, SITES, web } from "../net/places.ts";
import type { LaneFiles, Server } from "./server.ts";

/** Every gateway product besides nginx, each at an address of its own in front of an application of its own. */
export function gatewayServers(files: LaneFiles): readonly Server[] {
  return [
    apache(files),
    haproxy(files),
    varnish(files),
    caddy(files),
    squidAccelerator(files),
    lighttpd(files),
    h2o(files),
  ];
}

function apache({ folder, certificates }: LaneFiles): Server {
  const at = web(SITES.apache.n);
  const modules = {
    mpm_event: "mpm_event",
    authz_core: "authz_core",
    proxy: "proxy",
    proxy_http: "proxy_http",
    ssl: "ssl",
  };
  const rules = `ServerName apache.example.com
  ProxyPass / http://${back(SITES.apache.n)}:80/ connectiontimeout=2 timeout=3 retry=0 disablereuse=on
  ProxyPreserveHost On`;
  const config = `ServerRoot /etc/apache2
PidFile ${folder}/apache/pid
DefaultRuntimeDir ${folder}/apache
Mutex file:${folder}/apache default
ErrorLog ${folder}/apache/error.log
Listen ${at}:80
Listen ${at}:443
${Object.entries(modules)
  .map(([name, file]) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${file}.so`)
  .join("\n")}
User www-data
Group www-data
StartServers 1
ServerLimit 2
ThreadsPerChild 8
MaxRequestWorkers 16
ServerName apache.example.com
<VirtualHost ${at}:80>
  ${rules}
</VirtualHost>
<VirtualHost ${at}:443>
  SSLEngine on
  SSLCertificateFile ${certificates.folder}/good.crt
  SSLCertificateKeyFile ${certificates.folder}/good.key
  ${rules}
</VirtualHost>
`;
  return {
    name: "apache",
    node: "net",
    program: "/usr/sbin/apache2",
    args: ["-f", `${folder}/apache.conf`, "-DFOREGROUND"],
    folders: { apache: "www-data" },
    files: { "apache.conf": config },
    ready: [[at, 443]],
  };
}

function haproxy({ folder, certificates }: LaneFiles): Server {
  const at = web(SITES.haproxy.n);
  const config = `global
  maxconn 200
defaults
  mode http
  retries 1
  timeout connect 1s
  timeout client 10s
  timeout server 3s
frontend front
  bind ${at}:80
  bind ${at}:443 ssl crt ${certificates.folder}/good.both
  default_backend app
backend app
  server one ${back(SITES.haproxy.n)}:80
`;
  return {
    name: "haproxy",
    node: "net",
    program: "/usr/sbin/haproxy",
    args: ["-db", "-f", `${folder}/haproxy.cfg`],
    files: { "haproxy.cfg": config },
    ready: [[at, 443]],
  };
}

function varnish({ folder }: LaneFiles): Server {
  const at = web(SITES.varnish.n);
  const config = `vcl 4.1;
backend app { .host = "${back(SITES.varnish.n)}"; .port = "80"; .connect_timeout = 1s; .first_byte_timeout = 3s; .between_bytes_timeout = 2s; }
sub vcl_recv { return (pass); }
`;
  return {
    name: "varnish",
    node: "net",
    program: "/usr/sbin/varnishd",
    args: [
      "-F",
      "-a",
      `${at}:80`,
      "-f",
      `${folder}/varnish.vcl`,
      "-n",
      `${folder}/varnish`,
      "-s",
      "malloc,16m",
      "-j",
      "none",
    ],
    folders: { varnish: "root" },
    files: { "varnish.vcl": config },
    ready: [[at, 80]],
  };
}

function caddy({ folder, certificates }: LaneFiles): Server {
  const at = web(SITES.caddy.n);
  const proxy = `reverse_proxy ${back(SITES.caddy.n)}:80 {
    transport http {
      dial_timeout 2s
      response_header_timeout 3s
    }
  }`;
  const config = `{
  admin off
  auto_https off
}
http://caddy.example.com {
  bind ${at}
  ${proxy}
}
https://caddy.example.com {
  bind ${at}
  tls ${certificates.folder}/good.crt ${certificates.folder}/good.key
  ${proxy}
}
`;
  return {
    name: "caddy",
    node: "net",
    program: "/usr/bin/caddy",
    args: ["run", "--config", `${folder}/Caddyfile`, "--adapter", "caddyfile"],
    env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    files: { Caddyfile: config },
    ready: [[at, 443]],
  };
}

/** Squid as a site's own accelerator, not a proxy that people choose. */
function squidAccelerator({ folder }: LaneFiles): Server {
  const at = web(SITES.squid.n);
  const config = `http_port ${at}:80 accel defaultsite=squid.example.com
visible_hostname cache.example.com
cache_peer ${back(SITES.squid.n)} parent 80 0 no-query no-digest originserver connect-timeout=2 connect-fail-limit=1000 name=app
never_direct allow all
http_access allow all
cache deny all
cache_mem 8 MB
connect_timeout 2 seconds
forward_timeout 3 seconds
read_timeout 3 seconds
pinger_enable off
netdb_filename none
access_log none
cache_log ${folder}/squid-front/cache.log
coredump_dir ${folder}/squid-front
pid_filename ${folder}/squid-front/pid
shutdown_lifetime 0 seconds
`;
  return {
    name: "squid-front",
    node: "net",
    program: "/usr/sbin/squid",
    args: ["-N", "-f", `${folder}/squid-front.conf`],
    folders: { "squid-front": "proxy" },
    files: { "squid-front.conf": config },
    ready: [[at, 80]],
  };
}

function lighttpd({ folder }: LaneFiles): Server {
  const at = web(SITES.lighttpd.n);
  const config = `server.modules = ("mod_proxy")
server.document-root = "${folder}"
server.pid-file = "${folder}/lighttpd.pid"
server.errorlog = "${folder}/lighttpd.err"
server.bind = "${at}"
server.port = 80
server.upload-dirs = ("${folder}")
proxy.server = ("" => (("host" => "${back(SITES.lighttpd.n)}", "port" => 80, "connect-timeout" => 2, "read-timeout" => 3, "disable-time" => 0)))
`;
  return {
    name: "lighttpd",
    node: "net",
    program: "/usr/sbin/lighttpd",
    args: ["-D", "-f", `${folder}/lighttpd.conf`],
    files: { "lighttpd.conf": config },
    ready: [[at, 80]],
  };
}

function h2o({ folder, certificates }: LaneFiles): Server {
  const at = web(SITES.h2o.n);
  const config = `user: root
num-threads: 1
pid-file: ${folder}/h2o.pid
error-log: ${folder}/h2o.err
listen:
  host: ${at}
  port: 80
listen:
  host: ${at}
  port: 443
  ssl:
    certificate-file: ${certificates.folder}/good.crt
    ocsp-update-interval: 0
    key-file: ${certificates.folder}/good.key
proxy.timeout.io: 3000
proxy.timeout.keepalive: 0
hosts:
  default:
    paths:
      /:
        proxy.reverse.url: http://${back(SITES.h2o.n)}:80/
`;
  return {
    name: "h2o",
    node: "net",
    program: "/usr/bin/h2o",
    args: ["-m", "worker", "-c", `${folder}/h2o.conf`],
    files: { "h2o.conf": config },
    ready: [[at, 443]],
  };
}
