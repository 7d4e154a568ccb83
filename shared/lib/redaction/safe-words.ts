/** Reason phrases of RFC 9110 and of common gateways, lower case: the only texts from the wire that `strict` shows. */
export const REASON_PHRASES = new Set([
  "ok",
  "created",
  "accepted",
  "no content",
  "partial content",
  "multiple choices",
  "moved permanently",
  "found",
  "see other",
  "not modified",
  "temporary redirect",
  "permanent redirect",
  "bad request",
  "unauthorized",
  "payment required",
  "forbidden",
  "not found",
  "method not allowed",
  "not acceptable",
  "proxy authentication required",
  "request timeout",
  "request time-out",
  "conflict",
  "gone",
  "length required",
  "precondition failed",
  "payload too large",
  "content too large",
  "request entity too large",
  "uri too long",
  "unsupported media type",
  "range not satisfiable",
  "expectation failed",
  "i'm a teapot",
  "misdirected request",
  "unprocessable entity",
  "too early",
  "upgrade required",
  "too many requests",
  "request header fields too large",
  "unavailable for legal reasons",
  "internal server error",
  "not implemented",
  "bad gateway",
  "service unavailable",
  "service temporarily unavailable",
  "gateway timeout",
  "gateway time-out",
  "http version not supported",
  "insufficient storage",
  "loop detected",
  "not extended",
  "network authentication required",
  "web server is down",
  "connection timed out",
  "origin is unreachable",
  "a timeout occurred",
  "ssl handshake failed",
  "invalid ssl certificate",
  "connection established",
]);

/** Names that systems give to interfaces by themselves. None holds a MAC address or a person's word. */
const ADAPTER_FORMS = [
  /^(?:lo|eth|en|wlan|wwan|wg|tun|tap|utun|ppp|awdl|llw|bridge|ap|anpi|gif|stf|usb|virbr|docker|bond|team|ham|zt|ipsec)\d{0,3}$/u,
  /^(?:en|wl|ww)(?:o\d{1,3}|s\d{1,4}|p\d{1,3}s\d{1,3})(?:[fdnu]\w{1,4})?$/u,
  /^(?:Wi-?Fi|WLAN|Ethernet|Local Area Connection|LAN-Verbindung|Loopback Pseudo-Interface|Cellular|Mobile)(?: ?\*? ?\d{1,3})?$/u,
];

/** True for a name of an interface that the system gave it. */
export function isSystemAdapterName(name: string): boolean {
  return ADAPTER_FORMS.some((form) => form.test(name));
}

/** Places where settings stand on every machine alike. */
const SETTING_FORMS = [
  /^(?:https?|all|ftp|no)_proxy$/iu,
  /^org\.gnome\.system\.proxy(?:\.[a-z]+)?$/u,
  /^kioslaverc(?: [a-z]{2,6}Proxy)?$/u,
  /^(?:HTTP|HTTPS|SOCKS|FTP|ProxyAutoDiscoveryEnable|ProxyAutoConfigURLString)(?:Proxy)?$/u,
  /^(?:HK(?:CU|LM|EY_CURRENT_USER|EY_LOCAL_MACHINE)\\(?:[A-Za-z]+\\Microsoft\\Windows\\CurrentVersion|\.\.\.)\\Internet Settings(?:\\Connections)?(?:\\[A-Za-z]{1,40})?|DefaultConnectionSettings|WinHttpSettings|WinHTTP|Internet Settings)(?: (?:AutoDetect|AutoConfigURL|ProxyServer))?$/iu,
];

/** True for a place that names nobody. */
export function isSystemSetting(text: string): boolean {
  return SETTING_FORMS.some((form) => form.test(text));
}

const SYSTEM_PATHS = new Set([
  "/etc/hosts",
  "/private/etc/hosts",
  "/etc/resolv.conf",
  "c:\\windows\\system32\\drivers\\etc\\hosts",
]);

/** True for a file that lies there on every machine. */
export function isSystemPath(text: string): boolean {
  return SYSTEM_PATHS.has(text.toLowerCase());
}

const CODE_FORM = /^[A-Za-z0-9][A-Za-z0-9 ._/+:,()-]{0,63}$/u;

/** True for what looks like a short machine word (a code, a version, a date). */
export function looksLikeCode(text: string): boolean {
  return CODE_FORM.test(text);
}
