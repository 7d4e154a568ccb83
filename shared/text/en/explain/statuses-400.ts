import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** English words of the statuses 400-499 of the standard. */
export const EN_STATUSES_400 = {
  400: {
    title: "The server could not read the request.",
    means:
      "Something in what the browser sent is not as the server wants it: a broken link, a damaged cookie, or an address with stray characters. The line works; the site answers.",
    more: "A page that worked yesterday and now says 400 often holds a damaged cookie. A private window shows whether that is so.",
  },
  401: {
    title: "Sign in first.",
    means: "The page is only for people who have signed in, or the name and password were not accepted.",
  },
  402: { title: "It has to be paid for.", means: "The site, or a service behind it, wants payment first." },
  403: {
    title: "You are not let in.",
    means:
      "The server understood and refuses. The page may be private, or the site turns away your country, your VPN or your network. It is a decision of the site, not a fault.",
    more: "If you believe that you should get in, sign in, leave the VPN, or ask the site. Trying again and again can make a protection more suspicious.",
  },
  404: {
    title: "There is no such page.",
    means:
      "The site works, but has nothing at this address. The page was removed or moved, or the address has a slip in it. Check the spelling, or start at the site's home page.",
  },
  405: {
    title: "Not in this way.",
    means:
      "The page exists, but does not take this kind of request. Usually a form or a link of the site is set up wrongly.",
  },
  406: {
    title: "No version that suits.",
    means:
      "The site has the page, but not in a form or language that the browser asked for. Some protections use this number to refuse.",
  },
  407: {
    title: "The proxy wants you to sign in.",
    means: "The request never reached the site: a proxy of your company or network wants your name and password first.",
  },
  408: {
    title: "The request took too long to arrive.",
    means:
      "The server waited for the rest of the request and gave up. A slow or broken connection on your side, or a long upload, does this.",
  },
  409: {
    title: "It clashes with something else.",
    means:
      "What you wanted to change was changed by somebody else meanwhile, or exists already. Load the page afresh and look.",
  },
  410: {
    title: "Removed for good.",
    means: "The page was here and was taken away on purpose. It will not come back at this address.",
  },
  411: {
    title: "The length is missing.",
    means: "The server wants to know beforehand how much will be sent. That is for whoever wrote the program to mend.",
  },
  412: {
    title: "A condition no longer holds.",
    means: "The page has changed since the browser last looked. Load it afresh and try once more.",
  },
  413: {
    title: "Too much at once.",
    means: "What you were sending, often a file, is larger than the site takes. A smaller file may pass.",
  },
  414: {
    title: "The address is too long.",
    means:
      "The address holds more text than the server takes, often because a site keeps adding to it. Start at the home page.",
  },
  415: {
    title: "The wrong kind of file.",
    means: "The site does not take this kind of file or data. Another format may work.",
  },
  416: {
    title: "That part does not exist.",
    means: "A continued download asked for a piece beyond the end of the file. Start the download anew.",
  },
  417: {
    title: "An expectation cannot be met.",
    means:
      "The program that asked had a special wish which the server cannot fulfil. An old proxy on the way can cause it.",
  },
  418: {
    title: "I'm a teapot.",
    means: "An old joke of the internet. Some sites use it to turn away programs that they take for robots.",
  },
  421: {
    title: "The wrong server was asked.",
    means:
      "The connection led to a machine that is not responsible for this site. Closing the browser and opening it again makes a new connection.",
  },
  422: {
    title: "Understood, but not usable.",
    means: "The form or data is readable, but something in it does not fit: a field is missing or has a wrong value.",
  },
  423: { title: "Locked.", means: "Somebody else is working on this file or page at the moment. Try again later." },
  424: { title: "Another step failed before.", means: "This could not be done because something it needs has failed." },
  425: {
    title: "Too early.",
    means:
      "The server does not want to act on a request that could be a repetition. The browser usually asks again by itself.",
  },
  426: {
    title: "A newer protocol is needed.",
    means: "The server wants the browser to speak a newer protocol. An update of the browser or program helps.",
  },
  428: {
    title: "A condition is missing.",
    means:
      "The server accepts changes only when the program says which version it has seen. That is for the program's makers to mend.",
  },
  429: {
    title: "Slow down.",
    means:
      "Too many requests came from your address in a short time. Others behind the same address (an office, a mobile provider, a VPN) count with you. After a pause it works again.",
    more: "Each further try can make the pause longer. If the answer names a time (Retry-After), wait that long.",
  },
  431: {
    title: "Too many or too large cookies.",
    means:
      "The browser sends more along than the server takes, mostly cookies of this site that have piled up. Deleting only this site's cookies mends it.",
  },
  451: {
    title: "Blocked for legal reasons.",
    means:
      "The page must not be shown, at least in your country. The answer may come from the site or from your provider.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
