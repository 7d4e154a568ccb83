import { access, constants } from "node:fs/promises";

/** Programs the lab starts, with the Debian package each comes from. */
export const LAB_PROGRAMS: readonly (readonly [string, string])[] = [
  ["/usr/sbin/ip", "iproute2"],
  ["/usr/sbin/iptables", "iptables"],
  ["/usr/sbin/conntrack", "conntrack"],
  ["/usr/bin/ping", "iputils-ping"],
  ["/usr/bin/curl", "curl"],
  ["/usr/bin/python3", "python3"],
  ["/usr/bin/openssl", "openssl"],
  ["/usr/bin/faketime", "faketime"],
  ["/usr/sbin/named", "bind9"],
  ["/usr/bin/dnssec-signzone", "bind9-utils"],
  ["/usr/sbin/unbound", "unbound"],
  ["/usr/bin/dnsdist", "dnsdist"],
  ["/usr/sbin/dnsmasq", "dnsmasq-base"],
  ["/usr/sbin/nscd", "nscd"],
  ["/usr/sbin/nginx", "nginx-light"],
  ["/usr/sbin/apache2", "apache2"],
  ["/usr/sbin/haproxy", "haproxy"],
  ["/usr/sbin/varnishd", "varnish"],
  ["/usr/bin/caddy", "caddy"],
  ["/usr/sbin/squid", "squid"],
  ["/usr/bin/tinyproxy", "tinyproxy"],
  ["/usr/sbin/lighttpd", "lighttpd"],
  ["/usr/bin/h2o", "h2o"],
];

/** What is missing to run the lab, in words; empty when nothing is. */
export async function missingNeeds(): Promise<readonly string[]> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return ["root on Linux"];
  const found = await Promise.all(
    LAB_PROGRAMS.map(([path]) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  const tun = await access("/dev/net/tun").then(
    () => [],
    () => ["the device /dev/net/tun"],
  );
  return [...LAB_PROGRAMS.filter((_, index) => found[index] === false).map(([, name]) => name), ...tun];
}
