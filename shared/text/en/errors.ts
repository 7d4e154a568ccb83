import type { Catalogue } from "../translator.ts";

/** English sentences: why something could not be done, by error code. One sentence each, and what to do next where there is something. */
export const EN_ERRORS = {
  empty: "Type the address of the page that does not load, for example example.com.",
  "too-long": "That is too long for an address. Copy just the address from the browser's address bar.",
  spaces: "An address has no spaces in it. Copy it from the browser's address bar.",
  "scheme-not-supported": "Only addresses that begin with http:// or https:// can be checked.",
  "scheme-misspelt": "The beginning looks misspelt. It should be https:// or http://.",
  "no-host": "The name of the site is missing after https://.",
  "bad-host": "That cannot be the name of a site. Check the spelling, dots and hyphens included.",
  "bad-port": "The number after the colon must lie between 1 and 65535.",
  "blocked-port": "Browsers never open pages on that port, so it cannot be checked here either.",
  "not-an-address": "That does not look like an address. It should look like example.com or https://example.com/page.",
  "needs-tor":
    "Addresses that end in .onion open only in the Tor Browser. Nobody was asked about this one, so that it stays private.",
  refused: "The request was refused because it did not come from this window.",
  invalid: "That could not be understood. Please try again.",
  "too-large": "That is too much at once. Copy just the address from the browser's address bar.",
  crashed:
    "Something went wrong in GoodGateway itself, not on your network. The details are in its log; please try again.",
  busy: "Another check-up is still running. Wait a moment and try again.",
  "not-supported": "GoodGateway does not know how to do this on this system.",
  "not-readable": "That file could not be read. Check that it is still there and that you may open it.",
  "not-kept": "This computer's disk refused the change. Nothing was changed.",
  "not-found": "That is no longer there. Go back and choose again.",
} as const satisfies Catalogue;
