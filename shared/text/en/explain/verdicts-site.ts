import type { PageWords } from "../../../model/explain/statuses.ts";
import type { VerdictCode } from "../../../model/verdict-code.ts";

/** English words of the verdicts about the site, and of the one that leaves it open. */
export const EN_VERDICTS_SITE = {
  intermittent: {
    title: "It works only some of the time",
    means:
      "Some requests succeed and some fail. One of several machines behind the site is probably in trouble, and chance decides which one you meet.",
  },
  "name-not-found": {
    title: "There is no such name",
    means:
      "All DNS servers that were asked say that the name does not exist. It is misspelt, was given up, or was not set up yet.",
  },
  "site-dns-failing": {
    title: "The site's own DNS fails",
    means:
      "The servers that hold the site's addresses are broken or carry a broken signature. Nobody can look the name up.",
  },
  "site-refused": {
    title: "The site's server takes no connections",
    means: "The machine is there, but the program that should answer does not run.",
  },
  "site-unreachable": {
    title: "The site does not answer",
    means:
      "None of its addresses answers, while other places on the internet do. The site is down, or the way to it is broken.",
  },
  "site-partial": {
    title: "A part of the site is down",
    means: "The site has several addresses, and some of them do not work. Whom it hits is chance.",
  },
  "tls-expired": {
    title: "The certificate has expired",
    means: "The site forgot to renew the proof of who it is. Browsers warn, and rightly.",
  },
  "tls-wrong-name": {
    title: "The certificate is for another name",
    means:
      "The server proves to be somebody else than the site in the address. Usually a wrong set-up; it could be somebody in between.",
  },
  "tls-untrusted": {
    title: "Nobody trusted vouches for the site",
    means: "The certificate was not made by anybody whom this computer trusts.",
  },
  "tls-protocol": {
    title: "No secure connection can be agreed on",
    means: "The site speaks an outdated kind of encryption or none, or breaks off while it is set up.",
  },
  "gateway-error": {
    title: "The gateway works, the server behind it does not",
    means:
      "The site has a gateway in front that answered with an error such as 502, because it cannot use the server behind it. Such faults are often short.",
    more: "The name is often written as “Bad Gateway”, which is misleading: the gateway is the part that still works.",
  },
  "gateway-timeout": {
    title: "The server behind the gateway takes too long",
    means: "The gateway waited for the server behind it and gave up (504). The server is overloaded or stuck.",
  },
  overloaded: {
    title: "The site has no room just now",
    means: "The server is there and turns requests away because there are too many. This mostly passes by itself.",
  },
  maintenance: {
    title: "The site is being worked on",
    means: "Its owner has switched it off for a while on purpose.",
  },
  "edge-error": {
    title: "The delivery network has a fault of its own",
    means: "Neither you nor the site's own server is the reason, but the network (CDN) that delivers the site.",
  },
  "origin-error": {
    title: "The site's program failed",
    means: "The server answers, but its program broke off with an error (500 and the like).",
  },
  "session-bound": {
    title: "An old cookie is in the way",
    means:
      "The site works in a private window, so what the normal browser keeps for it (a cookie, a sign-in) is the reason.",
  },
  "client-certificate": {
    title: "The site wants your certificate",
    means: "It opens only to those who show a certificate that its owner hands out.",
  },
  parked: {
    title: "There is no site behind the name any more",
    means: "The name leads to a placeholder or advert page: never used, given up, or not paid for.",
  },
  "access-denied": {
    title: "The site works and refuses you",
    means: "It is a decision, not a fault: sign in first, or the site turns away your address, country or VPN.",
  },
  "rate-limited": {
    title: "Too many requests",
    means: "The site asks your address to slow down. Others behind the same address count with you.",
  },
  "not-found": {
    title: "The page does not exist",
    means: "The site works, but has nothing at this address.",
  },
  "redirect-loop": {
    title: "Sent round in circles",
    means: "The site leads from one address to the next and never arrives at a page.",
  },
  "invalid-response": {
    title: "The answer is broken",
    means: "The server takes the connection, but what it sends is empty, cut short or no web page at all.",
  },
  "other-http-error": {
    title: "Another error of the site",
    means: "The site answered with a number that has no verdict of its own. Look the number up here.",
  },
  inconclusive: {
    title: "It cannot be told yet",
    means:
      "What was seen does not decide whose fault it is, and GoodGateway does not guess. The result names what is missing.",
  },
} as const satisfies Partial<Record<VerdictCode, PageWords>>;
