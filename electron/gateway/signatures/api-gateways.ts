import { has } from "../conditions.ts";
import { family } from "../signature.ts";

/** Gateways in front of programming interfaces that answer in JSON of their own. */
export const API_GATEWAYS = family(
  {
    vendor: "Google Apigee",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: [500, 502, 503, 504],
    band: "special-page",
    confidence: "medium",
    maxBody: 4_000,
    all: [has('"faultstring"'), has('"errorcode"')],
  },
  [
    {
      id: "apigee-target",
      all: [has("messaging.adaptors.http.", "messaging.runtime.", "protocol.http.")],
      meaning: "The gateway Apigee got no usable answer from the program behind it.",
    },
    {
      id: "apigee-no-proxy",
      side: "site-edge",
      kind: "request-fault",
      statuses: [404],
      all: [has("messaging.adaptors.http.")],
      meaning: "The gateway Apigee has nothing at this address.",
    },
    {
      id: "apigee-refused",
      side: "site-edge",
      kind: "access-denied",
      statuses: [401, 403],
      all: [has("oauth.v2.", "steps.", "policies.")],
      meaning: "The gateway Apigee refuses this request: its key or token is missing or not valid.",
    },
  ],
);
