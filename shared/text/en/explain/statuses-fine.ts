import type { KnownStatus, PageWords } from "../../../model/explain/statuses.ts";

/** English words of the statuses 100-399, which are no errors. */
export const EN_STATUSES_FINE = {
  100: {
    title: "Go on sending.",
    means: "The server has seen the beginning of a request and wants the rest. Browsers handle this by themselves.",
  },
  101: {
    title: "Changing to another kind of conversation.",
    means:
      "The server agrees to speak another protocol on this connection, for example for a chat or live numbers (WebSocket).",
  },
  102: {
    title: "Still working on it.",
    means: "The server has the request and needs more time. An answer will follow.",
  },
  103: {
    title: "A hint ahead of the answer.",
    means: "The server names files that the page will need, so that the browser can fetch them early.",
  },
  104: {
    title: "A broken upload can be continued.",
    means: "The server says that an upload can go on where it stopped. This is new and rarely seen.",
  },
  200: {
    title: "All is well.",
    means:
      "The server found what was asked for and sends it. If the page still looks wrong or empty, the trouble is in the page itself or in the browser.",
  },
  201: { title: "Something new was made.", means: "What you sent arrived, and the site stored it." },
  202: {
    title: "Taken in, not done yet.",
    means: "The site has accepted what you sent and will work on it later. It does not say yet how that will end.",
  },
  203: {
    title: "Well, but changed on the way.",
    means: "A proxy between you and the site has changed the answer, for example to save data.",
  },
  204: { title: "Done, with nothing to show.", means: "The request worked; there is no page to send back." },
  205: {
    title: "Done; clear the form.",
    means: "The request worked, and the browser shall empty the form it came from.",
  },
  206: {
    title: "The part that was asked for.",
    means: "The server sends a piece of a file, as players and download managers ask for it.",
  },
  207: {
    title: "Several answers in one.",
    means: "One answer for many files at once, used by network folders and calendars (WebDAV).",
  },
  208: {
    title: "Listed before.",
    means: "Part of a longer answer of a network folder; this entry was listed already.",
  },
  226: { title: "The changes only.", means: "The server sends only what has changed since the last visit." },
  300: {
    title: "There is a choice.",
    means: "Several versions of the page exist, and the server leaves the choice to you.",
  },
  301: {
    title: "Moved for good.",
    means: "The page has a new address, and the browser goes there by itself. Bookmarks should be changed.",
  },
  302: {
    title: "To be found elsewhere for now.",
    means:
      "The browser is sent to another address, often to sign in. Sent round in circles, a stale cookie or a wrong setting of the site is the usual reason.",
  },
  303: {
    title: "Look at another page for the result.",
    means: "After a form was sent, the browser is led to the page with the result.",
  },
  304: {
    title: "Nothing new.",
    means: "The browser's own copy of the page is still good, so the server does not send it again.",
  },
  305: { title: "Use a proxy.", means: "An old instruction that browsers ignore for safety." },
  306: { title: "No longer used.", means: "The number is kept free. A server that sends it is set up strangely." },
  307: {
    title: "Elsewhere for now, in the same way.",
    means: "The browser repeats the same request at another address, with what you were sending.",
  },
  308: {
    title: "Moved for good, in the same way.",
    means: "The page has a new address for good; a form is sent on to it unchanged.",
  },
} as const satisfies Partial<Record<KnownStatus, PageWords>>;
