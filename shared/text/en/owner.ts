import type { Catalogue } from "../translator.ts";

/** English words of the owner's page. */
export const EN_OWNER = {
  result: {
    "both-fine": "Both ways work: nothing is wrong at this moment.",
    gateway: "Your server works; the gateway or delivery network in front of it does not get on with it.",
    origin: "Your own server fails: the gateway only passes it on.",
    "origin-silent": "Your server takes no connection from here.",
    "origin-certificate": "Your server answers, but its certificate does not hold.",
    "origin-differs": "Visitors get a page, but your server itself fails.",
    "same-machine": "That is the address visitors get already: nothing was bypassed.",
  },
  explain: {
    "both-fine": "If visitors still see an error, it comes and goes, or it hits only some of the gateway's machines.",
    gateway:
      "The same request straight to your server gets a good answer. Look at what stands between the two: the firewall, the gateway's time limits, its idea of your server's address.",
    origin: "The same request straight to your server fails too. The reason is there, not at the delivery network.",
    "origin-silent":
      "It is down, the address is an old one, or a firewall lets only the delivery network in (that is good practice, and then this test has to be made from the server itself).",
    "origin-certificate":
      "Nothing was sent, because a visitor's computer would not trust this certificate. A delivery network may accept it (its own origin certificate), or may show 525 or 526.",
    "origin-differs":
      "The delivery network probably shows a stored copy, or it uses another server. When the copy runs out, visitors will see the error.",
    "same-machine": "Give the address of the server behind the gateway; your hosting company shows it.",
  },
  hint: {
    "origin-firewall":
      "The firewall in front of your server: does it let the addresses of your delivery network in? They publish the list, and it changes.",
    "origin-certificate":
      "The certificate on your server: is it valid, for this name, with its whole chain? Set the delivery network to the strict mode only with a valid one.",
    "origin-running":
      "Is the program on your server running and listening on this port? Look at its state and its log.",
    cloudflare:
      "Cloudflare: in its DNS page the address behind the orange cloud must be your server's of today. To compare, switch the cloud to grey for a few minutes.",
    cloudfront:
      "CloudFront: the origin's name, port and protocol in the distribution; the origin's certificate must fit that name.",
    "cdn-pause":
      "Switch the delivery network or its plug-in off for a short while: if the site then works, it is in its settings.",
    "nginx-upstream":
      "nginx: its error log names the upstream and the reason (“connection refused”, “upstream prematurely closed”, “too big header”). Check proxy_pass or fastcgi_pass, and proxy_buffer_size for large headers.",
    "php-fpm":
      "PHP-FPM: does the service run, does the path of its socket fit the web server's, may the web server open it, and are there enough workers (pm.max_children in its log)?",
    "apache-proxy":
      "Apache: its error log says which backend failed. Check ProxyPass, ProxyTimeout and the state of the backend.",
    iis: "IIS: the second number (502.3, 502.5) and the event log name the reason; the application pool may have stopped.",
    "app-server":
      "The application: did it crash, run out of memory or restart? Look at its log for the minute in question.",
    kubernetes: "Kubernetes: are there ready pods behind the service, and do port and readiness check fit?",
    "load-balancer":
      "The load balancer: does it see healthy targets? Its idle time must be shorter than the server's keep-alive time.",
    "hosting-limits":
      "Shared hosting ends requests that run long or use much memory. Ask the company for the limits and for its log of ended processes.",
    plugin: "A plug-in, theme or update of the last hours: take it back or switch it off, one at a time.",
    timeouts:
      "Time limits must grow outwards: database, application, web server, gateway. A job that takes minutes belongs in the background.",
    "server-firewall":
      "A firewall, an attack protection or fail2ban between your servers can take the gateway for an attacker. Look for its addresses in the block list.",
    "dns-wait":
      "The public resolvers do not agree yet. After a move keep the old server running until their times have run out.",
    "maintenance-503":
      "For planned work answer 503 with Retry-After, so that search engines come back instead of dropping pages.",
    logs: "Look into the logs at the time shown, by the number of the request if there is one.",
  },
  certificates: {
    same: "Both ways show the same certificate.",
    differ:
      "The two ways show different certificates. That is usual with a delivery network: it shows its own to visitors, and your server needs one of its own that is valid for the name.",
    "one-missing": "Only one of the two ways showed a certificate, so there is nothing to compare.",
  },
  ranking: {
    title: "What an outage costs in search results",
    text: "A few minutes or hours cost nothing: robots come back later. After about two days of errors pages begin to disappear. 503 with Retry-After is the right answer during planned work; 404 or an error page with 200 are not.",
  },
  propagation: {
    agree: "All public resolvers that answered say the same.",
    differ:
      "The public resolvers do not say the same. Just after a change that is usual; big sites also give different addresses on purpose.",
    few: "Too few resolvers answered to compare.",
    settled: "At the latest in {{time}} all of them have asked again.",
  },
} as const satisfies Catalogue;
