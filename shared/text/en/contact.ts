import type { Catalogue } from "../translator.ts";

/** English words of a message to the site's owner, the provider or a help desk. */
export const EN_CONTACT = {
  hello: "Hello,",
  subject: { status: "{{host}} answers with error {{status}}", silent: "{{host}} does not load" },
  opening: {
    site: "{{host}} did not load for me. Here is what I saw, so that you can find it in your logs.",
    cdn: "{{host}} did not load for me, and the error was made by the delivery network (CDN) in front of it. As its customer you can ask there; here is what they need.",
    provider:
      "I cannot get to {{host}}, and it looks as if the reason lies on your line or with your DNS servers. Here is what I saw.",
    desk: "{{host}} does not load on my computer, and something between it and the internet seems to be the reason. Here is what I saw.",
  },
  row: {
    when: "Time",
    address: "Address",
    status: "Status",
    "request-id": "Request id",
    "made-by": "The page was made by",
    server: "Server that answered",
    resolver: "DNS server in use",
    code: "Short code",
  },
  looks: "What it looks like: {{title}}",
  "ruled-out": "What was ruled out:",
  tried: "What was tried:",
  varied: {
    none: "the same request again",
    first: "the first request",
    address: "the address {{value}}",
    family: "over {{value}} only",
    path: "the path {{value}}",
    cache: "past the caches",
    resolver: "with the addresses of another DNS server",
    proxy: "another way than the proxy ({{value}})",
  },
  outcome: { response: "answered", none: "no answer" },
  answer: "{{question}} {{given}}",
  question: {
    "browser-fails": "Does the browser fail too?",
    "private-window-works": "Does a private window show it?",
    "other-device-works": "Does another device show it?",
    "other-browser-works": "Does another browser show it?",
    "no-extensions-works": "Does it load without extensions?",
    "host-cache-cleared-works": "Does it load after the browser's memory of addresses was cleared?",
    "works-without-vpn": "Does it load without the VPN?",
    vpn: "VPN:",
    "reload-keeps-old": "Does a reload keep the old page?",
  },
  given: { yes: "yes", no: "no", on: "on", off: "off" },
  asking: {
    site: "Could you have a look, or pass this on to whoever runs the server? Thank you.",
    cdn: "Could you have a look or ask your delivery network? Thank you.",
    provider: "Could you have a look at the line and at your DNS servers? Thank you.",
    desk: "Could you have a look at the proxy, the firewall and the security program? Thank you.",
  },
  paste: "(Please paste the text here: it is on the clipboard.)",
  footer: "Measured with GoodGateway {{version}}. Private details were taken out.",
} as const satisfies Catalogue;
