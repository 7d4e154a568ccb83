import type { Catalogue } from "../translator.ts";

/** English sentences of the verdicts about the site: its connection, certificate and answers; see verdicts.ts. */
export const EN_VERDICTS_SITE = {
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
