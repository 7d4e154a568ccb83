import { either, has, header, headerHas, near, statusLine, title } from "../conditions.ts";
import { GATEWAY_ERRORS, family } from "../signature.ts";

/** What Apache's stock pages start with. */
const APACHE_DOCTYPE = has('<!doctype html public "-//ietf//dtd html 2.0//en">', "dtd html 4.01");

/** Stock pages of Apache httpd (http_protocol.c) and its error documents. */
export const APACHE = family(
  {
    vendor: "Apache httpd",
    hop: "reverse-proxy",
    side: "site-origin",
    kind: "backend-unusable",
    statuses: GATEWAY_ERRORS,
    band: "page",
    confidence: "high",
    signs: [header("server", "apache"), statusLine("proxy error")],
  },
  [
    {
      id: "apache-proxy-502",
      statuses: [502],
      all: [has("the proxy server received an invalid response from an upstream server")],
      none: [has("powered by tengine")],
      meaning: "Apache, standing in front of the site's program, got a broken answer from it or none that was whole.",
    },
    {
      id: "apache-proxy-dns",
      side: "site-edge",
      band: "special-page",
      all: [has("the proxy server could not handle the request"), has("dns lookup failure for")],
      meaning: "Apache could not find the address of the server behind it: a mistake in the site's own set-up.",
    },
    {
      id: "apache-proxy-reason",
      statuses: [400, 403, ...GATEWAY_ERRORS],
      all: [has("the proxy server could not handle the request"), has("reason:<strong>")],
      none: [has("received an invalid response from an upstream")],
      meaning: "Apache could not pass the request on; the page's Reason line says why.",
    },
    {
      id: "apache-503",
      statuses: [503],
      all: [
        has("server is temporarily unable to service your request due to maintenance downtime or capacity problems"),
      ],
      // Shop programs borrowed the sentence for pages of their own.
      none: [has("<main>", "<main ")],
      meaning: "Apache says unavailable: as a rule the program behind it refused the connection, else maintenance.",
    },
    {
      id: "apache-504",
      statuses: [504],
      kind: "backend-timeout",
      all: [has("gateway did not receive a timely response from the upstream server")],
      none: [has("reference #")],
      meaning: "The program behind Apache took longer than Apache waits.",
    },
    {
      id: "apache-500",
      hop: "origin",
      kind: "application-error",
      statuses: [500],
      all: [
        has("the server encountered an internal error or misconfiguration and was unable to complete your request"),
      ],
      meaning: "A script or a setting of the site failed inside Apache.",
    },
    {
      id: "apache-error-document",
      vendor: "Apache httpd (error documents, XAMPP)",
      statuses: [502, 503, 504],
      all: [
        title("bad gateway!", "service unavailable!", "gateway time-out!", "gateway timeout!", "fehlerhaftes gateway!"),
        has("<h2>error 50"),
      ],
      meaning: "Apache's translated error document: it could not get an answer from the program behind it.",
    },
    {
      id: "apache-proxy-line",
      statuses: [502, 503, 504],
      band: "named",
      confidence: "medium",
      all: [statusLine("proxy error"), headerHas("server", "apache")],
      meaning: "The words Proxy Error in the status line are Apache's; the page itself was made by the site.",
    },
    {
      id: "apache-403",
      hop: "origin",
      side: "site-edge",
      kind: "access-denied",
      statuses: [401, 403, 451],
      confidence: "medium",
      maxBody: 4_000,
      all: [
        APACHE_DOCTYPE,
        has("<h1>forbidden</h1><p>", "<h1>unauthorized</h1><p>", "<h1>unavailable for legal reasons</h1><p>"),
      ],
      none: [has("reference #")],
      meaning: "Apache refused the request because of one of its access rules.",
    },
    {
      id: "apache-4xx",
      hop: "origin",
      side: "site-edge",
      kind: "request-fault",
      statuses: [400, 404, 405, 408, 410, 413, 414, 421, 425, 429, 431],
      confidence: "medium",
      maxBody: 4_000,
      all: [
        APACHE_DOCTYPE,
        has(
          ...[
            "bad request",
            "not found",
            "method not allowed",
            "request timeout",
            "gone",
            "request entity too large",
            "request-uri too long",
            "misdirected request",
            "too early",
            "too many requests",
            "request header fields too large",
          ].map((words) => `<h1>${words}</h1><p>`),
        ),
      ],
      none: [has("reference #")],
      meaning: "Apache answered by itself: nothing lies at this address, or the request was not usable.",
    },
  ],
);

