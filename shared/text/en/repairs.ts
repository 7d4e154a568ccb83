import type { Catalogue } from "../translator.ts";

/** English sentences of the repairs: what it is called, and why it may help. */
export const EN_REPAIRS = {
  "retry-politely": {
    title: "Wait a few minutes, then try again",
    why: "Short faults pass by themselves. Reloading again and again only adds to the load.",
  },
  watch: {
    title: "Look again later",
    why: "Check again after a few minutes, then less and less often. Nothing on your side speeds it up.",
  },
  "new-session": {
    title: "Close the browser and open it again",
    why: "A fresh start ends connections and sign-ins that got stuck.",
  },
  "hard-refresh": {
    title: "Reload the page without the cache",
    why: "The browser may be showing a copy it kept from before.",
  },
  "private-window": {
    title: "Try a private window",
    why: "It starts without cookies, cache and most extensions. If it works there, one of these is the reason.",
  },
  "other-browser": {
    title: "Try another browser",
    why: "If it works there, your usual browser is the reason.",
  },
  "no-extensions": {
    title: "Try without extensions",
    why: "An extension may block or change the page.",
  },
  "safe-mode": {
    title: "Start the browser in its safe mode",
    why: "It runs without your extensions and settings, which narrows the reason down.",
  },
  "clear-site-cookies": {
    title: "Delete this site's cookies",
    why: "An old sign-in may lead the site astray. Only this site is affected; you will have to sign in again.",
  },
  "clear-browser-cache": {
    title: "Clear the browser's cache",
    why: "Old copies of the page may be in the way. Take cached files only: passwords, history and cookies can stay.",
  },
  "clear-host-cache": {
    title: "Clear the browser's name memory",
    why: "The browser may still use an address that the site has left.",
  },
  "flush-dns": {
    title: "Clear this computer's DNS memory",
    why: "It may still hold an old address. This is quick and harmless.",
  },
  "switch-dns": {
    title: "Use another DNS server",
    why: "Another server gives the right answer. Your present setting is kept and can be brought back.",
  },
  "router-dns": {
    title: "Change the DNS server on the router",
    why: "It then works for every device at home.",
  },
  "encrypted-dns": {
    title: "Use encrypted DNS",
    why: "Nobody on the way can answer in its place or block it.",
  },
  "one-click-dns": {
    title: "Fix my DNS",
    why: "It clears the memories first and switches the server only if that is needed. Everything is tested, and undone if it does not help.",
  },
  "renew-address": {
    title: "Ask the network for a new address",
    why: "The address this computer has, or lacks, is why it cannot get out.",
  },
  "hosts-entry": {
    title: "Take the entry out of the hosts file",
    why: "It overrides the site's real address. The line is kept as a note and can be brought back.",
  },
  "proxy-off": {
    title: "Switch the proxy off",
    why: "Requests then go directly. Note the present setting first, so that you can bring it back.",
  },
  "vpn-toggle": {
    title: "Compare with the VPN off, or on",
    why: "A VPN changes the way to the site; it can be the reason, or go round it.",
  },
  "mend-browser": {
    title: "Update or reset the browser",
    why: "An outdated or damaged browser fails where others work.",
  },
  "portal-login": { title: "Open the sign-in page", why: "The network lets you out once you have signed in." },
  "restart-browser": {
    title: "Restart the browser",
    why: "It forgets stuck connections and old addresses.",
  },
  "restart-computer": {
    title: "Restart the computer",
    why: "Network services that got stuck start afresh.",
  },
  "restart-network": {
    title: "Restart the modem, then the router",
    why: "From the outside in, each one can find its way again: wait for each before you switch on the next.",
  },
  "other-device": {
    title: "Try another device on another connection",
    why: "A phone on mobile data shows whether the trouble is here or at the site.",
  },
  "set-clock": { title: "Set the clock", why: "Secure sites open only when the date and time are right." },
  "mtu-hint": {
    title: "Use smaller packets",
    why: "Large ones vanish on the way; a smaller size gets through.",
  },
  "ipv6-hint": {
    title: "Get IPv6 mended",
    why: "Half of the connection is broken. Restarting the router or the provider's help mends it.",
  },
  "contact-site": {
    title: "Tell the site",
    why: "They may not know yet. This result holds what they need: the address, the time, the answer and what was ruled out.",
  },
  "contact-provider": {
    title: "Tell the provider",
    why: "They can see and mend the line. This result holds what they need to know.",
  },
  owner: {
    title: "If the site is yours",
    why: "What to look at first on the server, by the kind of error.",
  },
  reconnect: {
    title: "Connect to the network again",
    why: "Plug the cable in, or switch Wi-Fi on and choose the network; airplane mode must be off.",
  },
  "restart-service": {
    title: "Restart this computer's name service",
    why: "The program that should ask for names does not answer. Restarting it is quick and harms nothing.",
  },
  "security-software": {
    title: "Look at your security software",
    why: "A firewall on this computer refused the connection by itself. Its log names the rule.",
  },
  "start-program": {
    title: "Start the program that should answer there",
    why: "The address leads to this computer itself, so a program here has to be running to answer it.",
  },
  "check-port": {
    title: "Check the port",
    why: "The program may be running and listen on another port: its settings or its first lines of output name it.",
  },
  "own-program": {
    title: "Look at the program on this computer",
    why: "What answers at this address is a program of this computer, not a site elsewhere. Read its log, and start it again.",
  },
  "check-address": {
    title: "Check the address",
    why: "A single wrong letter leads nowhere, or to somebody else.",
  },
} as const satisfies Catalogue;
