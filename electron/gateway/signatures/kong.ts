import { has, header, present } from "../conditions.ts";
import { SERVER_ERRORS, family } from "../signature.ts";

/** Kong's API gateway. */
export const KONG = family(
  {
    vendor: "Kong",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: [502, 503, 504],
    band: "special-page",
    confidence: "high",
    signs: [header("server", "kong"), present("x-kong-response-latency", "x-kong-request-id")],
  },
  [
    {
      id: "kong-upstream",
      all: [
        has(
          "an invalid response was received from the upstream server",
          "the upstream server is currently unavailable",
          "failure to get a peer from the ring-balancer",
          '"message":"name resolution failed"',
        ),
      ],
      meaning: "The API gateway Kong got no valid answer from the service behind it.",
    },
    {
      id: "kong-upstream-timeout",
      statuses: [504],
      kind: "backend-timeout",
      all: [has("the upstream server is timing out")],
      meaning: "The service behind the API gateway Kong did not answer in time.",
    },
    {
      id: "kong-no-route",
      statuses: [404],
      side: "site-edge",
      kind: "request-fault",
      all: [has("no route matched with those values")],
      meaning: "The API gateway Kong has no route for this host and path.",
    },
    {
      id: "kong-rate-limit",
      statuses: [429],
      side: "device",
      kind: "rate-limited",
      all: [has('"api rate limit exceeded"')],
      meaning: "The API gateway Kong counts requests, and this client's allowance is used up.",
    },
    {
      id: "kong-passed-on",
      vendor: "Kong (passed on)",
      hop: "origin",
      kind: "application-error",
      statuses: SERVER_ERRORS,
      band: "passing",
      confidence: "medium",
      all: [present("x-kong-upstream-latency")],
      meaning: "Kong timed the service's answer, so the service itself made this error.",
    },
  ],
);
