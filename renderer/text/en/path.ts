import type { Catalogue } from "../../../shared/text/translator.ts";

export const EN_PATH = {
  label: "The way from this computer to the site",
  node: {
    device: "This computer",
    browser: "Browser",
    "local-network": "Home network",
    proxy: "Proxy or VPN",
    provider: "Provider",
    resolver: "Resolver",
    "site-dns": "Site's names",
    "site-edge": "Gateway",
    "site-origin": "Site",
  },
  meaning: {
    device: "This computer: its network card, its settings and its clock.",
    browser: "The browser: its cache, extensions and settings.",
    "local-network": "The network at your end: cable, Wi-Fi and router.",
    proxy: "A proxy, VPN or security program that your requests pass through.",
    provider: "The company that connects you to the internet.",
    resolver: "The service that turns names such as example.com into addresses (DNS).",
    "site-dns": "The site's own entry in the internet's directory of names (DNS).",
    "site-edge": "The site's front door: the server that takes your request and passes it on.",
    "site-origin": "The server behind the door, where the page itself is made.",
  },
  state: {
    ok: "fine",
    warn: "not quite right",
    fault: "trouble is here",
    unknown: "not known",
    looking: "looking",
  },
} as const satisfies Catalogue;
