import { EMPTY, absent, both, either, has, header, headerHas, is } from "../conditions.ts";
import { GATEWAY_ERRORS, family } from "../signature.ts";

/** HAProxy's built-in pages (http_htx.c, http.c). */
export const HAPROXY = family(
  {
    vendor: "HAProxy",
    hop: "load-balancer",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: [502],
    band: "page",
    confidence: "high",
    maxBody: 1_500,
    // Its own answers have this header and, unlike most servers', neither Server nor Date.
    signs: [both(header("cache-control", "no-cache"), absent("server", "date"))],
  },
  [
    {
      id: "haproxy-502",
      all: [has("<h1>502 bad gateway</h1>the server returned an invalid or incomplete response")],
      meaning: "A server behind the load balancer HAProxy cut its answer short or sent no valid one.",
    },
    {
      id: "haproxy-503",
      statuses: [503],
      all: [has("<h1>503 service unavailable</h1>no server is available to handle this request")],
      meaning: "The load balancer HAProxy has no server left that is up and free.",
    },
    {
      id: "haproxy-504",
      statuses: [504],
      kind: "backend-timeout",
      all: [has("<h1>504 gateway time-out</h1>the server didn't respond in time")],
      meaning: "A server behind the load balancer HAProxy did not answer in time.",
    },
    {
      id: "haproxy-500",
      statuses: [500],
      side: "site-edge",
      kind: "edge-own-fault",
      all: [has("</h1>an internal server error occured", "</h1>an internal server error occurred")],
      meaning: "The load balancer HAProxy failed by itself.",
    },
    {
      id: "haproxy-403",
      statuses: [403],
      side: "site-edge",
      kind: "access-denied",
      all: [has("request forbidden by administrative rules")],
      meaning: "A rule in the load balancer HAProxy refuses this request.",
    },
    {
      id: "haproxy-429",
      statuses: [429],
      side: "device",
      kind: "rate-limited",
      all: [has("you have sent too many requests in a given amount of time.</body>")],
      meaning: "The load balancer HAProxy counts requests, and there were too many from here.",
    },
    {
      id: "haproxy-client",
      statuses: [400, 408, 421, 425],
      side: "device",
      kind: "request-fault",
      all: [
        has(
          "your browser sent an invalid request",
          "your browser didn't send a complete request in time",
          "request sent to a non-authoritative server",
          "your browser sent early data",
        ),
      ],
      meaning:
        "The load balancer HAProxy could not use the request: incomplete, malformed, too early or for another host.",
    },
  ],
);

/** Other load balancers. */
export const OTHER_LOAD_BALANCERS = family(
  {
    vendor: "Google Cloud Load Balancing",
    hop: "load-balancer",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: GATEWAY_ERRORS,
    band: "page",
    confidence: "high",
  },
  [
    {
      id: "google-lb-5xx",
      all: [has("<h1>error: server error</h1>"), has("the server encountered a")],
      signs: [headerHas("via", "google"), header("server", "google frontend")],
      meaning: "Google's load balancer found no healthy server behind it or lost the connection to it.",
    },
    {
      id: "netscaler-503",
      vendor: "Citrix NetScaler",
      statuses: [503],
      confidence: "medium",
      maxBody: 500,
      all: [has("<b>http/1.1 service unavailable</b>")],
      meaning: "The load balancer NetScaler has no working server for this address.",
    },
    {
      id: "f5-rejected",
      vendor: "F5 BIG-IP",
      side: "site-edge",
      kind: "access-denied",
      statuses: [200, 403],
      maxBody: 3_000,
      all: [has("the requested url was rejected. please consult with your admin"), has("support id is")],
      meaning: "The site's F5 firewall rejected the request; it often does so with status 200.",
    },
    {
      id: "google-cloud-run-503",
      vendor: "Google Cloud Run",
      hop: "app-platform",
      statuses: [500, 503, 504],
      band: "named",
      all: [
        header("server", "google frontend"),
        either(EMPTY, is("service unavailable", "rate exceeded.", "upstream request timeout", "internal server error")),
      ],
      meaning: "Google's platform has no running copy of the site's program that could answer.",
    },
    {
      id: "gke-default-backend",
      vendor: "Google Kubernetes Engine",
      side: "site-edge",
      kind: "request-fault",
      statuses: [404],
      all: [has("response 404 (backend notfound), service rules for")],
      meaning: "The cluster's ingress at Google has no rule for this host and path.",
    },
    {
      id: "huawei-elb-5xx",
      vendor: "Huawei Cloud Elastic Load Balance",
      statuses: [502, 503, 504],
      band: "named",
      all: [header("server", "elb"), has("<center><h1>50")],
      meaning: "Huawei's load balancer got no usable answer from the server behind it.",
    },
    {
      id: "kubernetes-default-backend",
      vendor: "Kubernetes ingress",
      side: "site-edge",
      kind: "request-fault",
      statuses: [404],
      all: [is("default backend - 404")],
      meaning: "The cluster's ingress has no rule for this host and path.",
    },
  ],
);
