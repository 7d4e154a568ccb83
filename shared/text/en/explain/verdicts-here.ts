import type { PageWords } from "../../../model/explain/statuses.ts";
import type { VerdictCode } from "../../../model/verdict-code.ts";

/** English words of the verdicts about this computer, its network and its name service. */
export const EN_VERDICTS_HERE = {
  healthy: {
    title: "The site works from here",
    means:
      "It answered well three times in a row. If your browser still shows an error, the trouble is in the browser.",
  },
  "browser-only": {
    title: "Only the browser fails",
    means:
      "This computer gets the page, your browser does not. An extension, an old version or a setting of the browser is the usual reason.",
  },
  "no-link": {
    title: "No network",
    means:
      "The computer has neither a cable with a signal nor Wi-Fi. Nothing on the internet can work until that is mended.",
  },
  "no-address": {
    title: "No address from the network",
    means: "The computer is connected, but the router did not give it an address of its own, so it cannot take part.",
  },
  "no-route": {
    title: "No way out",
    means:
      "The computer has an address but does not know through which device the internet is reached. A VPN that ended badly can leave this behind.",
  },
  "router-unreachable": {
    title: "The router does not answer",
    means: "The computer is connected, but the router gives no sign of life and nothing beyond it answers.",
  },
  "no-internet": {
    title: "The internet connection is down",
    means:
      "The router answers, but nothing on the internet does: not this site, and none of the others that were asked for comparison.",
  },
  "captive-portal": {
    title: "The network wants you to sign in",
    means:
      "A hotel, train or café network answers every page with its own until you have signed in or accepted its terms.",
  },
  "provider-block": {
    title: "Blocked on the way",
    means: "The site is kept from you on the way, by your provider or by order of a court, while others reach it.",
  },
  "mtu-blackhole": {
    title: "Large answers get stuck",
    means:
      "Small packets pass and large ones vanish without a word. Pages begin to load and then stop. A router, a VPN or the provider's line is the reason.",
  },
  "lossy-path": {
    title: "The connection loses too much",
    means:
      "Packets get lost or come very late, to other places as well. Weak Wi-Fi, a bad cable or the provider's line is the reason.",
  },
  "ipv6-broken": {
    title: "IPv6 is broken",
    means:
      "There are two kinds of internet addresses, and the newer kind (IPv6) does not work from here. Browsers fall back to the older one, which costs time or fails.",
  },
  "clock-wrong": {
    title: "The clock is wrong",
    means:
      "Certificates count from one day to another. With a wrong clock all of them look out of date, and secure sites refuse to open.",
  },
  "hosts-override": {
    title: "The hosts file points elsewhere",
    means:
      "A line in a file of this computer (hosts) sets an address for this name by hand and overrules the DNS. It was useful once and is now wrong.",
  },
  "local-firewall": {
    title: "This computer blocks the connection",
    means:
      "The connection is refused by this computer itself before anything leaves it: a firewall, a security program or a VPN's lock.",
  },
  "dns-service-down": {
    title: "This computer's name service has stopped",
    means:
      "Names are looked up through a helper program on this computer, and it does not answer, while the servers behind it do.",
  },
  "resolver-unreachable": {
    title: "Your DNS server does not answer",
    means:
      "The server that turns names into addresses for you is silent, while others answer. Nothing that has a name can load.",
  },
  "resolver-failing": {
    title: "Your DNS server fails for this name",
    means: "The DNS server in use gives an error for this name, while others find it.",
  },
  "resolver-slow": {
    title: "Your DNS server is too slow",
    means: "Looking up names takes so long that pages give up. Other DNS servers answer quickly from the same line.",
  },
  "resolver-stale": {
    title: "Your DNS server gives an old address",
    means:
      "The site has moved. Your DNS server still gives the old address, where only an error or nothing is left; others give the new one, and that works.",
  },
  "resolver-hijack": {
    title: "Your DNS server gives false answers",
    means: "It leads names to addresses that are not the site's: to an advert, a portal or something worse.",
  },
  "resolver-filtered": {
    title: "A filter blocks the name",
    means: "The DNS server refuses this name on purpose: a parental filter, an ad blocker, a company or the provider.",
  },
  "dns-interception": {
    title: "Somebody answers in the DNS server's place",
    means: "Whichever DNS server is asked, the router or the provider answers instead, and wrongly for this name.",
  },
  "dns-port-blocked": {
    title: "The network lets no DNS questions out",
    means:
      "Public DNS servers cannot be asked in the plain way from here, only encrypted. Companies and hotspots do this on purpose.",
  },
  "os-cache-stale": {
    title: "This computer remembers an old address",
    means: "The DNS server already gives the new address, but the computer still uses the old one from its memory.",
  },
  "browser-cache-stale": {
    title: "The browser remembers something old",
    means:
      "Outside the browser the site works. The browser still holds the old address, or an old copy of the error page.",
  },
  "proxy-unreachable": {
    title: "The proxy does not answer",
    means:
      "This computer sends its requests through a proxy, and nothing answers there. Often a removed program left the setting behind.",
  },
  "proxy-auth": {
    title: "The proxy wants a name and password",
    means: "The request got no further than the proxy of your company or network. The site has nothing to do with it.",
  },
  "proxy-error": {
    title: "The proxy made the error",
    means:
      "The error page comes from a proxy, VPN or security program between you and the site. The site itself may be fine.",
  },
  "tls-intercepted": {
    title: "Somebody reads along",
    means:
      "The certificate was made on the way, not by the site: a security program or a company opens the encrypted connection. Here that fails.",
  },
  "vpn-path": {
    title: "The VPN is in the way",
    means: "Without the VPN the site works. The site turns away the VPN's address, or the VPN's line is bad.",
  },
} as const satisfies Partial<Record<VerdictCode, PageWords>>;
