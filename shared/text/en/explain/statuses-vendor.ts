import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** English words of the numbers that vendors made up. */
export const EN_STATUSES_VENDOR = {
  419: {
    title: "The form has grown too old.",
    means: "The page was open for so long that its form is no longer valid. Load the page afresh and fill it in again.",
  },
  420: { title: "Slow down.", means: "An old way of Twitter to say that too many requests came. Wait a little." },
  430: {
    title: "Turned away by the shop's protection.",
    means: "Shops on Shopify use this number when a request looks like one of a robot.",
  },
  440: {
    title: "Your sign-in has run out.",
    means: "You were signed in for too long without doing anything. Sign in again.",
  },
  444: {
    title: "The server hung up without a word.",
    means:
      "nginx writes this number in its log when it closes a connection on purpose without an answer, mostly to unwanted visitors. A browser shows an empty answer.",
  },
  449: {
    title: "Try again with more.",
    means: "A Microsoft server wants the request once more, with something that was missing, often the sign-in.",
  },
  450: {
    title: "Blocked by parental controls.",
    means: "The family settings of Windows keep this page from you. Whoever manages them can allow it.",
  },
  460: {
    title: "The browser left before the answer.",
    means:
      "The connection was closed before the site's balancer at Amazon had an answer. A slow site or a short patience of the program is the reason.",
  },
  463: {
    title: "Too many stops on the way.",
    means:
      "The request has passed more proxies than the balancer at Amazon accepts. The site's set-up, or a proxy that loops, is the reason.",
  },
  464: {
    title: "The balancer and the server do not fit together.",
    means:
      "The balancer at Amazon and the server behind it want to speak different versions. Only the site can mend it.",
  },
  494: {
    title: "Too many or too large cookies.",
    means: "nginx's own number for headers that are too large. Deleting only this site's cookies mends it.",
  },
  495: {
    title: "Your certificate was not accepted.",
    means: "The site wants a certificate from you as proof of who you are, and the one that was shown is not valid.",
  },
  496: {
    title: "A certificate of yours is wanted.",
    means: "The site opens only to those who show a certificate that its owner hands out, and none was shown.",
  },
  497: {
    title: "https is missing in the address.",
    means:
      "The browser spoke plainly to a door that only takes secure connections. Put https:// in front of the address.",
  },
  498: {
    title: "Your pass has run out.",
    means: "The map service does not accept the pass (token) that was sent along. Sign in again.",
  },
  499: {
    title: "The browser left before the answer.",
    means:
      "nginx writes this number in its log when the visitor, or a gateway in front of it, did not wait for the answer. The server behind is usually too slow.",
  },
  509: {
    title: "The site has used up its data allowance.",
    means:
      "On some shared hosts a site may only send so much each month. It comes back when its owner pays for more or the month ends.",
  },
  520: {
    title: "The site's server sent something strange.",
    means:
      "Cloudflare, which stands in front of the site, got an empty or unreadable answer from the site's own server. Cloudflare works; the server behind does not.",
  },
  521: {
    title: "The site's server is down or refuses.",
    means:
      "Cloudflare could not connect: the site's own server turned it away. The server is off, or its firewall blocks Cloudflare.",
  },
  522: {
    title: "The site's server does not answer.",
    means:
      "Cloudflare tried to connect and nobody answered. The server is overloaded, off, or a firewall between the two drops everything.",
  },
  523: {
    title: "The site's server cannot be reached.",
    means: "Cloudflare finds no way to the site's own server, often because its address has changed.",
  },
  524: {
    title: "The site's server took too long.",
    means:
      "Cloudflare was connected and waited about 100 seconds, but no answer came. What you sent may still be worked on: check before you send it again.",
  },
  525: {
    title: "Cloudflare and the site agree on no secure connection.",
    means: "Between Cloudflare and the site's own server, setting up the encryption failed. Only the site can mend it.",
  },
  526: {
    title: "The certificate of the site's server is not valid.",
    means:
      "Cloudflare does not accept the certificate of the server behind it: it has expired or is for another name. Only the site can mend it.",
  },
  527: {
    title: "A link between Cloudflare and the site broke.",
    means: "An older product of Cloudflare (Railgun) lost the server behind it. Only the site can mend it.",
  },
  529: {
    title: "The site is overloaded.",
    means: "Some services use this number to say that they have more requests than they can take. Wait a few minutes.",
  },
  530: {
    title: "The site behind the delivery network is missing.",
    means:
      "Cloudflare could not find the address of the site's own server; a second number (often 1016 or 1033) on the page says more. At Pantheon it means that the site sleeps.",
  },
  540: {
    title: "The shop is switched off for now.",
    means: "Shopify has taken this shop or page out of service for a while.",
  },
  561: {
    title: "The sign-in behind the site failed.",
    means: "The balancer at Amazon asked a sign-in service, and that gave an error. Only the site can mend it.",
  },
  598: {
    title: "No answer came in time.",
    means:
      "Some proxies use this number when the server behind them did not answer in time. It is not in the standard.",
  },
  599: {
    title: "No connection came about in time.",
    means:
      "Some proxies and programs use this number when no connection to the server could be made in time. It is not in the standard.",
  },
  783: {
    title: "The request holds something strange.",
    means: "Shopify could not read the request: it has an unexpected character.",
  },
  999: {
    title: "Turned away as a robot.",
    means:
      "LinkedIn uses this number for requests that do not look like a person's. Sign in with a usual browser, without a VPN.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
