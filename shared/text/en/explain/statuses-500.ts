import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** English words of the statuses 500-599 of the standard. */
export const EN_STATUSES_500 = {
  500: {
    title: "The site has a fault of its own.",
    means:
      "The program that makes the pages broke off with an error. There is nothing a visitor can mend; the site's people see the reason in their log.",
    more: "One single reload after a minute is worth it. If you were sending something, look first whether it arrived.",
  },
  501: {
    title: "The server cannot do this.",
    means:
      "The server does not know what was asked of it. Usually a program asks for something unusual; the site has to add or mend it.",
  },
  502: {
    title: "The server behind the gateway gives no usable answer.",
    means:
      "Most sites have a gateway in front (a CDN, a load balancer or a proxy) that passes requests on to the server behind it. The gateway works and answered you; the server behind it is down, was just restarted, refused, or sent something broken. It is the site's trouble in nearly every case, and often short.",
    more: "Now and then the gateway is not the site's at all: a proxy, VPN or security program on your side can say 502 as well. And after a site has moved, an old address in your DNS can lead to a gateway with nothing behind it. A check-up tells these apart. Wait two to five minutes before you load the page again; many reloads only add to the load.",
  },
  503: {
    title: "The site has no room or is being worked on.",
    means:
      "The server is there and turns requests away on purpose: too many visitors at once, or maintenance. This is the error that most often passes by itself. If the answer names a time (Retry-After), come back then.",
    more: "Some gateways also say 503 when the server behind them is dead, and some protections say 503 when they refuse you.",
  },
  504: {
    title: "The server behind the gateway took too long.",
    means:
      "The gateway passed your request on and waited, often for 30 to 60 seconds, but no answer came in time. The server is overloaded or stuck, or the way between the two is broken.",
    more: "The server may still be working on your request after the gateway has given up. What you sent may well have arrived: check before you send it again.",
  },
  505: {
    title: "The server does not speak this version.",
    means:
      "The server refuses the version of HTTP that the browser or a proxy uses. It is set up wrongly, or very old.",
  },
  506: {
    title: "The site is set up in a circle.",
    means: "The server is to choose between versions of a page and ends up at itself. Only the site can mend that.",
  },
  507: {
    title: "The site's disk is full.",
    means: "The server has no room to store what is needed. Only the site can make room.",
  },
  508: {
    title: "The site runs in circles.",
    means:
      "The server went round and round without end and gave up. On shared hosting it can also mean that the site has used up its share.",
  },
  510: {
    title: "Something is missing in the request.",
    means: "The server wants an extension that the program does not bring. Rare, and for the makers to mend.",
  },
  511: {
    title: "The network wants you to sign in.",
    means: "This answer is not the site's: the Wi-Fi or hotspot wants you to sign in or accept its terms first.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
