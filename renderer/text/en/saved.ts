import type { Catalogue } from "../../../shared/text/translator.ts";

/** Whose side a saved page speaks of, as a person would say it. */
const SIDE = {
  none: "This is an ordinary page, not an error.",
  device: "It's this computer or this visitor, not the site.",
  browser: "It's the browser, not the site.",
  "local-network": "It's the network you are in, not the site.",
  provider: "It's the internet provider, not the site.",
  resolver: "It's the DNS service in use, not the site.",
  proxy: "It's a proxy, VPN or security program on your side, not the site.",
  "site-dns": "It's the site's name, not you.",
  "site-edge": "It's the site's front door, not you.",
  "site-origin": "It's the site, not you.",
  unknown: "This page does not say who made it.",
} as const satisfies Catalogue;

const KIND = {
  none: "Nothing in it speaks of an error.",
  unknown: "A check-up of the address tells more than the page does.",
  "backend-unusable":
    "The gateway works; the program behind it does not. Nothing on your side mends that: wait a few minutes, or tell the site.",
  "backend-timeout":
    "The gateway waited for the program behind it and gave up. It may be overloaded: wait a few minutes, or tell the site.",
  overloaded: "The site has no room left. Waiting helps; reloading again and again does not.",
  maintenance: "The site is switched off on purpose for a while. Come back later.",
  "edge-own-fault": "The site's gateway failed by itself or is set up wrongly. Its owner can mend it; you can wait.",
  "application-error": "The site's own program failed. Its owner can mend it; you can wait or tell them.",
  "access-denied":
    "The site refuses this visitor, address or country. Another network, or the site's support, may help.",
  challenge:
    "The site wants to see that you are a person. A browser with cookies and scripts switched on gets through.",
  "rate-limited": "Too many requests came from here. Pause before you try again.",
  "block-page":
    "A filter between you and the site put its own page in place. Whoever runs that filter can allow the site.",
  portal: "This network wants you to sign in first. Open its sign-in page, then try again.",
  "proxy-own-fault":
    "A proxy on your side could not reach the site or failed by itself. Try without it, or tell whoever runs it.",
  "proxy-auth": "A proxy on your side wants you to sign in first.",
  parked: "Nobody runs a site under this name any more, or not yet. Check the spelling.",
  "client-certificate": "The site wants a certificate that only some visitors have.",
  "request-fault":
    "The request itself is at fault: check the address, and delete this site's cookies if it speaks of their size.",
} as const satisfies Catalogue;

const HOP = {
  browser: "in the browser",
  antivirus: "in a security program on the computer",
  "local-proxy": "in a proxy on the computer",
  "captive-portal": "in the network's sign-in page",
  "corporate-proxy": "in a company's proxy",
  isp: "at the provider",
  "cdn-edge": "at the site's delivery network (CDN)",
  "load-balancer": "in the site's load balancer",
  "reverse-proxy": "in the site's gateway",
  "app-platform": "on the platform the site runs on",
  origin: "in the site's own program",
  unknown: "not known",
} as const satisfies Catalogue;

export const EN_SAVED = {
  screen: "Saved error page",
  question: "What does the error page say?",
  lead: "Paste its text or its source, or open a saved file or network log. It stays on this computer, and nothing in it is run.",
  text: "The page's text or source",
  "text-hint": "A file can also be dropped here.",
  status: "Status code, if you know it",
  "status-example": "502",
  go: "Who made it?",
  open: "Open a file…",
  answer: "Saved page: the answer",
  again: "Another page",
  check: "Check the address itself",
  copy: "Copy the number",
  several: "Other error answers in this file",
  row: "{{status}} from {{vendor}}",
  more_one: "One more is not shown.",
  more_other: "{{count}} more are not shown.",
  confidence: {
    high: "Sure: the server's own headers say so.",
    medium: "Fairly sure: it fits this maker, but the words of a page can be copied.",
    low: "A guess: little more than the status code speaks.",
    none: "Nobody is blamed: too little could be seen.",
  },
  detail: {
    vendor: "Made by",
    hop: "Where",
    status: "Status",
    url: "Address",
    request: "Number to quote ({{name}})",
    wait: "The server asks to wait",
    file: "File",
    english: "In English",
    signature: "Recognised as",
  },
  "not-known": "not known",
  "status-from": {
    given: "{{status}}, as you said",
    saved: "{{status}}",
    words: "{{status}}, going by the page's own words",
    unknown: "not known: with it the answer may be surer",
  },
  error: {
    empty: "Paste something first, or open a file.",
    "bad-status": "A status code is a number from 100 to 599, for example 502.",
    "no-answer": "There is no server's answer in this file.",
    "too-large": "That file is too large to look through. Save just the error page, or its one entry of the log.",
    "too-large-drop": "That file is too large to be dropped here. Use the button that opens a file.",
  },
  side: SIDE,
  kind: KIND,
  hop: HOP,
} as const satisfies Catalogue;
