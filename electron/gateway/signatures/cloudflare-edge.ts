import { has, header, present, title } from "../conditions.ts";
import { GATEWAY_ERRORS, family } from "../signature.ts";
import { BLAMES_ITSELF, SIGNS, code } from "./cloudflare-marks.ts";

/** Cloudflare speaking for itself or for the site owner's rules. */
export const CLOUDFLARE_EDGE = family(
  {
    vendor: "Cloudflare",
    hop: "cdn-edge",
    side: "site-edge",
    kind: "edge-own-fault",
    statuses: GATEWAY_ERRORS,
    band: "special-page",
    confidence: "high",
    signs: SIGNS,
  },
  [
    {
      id: "cloudflare-own-diagram",
      statuses: [500, 502, 503, 504, 520],
      band: "marker",
      all: [BLAMES_ITSELF],
      meaning: "Cloudflare's own page marks Cloudflare, not the site's server, as what failed.",
    },
    {
      id: "cloudflare-own-plain",
      all: [has("<center>cloudflare</center>", "<center>cloudflare-nginx</center>")],
      meaning: "A plain page signed by Cloudflare is made by Cloudflare itself.",
    },
    {
      id: "cloudflare-own-4xx",
      side: "device",
      kind: "request-fault",
      confidence: "medium",
      statuses: [400, 403, 405, 408, 413, 414, 429],
      all: [has("<center>cloudflare</center>", "<center>cloudflare-nginx</center>")],
      meaning: "Cloudflare could not use the request itself: bad headers, too large, or http on an https port.",
    },
    {
      id: "cloudflare-1000-dns",
      statuses: [403, 409, 522, 530],
      band: "marker",
      all: [code(1000, 1001, 1002, 1003, 1004, 1013, 1014, 1018, 1023, 1034)],
      meaning: "The site's names or account at Cloudflare are set up wrongly.",
    },
    {
      id: "cloudflare-access-rule",
      kind: "access-denied",
      statuses: [403],
      band: "marker",
      all: [code(1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1020, 1106)],
      meaning: "Rules of the site's owner at Cloudflare shut out this address, country, network or browser.",
    },
    {
      id: "cloudflare-blocked",
      kind: "access-denied",
      statuses: [403],
      band: "marker",
      all: [has("sorry, you have been blocked"), has("cloudflare")],
      meaning: "The site's firewall at Cloudflare blocked this request.",
    },
    {
      id: "cloudflare-1015",
      side: "device",
      kind: "rate-limited",
      statuses: [429],
      band: "marker",
      all: [has("error code: 1015", ">1015<", "you are being rate limited")],
      meaning: "The site's owner limits requests at Cloudflare, and there were too many from here.",
    },
    {
      id: "cloudflare-challenge",
      side: "device",
      kind: "challenge",
      statuses: [403, 429, 503],
      band: "marker",
      all: [title("just a moment...", "attention required! | cloudflare", "please wait... | cloudflare")],
      meaning: "Cloudflare checks whether a person is asking; nothing is down.",
    },
    {
      id: "cloudflare-challenge-header",
      side: "device",
      kind: "challenge",
      statuses: [403, 429, 503],
      band: "marker",
      all: [header("cf-mitigated", "challenge")],
      none: [title("just a moment...", "attention required! | cloudflare", "please wait... | cloudflare")],
      meaning: "Cloudflare says that it answered with a check for people; nothing is down.",
    },
    {
      id: "cloudflare-error-header",
      statuses: [403, 409, 429, ...GATEWAY_ERRORS],
      band: "named",
      confidence: "medium",
      all: [present("cf-error-type", "cf-error-origin")],
      meaning: "Cloudflare marks this page as one that it made; pages of the site never carry that mark.",
    },
  ],
);
