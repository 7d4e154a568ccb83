/**
 * Jargon in plain words. `name`: as a heading. `means`: one or two sentences. `words`: how it stands in sentences, each
 * form once, with `|` between; capital and small letters count as the same.
 */
export const EN_GLOSSARY = {
  dns: {
    name: "DNS",
    means:
      "The internet's telephone book: it turns a name such as example.com into the number (address) of the server.",
    words: "DNS",
  },
  resolver: {
    name: "DNS server (resolver)",
    means:
      "The computer that looks names up for you, usually your router or your provider's. You can choose another one.",
    words: "resolver|resolvers|DNS server|DNS servers|DNS resolver|name server",
  },
  gateway: {
    name: "Gateway",
    means: "The machine in front of a site that takes your request and passes it on to the server behind it.",
    words: "gateway|gateways|bad gateway|load balancer|reverse proxy",
  },
  origin: {
    name: "Origin server",
    means: "The site's own server, behind the gateway, where the pages are made.",
    words: "origin|origin server|origins",
  },
  cdn: {
    name: "Delivery network (CDN)",
    means:
      "A company with machines all over the world that delivers other people's sites from nearby. Cloudflare and Akamai are two.",
    words: "CDN|CDNs|delivery network|content delivery network",
  },
  proxy: {
    name: "Proxy",
    means: "A go-between: your computer asks it, and it asks the site. Companies and some programs set one up.",
    words: "proxy|proxies|proxy server",
  },
  vpn: {
    name: "VPN",
    means: "A tunnel to another place: to sites it looks as if you were there.",
    words: "VPN|VPNs",
  },
  certificate: {
    name: "TLS certificate",
    means: "A site's proof of who it is, with a date until which it counts. The lock in the browser stands for it.",
    words: "TLS certificate|certificate|certificates|SSL certificate",
  },
  tls: {
    name: "TLS",
    means: "The encryption between you and the site, the “s” in https.",
    words: "TLS|SSL|TLS handshake",
  },
  cookie: {
    name: "Cookie",
    means: "A note that a site leaves in your browser, for example that you are signed in.",
    words: "cookie|cookies",
  },
  cache: {
    name: "Cache",
    means: "A store of copies that saves fetching the same thing twice. A copy can be out of date.",
    words: "cache|caches|cached",
  },
  ipv6: {
    name: "IPv4 and IPv6",
    means: "Two kinds of internet addresses. The newer one, IPv6, exists because the older numbers ran out.",
    words: "IPv6|IPv4",
  },
  router: {
    name: "Router",
    means: "The box that connects your home or office with the internet, often with Wi-Fi and modem in one.",
    words: "router|routers",
  },
  provider: {
    name: "Internet provider",
    means: "The company that brings the internet to you and sends the bill for it.",
    words: "internet provider|ISP",
  },
  status: {
    name: "Status code",
    means:
      "The three-digit number with which a web server says how a request ended: 200 is fine, 404 not found, 502 a gateway's error.",
    words: "status code|status codes|status",
  },
  port: {
    name: "Port",
    means: "The number of a door at a server. Web pages use 443, and 80 without encryption.",
    words: "port|ports",
  },
  mtu: {
    name: "Packet size (MTU)",
    means: "How large a packet may be on a line. If the line takes less than it says, large pages get stuck.",
    words: "MTU|packet size",
  },
  hosts: {
    name: "hosts file",
    means: "A small file on your computer in which addresses for names can be set by hand. It overrules the DNS.",
    words: "hosts file|hosts-file",
  },
  firewall: {
    name: "Firewall",
    means: "A guard that lets connections through or not, by rules.",
    words: "firewall|firewalls",
  },
  dnssec: {
    name: "DNSSEC",
    means: "Signatures in the DNS with which false addresses are noticed.",
    words: "DNSSEC",
  },
  flush: {
    name: "Flush",
    means: "To clear the computer's memory of addresses, so that it asks anew. It harms nothing.",
    words: "flush|flushing",
  },
} as const;

/** A word that is explained. */
export type TermId = keyof typeof EN_GLOSSARY;