/** `HTTP Error 404.0`: only IIS puts a number after the dot. */
const SUBSTATUS = [400, 401, 403, 404, 500, 501, 502, 503].flatMap((code) =>
  Array.from({ length: 10 }, (_, digit) => `http error ${code}.${digit}`),
);

/** Microsoft's servers: IIS, its request router, HTTP.sys below it and ASP.NET on top. */
export const IIS = family(
  {
    vendor: "Microsoft IIS",
    hop: "origin",
    side: "site-origin",
    kind: "application-error",
    statuses: [500],
    band: "page",
    confidence: "high",
    signs: [header("server", "microsoft-iis"), headerHas("x-powered-by", "asp.net", "arr/")],
  },
  [
    {
      id: "iis-arr-502",
      vendor: "Microsoft IIS (request routing)",
      hop: "reverse-proxy",
      kind: "backend-unusable",
      statuses: [502],
      confidence: "medium",
      all: [has("502 - web server received an invalid response while acting as a gateway or proxy server")],
      meaning: "IIS stands in front as a gateway and got no valid answer from the server that has the content.",
    },
    {
      id: "iis-502-substatus",
      vendor: "Microsoft IIS (request routing)",
      hop: "reverse-proxy",
      kind: "backend-unusable",
      statuses: [502],
      band: "special-page",
      all: [
        has("http error 502.1 ", "http error 502.2 ", "http error 502.3 ", "http error 502.4 ", "http error 502.6"),
      ],
      meaning:
        "IIS as a gateway names the step that failed by the number after 502: time-out, exit, connection, no server.",
    },
    {
      id: "aspnet-core-502-5",
      vendor: "ASP.NET Core module",
      hop: "reverse-proxy",
      kind: "backend-unusable",
      statuses: [502],
      band: "special-page",
      all: [has("http error 502.5 -", "http error 502.5-")],
      meaning: "The site's .NET program did not start behind IIS.",
    },
    {
      id: "aspnet-core-500-3x",
      vendor: "ASP.NET Core module",
      band: "special-page",
      all: [has("http error 500.0 -", "http error 500.3"), has("asp.net core", "ancm")],
      meaning: "The site's .NET program could not be loaded inside IIS.",
    },
    {
      id: "iis-detailed",
      statuses: [400, 401, 403, 404, 500, 501, 502, 503],
      confidence: "medium",
      all: [either(near("<title>iis ", "detailed error", 8), has(...SUBSTATUS))],
      meaning: "IIS's detailed error page; the number after the dot names the cause.",
    },
    {
      id: "iis-stock",
      statuses: [403, 404, 500, 503],
      all: [
        has(
          ">403 - forbidden: access is denied",
          ">404 - file or directory not found",
          ">500 - internal server error",
          ">503 - service unavailable",
        ),
      ],
      meaning: "IIS's stock error page: the site's server answered by itself.",
    },
    {
      id: "httpsys-503",
      vendor: "Windows HTTP.sys",
      statuses: [503],
      kind: "backend-unusable",
      band: "special-page",
      all: [has("http error 503. the service is unavailable")],
      signs: [header("server", "microsoft-httpapi", "microsoft-iis")],
      meaning: "Windows took the connection, but the pool that runs this site is stopped, full or switched off.",
    },
    {
      id: "httpsys-4xx",
      vendor: "Windows HTTP.sys",
      side: "site-edge",
      kind: "request-fault",
      statuses: [400, 404, 408, 411, 414, 505],
      band: "special-page",
      all: [has("<hr><p>http error 4", "<hr><p>http error 505")],
      signs: [header("server", "microsoft-httpapi")],
      meaning: "Windows turned the request away before any site saw it: unknown host name, malformed or too long.",
    },
    {
      id: "aspnet-exception",
      vendor: "ASP.NET",
      all: [has("server error in '"), has("' application.")],
      signs: [header("server", "microsoft-iis"), headerHas("x-powered-by", "asp.net"), header("x-aspnet-version", "")],
      meaning: "The site's ASP.NET program stopped at an error that it did not handle.",
    },
  ],
);
