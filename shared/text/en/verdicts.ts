import type { Catalogue } from "../translator.ts";

/**
 * English sentences of the verdicts. `title`: the one sentence a person would say. `explanation`: two or three plain
 * ones. A fault side may have words of its own (`title_SIDE`), and so may a variant that the rule names in the value
 * `context` (`title_CONTEXT`). Values that are always there: host, port, status, vendor, seconds.
 */
export const EN_VERDICTS = {
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
  "dns-service-down": {
    title: "This computer's own name service has stopped.",
    explanation:
      "Names are looked up through a helper program on this computer, and it does not answer. The DNS servers behind it are fine. Restarting it, or the computer, mends this.",
  },
  "resolver-unreachable": {
    title: "Your DNS server does not answer.",
    explanation:
      "Without it, names like {{host}} cannot be turned into addresses. The internet itself works, so another DNS server solves it.",
  },
  "resolver-failing": {
    title: "It's your DNS server, not the site.",
    explanation: "The DNS server in use fails for {{host}}, while others find it. Switching to another one solves it.",
  },
  "resolver-slow": {
    title: "Your DNS server is too slow.",
    explanation: "Looking names up takes so long that pages give up waiting. Other DNS servers answer quickly.",
  },
  "resolver-stale": {
    title: "Your DNS server sends you to an old address.",
    explanation:
      "{{host}} has moved. The address your DNS server still gives does not work, the new one does. A flush or another DNS server brings you there.",
  },
  "resolver-hijack": {
    title: "Your DNS server gives false answers.",
    explanation:
      "It leads {{host}} to an address that is not the site's. Encrypted DNS, or another DNS server, gives the true one.",
  },
  "resolver-filtered": {
    title: "A filter on your DNS server blocks {{host}}.",
    explanation:
      "Somebody chose this: a parental filter, an ad blocker, a company or the provider. Whoever runs the filter can allow the site.",
  },
  "dns-interception": {
    title: "Your provider answers DNS questions in others' place.",
    "title_local-network": "Your router answers DNS questions in others' place.",
    explanation:
      "Whichever DNS server you choose, somebody else answers, and for {{host}} wrongly. Encrypted DNS goes round this.",
  },
  "dns-port-blocked": {
    title: "Your network lets no DNS questions out.",
    explanation:
      "Public DNS servers cannot be asked from here in the plain way, only encrypted. Use the network's own DNS server, or encrypted DNS.",
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
  "name-not-found": {
    title: "There is no site called {{host}}.",
    title_link: "No device called {{host}} answers in this network.",
    explanation_link:
      "Names that end in .local belong to devices in the same network, which answer for themselves (mDNS). Check that the device is on and in this network, and the spelling; its address in numbers works without the name.",
    explanation:
      "The name does not exist, say all DNS servers that were asked. Check the spelling; if it is right, the name has been given up or not been set up.",
  },
  "site-dns-failing": {
    title: "It's the site, not you: its name cannot be looked up.",
    explanation: "The DNS servers of {{host}} fail for everybody, not only for you. Only the site can mend that.",
    explanation_bogus:
      "The DNS records of {{host}} carry a broken signature, so careful DNS servers refuse them. Only the site can mend that.",
    explanation_empty: "The name {{host}} exists but leads nowhere: it has no address. Only the site can mend that.",
  },
  "site-refused": {
    title: "It's the site, not you: its server takes no connections.",
    title_here: "Nothing listens on port {{port}} of this computer.",
    explanation:
      "The machine at {{host}} is there, but the program that should answer is not running. Only the site can mend that.",
    explanation_here:
      "This computer is fine, but the program that should answer at {{host}}, port {{port}}, is not running. Start it, or check the port.",
    title_nearby: "The device at {{host}} takes no connections on port {{port}}.",
    explanation_nearby:
      "{{host}} is an address of a private network, and something there answers, but not on port {{port}}. The program that should answer is not running, listens on another port, or a firewall turns you away.",
    title_reset: "The connection to {{host}} is cut off at once.",
    explanation_reset:
      "Connections are opened and cut off again without a word. A firewall in front of the site, a filter on the way or a broken server can do this; which one is not seen from here.",
  },
  "site-unreachable": {
    title: "It's the site, not you: it does not answer.",
    title_provider: "{{host}} works for others, but your provider does not get you there.",
    title_silent: "{{host}} takes the connection, but did not answer within {{waited}} s.",
    title_here: "Nothing answers on port {{port}} of this computer.",
    title_nearby: "The device at {{host}} does not answer.",
    explanation:
      "None of its addresses answers, while other places on the internet do. The site is probably down; a fault on the way to it is possible.",
    explanation_provider:
      "None of its addresses answers from here, while others reach it. The trouble lies on your provider's way to the site; a VPN may go round it.",
    explanation_silent:
      "Connections are accepted, but no complete answer came in the time it was given. The program behind it is slow, overloaded or stuck; a browser that waits longer may still get the page.",
    explanation_here:
      "The connection to port {{port}} of this computer is neither taken nor refused. A firewall on this computer is the usual reason.",
    explanation_nearby:
      "{{host}} is an address of a private network, not of a site on the internet. The device may be switched off, have another address by now, or belong to another network. Check that it is on and that this computer is in the same network.",
  },
  "site-partial": {
    title: "It's the site, not you: a part of it is down.",
    title_family: "It's the site, not you: it fails over {{family}}.",
    explanation:
      "{{host}} has several addresses, and {{address}} does not work properly while another one does. Whom it hits is chance, so trying again may help.",
  },
  "tls-expired": {
    title: "It's the site, not you: its certificate has expired.",
    "title_not-yet-valid": "It's the site, not you: its certificate is not valid yet.",
    explanation:
      "The site forgot to renew the proof of its identity. Your clock is not the reason. Do not enter anything there until it is renewed.",
    "explanation_not-yet-valid":
      "The proof of the site's identity starts in the future. Your clock is not the reason. Do not enter anything there until it counts.",
  },
  "tls-wrong-name": {
    title: "It's the site, not you: its certificate is for another name.",
    explanation:
      "The server cannot prove that it is {{host}}. Often the site is set up wrongly, or the address has a wrong “www”. Do not go on past the warning.",
  },
  "tls-untrusted": {
    title: "It's the site, not you: its certificate cannot be trusted.",
    "title_self-signed": "It's the site, not you: it vouches only for itself.",
    title_revoked: "It's the site, not you: its certificate was revoked.",
    explanation:
      "Nobody whom this computer trusts vouches for {{host}}. Do not go on past the warning; the site has to mend it.",
  },
  "tls-protocol": {
    title: "It's the site, not you: no secure connection can be agreed on.",
    explanation:
      "{{host}} does not manage to set up a secure connection: it speaks an outdated kind, none at all, or breaks off. The site has to mend it.",
  },
  "gateway-error": {
    title: "It's the site, not you: its server is down.",
    title_elsewhere: "{{host}} fails from here, but works for others.",
    "title_site-edge_elsewhere": "{{host}} fails from here, but works for others.",
    explanation_elsewhere:
      "Here a gateway answers that it cannot use the server behind it (status {{status}}), while others get the page. One of several machines of the site, or something between here and the site, may be the reason.",
    "explanation_site-edge_elsewhere":
      "Here a gateway gives an error (status {{status}}), while others get the page. One of several machines of the site, or something between here and the site, may be the reason.",
    "title_site-edge": "It's the site, not you: the gateway in front of it is in trouble.",
    explanation:
      "A gateway answers for {{host}}, but cannot use the server behind it (status {{status}}). Such faults are often short: wait a few minutes. If you were sending a form or paying, check whether it arrived before you send it again.",
    "explanation_site-edge":
      "The gateway in front of {{host}} gives an error (status {{status}}) while the site behind it may be fine. Such faults are often short: wait a few minutes. If you were sending a form or paying, check whether it arrived before you send it again.",
  },
  "gateway-timeout": {
    title: "It's the site, not you: its server takes too long.",
    title_elsewhere: "{{host}} takes too long from here, but works for others.",
    explanation_elsewhere:
      "Here a gateway answers that the server behind it took too long (status {{status}}), while others get the page. One of several machines of the site, or something between here and the site, may be the reason.",
    explanation:
      "A gateway answers for {{host}}, but the server behind it did not answer in time (status {{status}}). It is overloaded or stuck. What you were sending may still have arrived: check before you send it again.",
  },
  overloaded: {
    title: "It's the site, not you: it is overloaded.",
    title_elsewhere: "{{host}} turns requests away from here, but works for others.",
    explanation_elsewhere:
      "Here the answer is that there is no room just now (status {{status}}), while others get the page. One of several machines of the site, or something between here and the site, may be the reason.",
    title_wait: "It's the site, not you: it is overloaded and asks you to wait.",
    "title_wait-long": "It's the site, not you: it is overloaded and asks you to wait.",
    explanation:
      "{{host}} answers, but has no room for more visitors just now (status {{status}}). This mostly passes by itself.",
    explanation_wait:
      "{{host}} answers, but has no room for more visitors just now (status {{status}}). It asks to wait ({{seconds}} s); asking sooner only adds to the load.",
    "explanation_wait-long":
      "{{host}} answers, but has no room for more visitors just now (status {{status}}). It asks to wait about {{minutes}} minutes; asking sooner only adds to the load.",
  },
  maintenance: {
    title: "It's the site, not you: it is being worked on.",
    explanation: "{{host}} is switched off on purpose for maintenance. It will come back by itself.",
    explanation_wait: "{{host}} is switched off on purpose for maintenance. It says to come back soon ({{seconds}} s).",
    "explanation_wait-long":
      "{{host}} is switched off on purpose for maintenance. It says to come back in about {{minutes}} minutes.",
  },
  "edge-error": {
    title: "It's the site's delivery network, not you.",
    title_elsewhere: "The delivery network of {{host}} fails from here, but works for others.",
    explanation_elsewhere:
      "The part of the delivery network that answers here has a fault (status {{status}}), while others get the page.",
    explanation:
      "The network that delivers {{host}} has a fault of its own (status {{status}}); neither you nor the site's own server is the reason. Its operator usually mends such things quickly.",
  },
  "origin-error": {
    title: "It's the site, not you: it has a fault.",
    title_elsewhere: "{{host}} fails from here, but works for others.",
    explanation_elsewhere:
      "Here it answers with an error (status {{status}}), while others get the page. One of several machines of the site may be the reason, or something about this request.",
    "explanation_gateway-number":
      "{{host}} answers with a gateway's number (status {{status}}): a part of the site could not use another one behind it. There is nothing to do at your end. If you were sending something, check whether it arrived before you send it again.",
    explanation:
      "{{host}} answers, but its own program failed (status {{status}}). There is nothing to do at your end. If you were sending something, check whether it arrived before you send it again.",
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
  parked: {
    title: "There is no site behind {{host}} any more.",
    explanation:
      "The name leads to a placeholder page. It was never used, has been given up, or was not paid for. Check the spelling.",
  },
  "access-denied": {
    title: "{{host}} works, but does not let you in.",
    explanation:
      "It refuses this request on purpose (status {{status}}): you may have to sign in, or it turns away your address, country or VPN. It is not a fault.",
  },
  "rate-limited": {
    title: "{{host}} works, but wants you to slow down.",
    explanation: "It got too many requests from your address. Wait a few minutes, then try once.",
    explanation_wait: "It got too many requests from your address. Wait a little ({{seconds}} s), then try once.",
    "explanation_wait-long":
      "It got too many requests from your address. Wait about {{minutes}} minutes, then try once.",
  },
  "not-found": {
    title: "{{host}} works, but this page does not exist.",
    explanation:
      "The site answers that it has no such page (status {{status}}). Check the address, or start at the home page.",
  },
  "redirect-loop": {
    title: "It's the site, not you: it sends you round in circles.",
    title_browser: "The site sends you round in circles because of what your browser remembers.",
    explanation:
      "{{host}} redirects again and again and never arrives at a page. It does so without any cookies, so the site is set up wrongly; there is nothing to delete at your end.",
    explanation_cookies:
      "{{host}} redirects again and again and never arrives at a page. You said that a private window shows it, so an old cookie may lead it astray: deleting this site's cookies is worth a try.",
  },
  "invalid-response": {
    title: "It's the site, not you: its answer is broken.",
    explanation:
      "{{host}} takes the connection, but what it sends is no answer that a browser can show. Why it does so is not seen from here; the site has to look into it.",
    title_redirect: "It's the site, not you: it leads to a place that cannot be opened.",
    explanation_redirect:
      "{{host}} answers properly, but sends browsers on to an address that leads nowhere from here. The redirect is set up wrongly; only the site can mend that.",
    "title_dead-end": "{{host}} works, but leads on to a place that fails.",
    "explanation_dead-end":
      "{{host}} answers and sends browsers on to {{place}}, and that is where it ends. Either the redirect is set up wrongly, or the other place is in trouble; check {{place}} by itself to tell.",
    title_empty: "It's the site, not you: it hangs up without an answer.",
    explanation_empty:
      "{{host}} takes the connection and closes it without a word. The program behind it has a fault, or something in front of it turns requests away without saying so.",
    title_reset: "The connection to {{host}} is cut off.",
    explanation_reset:
      "The connection is made and then cut off before an answer is complete. The server, a firewall in front of it or a filter on the way can do this; which one is not seen from here.",
    title_cut: "It's the site, not you: its answer is not complete.",
    explanation_cut:
      "{{host}} begins to answer, but the rest is missing or cannot be read. Loading the page again may bring it whole; if it does not, the site has to mend it.",
    "title_not-http": "Something answers at {{host}}, but it is no web server.",
    "explanation_not-http":
      "What comes back on port {{port}} is not the language of the web. Check the address and the port; if they are right, the site has to mend it.",
    title_headers: "It's the site, not you: its answer is too large at the top.",
    explanation_headers:
      "{{host}} sends more headers than browsers accept, often cookies that pile up. Only the site can mend that.",
  },
  "other-http-error": {
    title: "{{host}} answers with an error.",
    explanation: "It answers with status {{status}}. The site decides on this; there is little to do at your end.",
  },
  inconclusive: {
    title: "We cannot tell yet whose fault it is.",
    "title_any-page": "Your connection works as far as we can see.",
    "explanation_any-page":
      "Other places on the internet answer. Only the page we loaded as a test ({{host}}) did not, and that may be its own trouble. Name the page that fails for you, and check that.",
    title_stopped: "The check-up was stopped before it could tell.",
    explanation: "What was seen does not decide it, and we do not guess. What is missing is listed below.",
    explanation_stopped: "What was seen until then does not decide it. Let it run to the end for an answer.",
  },
} as const satisfies Catalogue;
