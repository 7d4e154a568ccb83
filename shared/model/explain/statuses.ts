import type { FamilyId } from "./families.ts";

/** A status: its name and the kind of trouble it stands for. */
export interface StatusRow {
  /** As the registry or the vendor has it; never translated. */
  readonly name: string;
  readonly family: FamilyId;
}

function is(name: string, family: FamilyId): StatusRow {
  return { name, family };
}

/**
 * Every status with a page: the IANA registry of HTTP status codes, and what vendors made up (nginx 444 and 494-499,
 * Cloudflare 520-527 and 530, AWS load balancers 460-464 and 561, IIS 440 and 449, Laravel 419, Shopify 430 and 783...).
 */
export const STATUSES = {
  100: is("Continue", "information"),
  101: is("Switching Protocols", "information"),
  102: is("Processing", "information"),
  103: is("Early Hints", "information"),
  104: is("Upload Resumption Supported", "information"),
  200: is("OK", "fine"),
  201: is("Created", "fine"),
  202: is("Accepted", "fine"),
  203: is("Non-Authoritative Information", "fine"),
  204: is("No Content", "fine"),
  205: is("Reset Content", "fine"),
  206: is("Partial Content", "fine"),
  207: is("Multi-Status", "fine"),
  208: is("Already Reported", "fine"),
  226: is("IM Used", "fine"),
  300: is("Multiple Choices", "moved"),
  301: is("Moved Permanently", "moved"),
  302: is("Found", "moved"),
  303: is("See Other", "moved"),
  304: is("Not Modified", "moved"),
  305: is("Use Proxy", "moved"),
  306: is("(Unused)", "moved"),
  307: is("Temporary Redirect", "moved"),
  308: is("Permanent Redirect", "moved"),
  400: is("Bad Request", "request"),
  401: is("Unauthorized", "denied"),
  402: is("Payment Required", "denied"),
  403: is("Forbidden", "denied"),
  404: is("Not Found", "address"),
  405: is("Method Not Allowed", "request"),
  406: is("Not Acceptable", "request"),
  407: is("Proxy Authentication Required", "proxy"),
  408: is("Request Timeout", "leftearly"),
  409: is("Conflict", "request"),
  410: is("Gone", "address"),
  411: is("Length Required", "request"),
  412: is("Precondition Failed", "request"),
  413: is("Content Too Large", "toolarge"),
  414: is("URI Too Long", "toolarge"),
  415: is("Unsupported Media Type", "request"),
  416: is("Range Not Satisfiable", "request"),
  417: is("Expectation Failed", "request"),
  418: is("I'm a teapot (Unused)", "denied"),
  419: is("Page Expired (Laravel)", "signedout"),
  420: is("Enhance Your Calm (Twitter)", "slowdown"),
  421: is("Misdirected Request", "request"),
  422: is("Unprocessable Content", "request"),
  423: is("Locked", "request"),
  424: is("Failed Dependency", "request"),
  425: is("Too Early", "request"),
  426: is("Upgrade Required", "request"),
  428: is("Precondition Required", "request"),
  429: is("Too Many Requests", "slowdown"),
  430: is("Request Header Fields Too Large (Shopify: security rejection)", "denied"),
  431: is("Request Header Fields Too Large", "toolarge"),
  440: is("Login Time-out (IIS)", "signedout"),
  444: is("No Response (nginx)", "denied"),
  449: is("Retry With (IIS)", "signedout"),
  450: is("Blocked by Windows Parental Controls", "denied"),
  451: is("Unavailable For Legal Reasons", "denied"),
  460: is("Client Closed Connection (AWS load balancer)", "leftearly"),
  463: is("Too Many Forwarded Addresses (AWS load balancer)", "request"),
  464: is("Incompatible Protocol Versions (AWS load balancer)", "siteproof"),
  494: is("Request Header Too Large (nginx)", "toolarge"),
  495: is("SSL Certificate Error (nginx)", "yourproof"),
  496: is("SSL Certificate Required (nginx)", "yourproof"),
  497: is("HTTP Request Sent to HTTPS Port (nginx)", "address"),
  498: is("Invalid Token (Esri)", "signedout"),
  499: is("Client Closed Request (nginx)", "leftearly"),
  500: is("Internal Server Error", "sitefault"),
  501: is("Not Implemented", "sitefault"),
  502: is("Bad Gateway", "gateway"),
  503: is("Service Unavailable", "busy"),
  504: is("Gateway Timeout", "timeout"),
  505: is("HTTP Version Not Supported", "sitefault"),
  506: is("Variant Also Negotiates", "sitefault"),
  507: is("Insufficient Storage", "sitefault"),
  508: is("Loop Detected", "sitefault"),
  509: is("Bandwidth Limit Exceeded", "busy"),
  510: is("Not Extended", "sitefault"),
  511: is("Network Authentication Required", "portal"),
  520: is("Web Server Returns an Unknown Error (Cloudflare)", "gateway"),
  521: is("Web Server Is Down (Cloudflare)", "gateway"),
  522: is("Connection Timed Out (Cloudflare)", "gateway"),
  523: is("Origin Is Unreachable (Cloudflare)", "gateway"),
  524: is("A Timeout Occurred (Cloudflare)", "timeout"),
  525: is("SSL Handshake Failed (Cloudflare)", "siteproof"),
  526: is("Invalid SSL Certificate (Cloudflare)", "siteproof"),
  527: is("Railgun Error (Cloudflare)", "gateway"),
  529: is("Site Is Overloaded", "busy"),
  530: is("Origin DNS Error or Site Frozen (Cloudflare, Pantheon)", "gateway"),
  540: is("Temporarily Disabled (Shopify)", "sitefault"),
  561: is("Unauthorized (AWS load balancer)", "sitefault"),
  598: is("Network Read Timeout Error", "timeout"),
  599: is("Network Connect Timeout Error", "timeout"),
  783: is("Unexpected Token (Shopify)", "request"),
  999: is("Request Denied (LinkedIn)", "denied"),
} as const satisfies Record<number, StatusRow>;

/** A status with a page of its own. */
export type KnownStatus = keyof typeof STATUSES;

/** The words of a page; `more` where the subject needs another paragraph. */
export interface PageWords {
  /** One short line. */
  readonly title: string;
  /** What it means, in two or three plain sentences. */
  readonly means: string;
  readonly more?: string;
}
