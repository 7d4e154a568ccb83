import type { Catalogue } from "../translator.ts";

/** English sentences of the verdicts about the person's own computer, browser, network and proxy, and of what works; see verdicts.ts. */
export const EN_VERDICTS_NEAR = {
  healthy: {
    title: "{{host}} works from here.",
    "title_any-page": "Pages load from here.",
    "explanation_any-page":
      "A page that surely exists was loaded several times, so your connection, DNS and way out work. If only one site fails, check that site; if your browser shows nothing at all, the trouble is in the browser.",
    "title_error-page": "{{host}} answers, but its page itself tells of an error.",
    "explanation_error-page":
      "The connection works and the server says that all is well (status {{status}}), but the page it sends announces an error. Whoever made that page, it came from the site's side.",
    "title_empty-page": "{{host}} answers, but with an empty page.",
    "explanation_empty-page":
      "The connection works and the server says that all is well (status {{status}}), but there is nothing on the page. If you expected something there, the site is where it is missing.",
    "title_endless-page": "{{host}} answers, but its page does not come to an end.",
    "explanation_endless-page":
      "The connection works and the server says that all is well (status {{status}}), but the page was still arriving when we stopped waiting. A browser shows a page like this half or keeps loading. The server is slow, or the page never ends.",
    explanation:
      "It answered well each time it was asked. If your browser still shows an error, the trouble is in the browser: tell us so, and the next steps will fit.",
  },
  "browser-only": {
    title: "It's the browser, not the site.",
    explanation:
      "{{host}} works from this computer, only not in your browser. An extension, an old version or a setting of the browser is the usual reason; a private window is the quickest test.",
  },
  intermittent: {
    title: "It's the site, not you: it works only some of the time.",
    explanation:
      "{{failed}} of {{total}} requests to {{host}} failed, the others were fine. One of several machines behind the site is probably in trouble. Trying again later helps; nothing on your computer does.",
  },
  "no-link": {
    title: "This computer is not connected to any network.",
    explanation:
      "There is no cable with a signal and no Wi-Fi. Check the cable, switch Wi-Fi on, or leave airplane mode; then check again.",
  },
  "no-address": {
    title: "Your network did not give this computer an address.",
    explanation:
      "The computer is connected, but the router did not tell it how to take part. Asking for a new address or restarting the router usually mends this.",
  },
  "no-route": {
    title: "This computer does not know the way to the internet.",
    explanation:
      "It has an address but no way out of its own network. Reconnecting usually brings the way back; a VPN that ended badly can take it along.",
  },
  "router-unreachable": {
    title: "Your router does not answer.",
    explanation:
      "This computer is connected, but the router {{router}} gives no sign of life, and nothing beyond it answers. Restart the router and look again.",
  },
  "no-internet": {
    title: "Your internet connection is down.",
    explanation:
      "Your home network works as far as the router, but nothing on the internet answers. Restart the modem, then the router. If that does not help, the provider has to.",
  },
  "captive-portal": {
    title: "This network wants you to sign in first.",
    "title_one-page": "The answer asks you to sign in to the network first.",
    "explanation_one-page":
      "What came for {{host}} is a network's sign-in page (status {{status}}), but other pages come through unchanged. Open the page and see who asks: it may be your network, or the site itself.",
    explanation:
      "The Wi-Fi or hotspot answers every page with its own until you have signed in or accepted its terms. Open its page, sign in, and the site will load.",
  },
  "provider-block": {
    title: "Your internet provider blocks {{host}}.",
    explanation:
      "The site is kept from you on the way, not by itself. Ask the provider why; from another connection the site may well work.",
  },
  "mtu-blackhole": {
    title: "Large pages get stuck on the way to you.",
    explanation:
      "Small answers arrive, large ones vanish without a word. A router or VPN on the way passes only smaller packets than it says. A smaller packet size helps at once.",
    "explanation_local-network":
      "Small answers arrive, large ones vanish without a word. The router or a VPN at your end passes only smaller packets than it says. A smaller packet size helps at once.",
  },
  "lossy-path": {
    title: "Your internet connection loses too much.",
    "title_local-network": "Your home network loses too much.",
    explanation:
      "Many packets get lost or come late, to other places as well as to {{host}}. The site is not at fault; your provider's line is.",
    "explanation_local-network":
      "Many packets get lost already between this computer and the router. Move closer, use a cable, or restart the router.",
  },
  "ipv6-broken": {
    title: "One half of your internet connection is broken: IPv6.",
    explanation:
      "The newer kind of addresses does not work from here, and {{host}} is reached over it. Restarting the router often helps; otherwise the provider has to.",
  },
  "clock-wrong": {
    title: "The clock of this computer is wrong.",
    title_ahead: "The clock of this computer is {{minutes}} minutes ahead.",
    title_behind: "The clock of this computer is {{minutes}} minutes behind.",
    explanation:
      "With a wrong clock every certificate looks out of date, and secure sites refuse to open. Set the clock, best to automatic, and try again.",
  },
  "hosts-override": {
    title: "A setting on this computer sends {{host}} to the wrong place.",
    explanation:
      "Line {{line}} of the hosts file leads the name to {{address}}. Somebody or some program put it there. Taking the line out lets the real address count again.",
  },
  "local-firewall": {
    title: "A security program on this computer blocks {{host}}.",
    explanation:
      "The connection is refused by this computer itself, before anything leaves it. A firewall, a security program or a VPN's lock is the usual reason.",
  },
  "os-cache-stale": {
    title: "This computer remembers an old address of {{host}}.",
    explanation:
      "The DNS server gives a newer one already. Clearing the computer's DNS memory is enough, and harmless.",
  },
  "browser-cache-stale": {
    title: "Your browser remembers an old address or page of {{host}}.",
    explanation: "Outside the browser the site works. Clearing what the browser remembers about this site is enough.",
  },
  "proxy-unreachable": {
    title: "The proxy your computer is set to use does not answer.",
    title_here: "A program on this computer that your connection runs through is gone.",
    explanation:
      "All requests are sent through {{proxy}}, and nothing answers there. If you do not need it, switch it off; in a company, ask those who run it.",
    explanation_here:
      "All requests are sent through {{proxy}} on this very computer, but nothing listens there any more. A closed or removed program left the setting behind. Switching it off is safe and can be undone.",
  },
  "proxy-auth": {
    title: "The proxy of your network wants you to sign in.",
    explanation: "The request never reached {{host}}. Sign in at the proxy, or ask those who run the network.",
  },
  "proxy-error": {
    title: "It's not the site: a proxy or security program in between failed.",
    title_named: "It's not the site: {{vendor}} in between failed.",
    explanation:
      "The error page was made between you and {{host}}, not by the site. Going round the proxy tells; its owner can mend it.",
  },
  "tls-intercepted": {
    title: "A program or network reads along, and breaks the secure connection.",
    title_named: "“{{issuer}}” reads along, and breaks the secure connection.",
    explanation:
      "The certificate for {{host}} was not made by the site but on the way. Security programs and companies do this. Do not enter passwords until you know who it is.",
  },
  "vpn-path": {
    title: "It's your VPN.",
    explanation: "With the VPN off, {{host}} works. Choose another VPN server, or leave it off for this site.",
  },
  "session-bound": {
    title: "It's what your browser remembers about this site.",
    explanation:
      "{{host}} works in a private window, so an old cookie or sign-in is in the way. Delete only this site's cookies; you will have to sign in again.",
  },
  "client-certificate": {
    title: "{{host}} wants proof of who you are.",
    explanation:
      "The site opens only to those who hold a certificate that its owner hands out, and this computer shows none. Ask the owner for one, or install the one you have.",
  },
} as const satisfies Catalogue;
