import { proxyStatus } from "../conditions.ts";
import { SERVER_ERRORS, family } from "../signature.ts";

/** Any gateway that explains itself in Proxy-Status (RFC 9209). */
export const PROXY_STATUS = family(
  {
    vendor: "a gateway that explains itself",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: SERVER_ERRORS,
    band: "named",
    confidence: "high",
  },
  [
    {
      id: "proxy-status-dns",
      side: "site-edge",
      all: [proxyStatus("unresolved")],
      meaning: "A gateway says that it could not find the address of the server behind it.",
    },
    {
      id: "proxy-status-connect",
      all: [proxyStatus("unusable")],
      meaning: "A gateway says that it could not connect to the server behind it or was cut off by it.",
    },
    {
      id: "proxy-status-timeout",
      kind: "backend-timeout",
      all: [proxyStatus("timeout")],
      meaning: "A gateway says that the server behind it did not answer in time.",
    },
    {
      id: "proxy-status-limit",
      kind: "overloaded",
      all: [proxyStatus("limit")],
      meaning: "A gateway says that it may open no more connections to the server behind it.",
    },
    {
      id: "proxy-status-tls",
      all: [proxyStatus("tls")],
      meaning: "A gateway says that it and the server behind it could not agree on an encrypted connection.",
    },
    {
      id: "proxy-status-http",
      all: [proxyStatus("bad-answer")],
      meaning: "A gateway says that the server behind it sent a broken answer.",
    },
    {
      id: "proxy-status-own",
      side: "site-edge",
      kind: "edge-own-fault",
      all: [proxyStatus("proxy-own")],
      meaning: "A gateway says that it failed itself, is set up wrongly or sends requests in a circle.",
    },
    {
      id: "proxy-status-denied",
      side: "site-edge",
      kind: "access-denied",
      statuses: [401, 403, 429, 451, 503],
      all: [proxyStatus("denied")],
      meaning: "A gateway says that its rules refuse this request.",
    },
    {
      id: "proxy-status-request",
      side: "device",
      kind: "request-fault",
      statuses: [400, 405, 408, 411, 413, 414, 417, 421, 431, 501, 505],
      all: [proxyStatus("bad-request")],
      meaning: "A gateway says that it cannot use the request as it was sent.",
    },
    {
      id: "proxy-status-own-word",
      hop: "origin",
      kind: "application-error",
      confidence: "medium",
      all: [proxyStatus("own-word")],
      meaning: "The header carries an error in the application's own terms, not a gateway's.",
    },
    {
      id: "proxy-status-passed-on",
      hop: "origin",
      kind: "application-error",
      band: "passing",
      confidence: "medium",
      all: [proxyStatus("passed-on")],
      meaning: "A gateway says that it received this status from the server behind it.",
    },
  ],
);
