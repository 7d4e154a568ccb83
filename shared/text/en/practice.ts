import type { Catalogue } from "../translator.ts";

/** English names of the practice network's faults. */
export const EN_PRACTICE = {
  "gateway-dead-origin": {
    title: "502: the server behind the gateway is dead",
    description: "A real gateway forwards to a server that is gone, and answers 502 Bad Gateway.",
  },
  "gateway-silent-origin": {
    title: "504: the server behind the gateway is silent",
    description: "The gateway waits for an answer that does not come, and gives up.",
  },
  "cdn-dead-origin": {
    title: "521: a CDN cannot reach the site's server",
    description: "The edge is fine; the site's own server refuses it.",
  },
  healthy: { title: "A healthy site", description: "Everything works: this is what good looks like." },
  maintenance: { title: "503: closed for maintenance", description: "The site says when to come back." },
  overloaded: { title: "503: too many visitors", description: "The site is up but has no room." },
  "origin-error": { title: "500: the site's program fails", description: "The site's own software broke." },
  "rate-limited": { title: "429: asked too often", description: "The site wants a pause before the next request." },
  "access-denied": { title: "403: not for you", description: "The site refuses this visitor." },
  "not-found": { title: "404: no such page", description: "The site works; the page does not exist." },
  "redirect-loop": { title: "Sent in circles", description: "Two pages send the visitor to each other." },
  "empty-answer": { title: "An empty answer", description: "The server takes the request and hangs up." },
  "every-second-request": {
    title: "Fails every second time",
    description: "One of two servers behind the name is broken.",
  },
  "one-address-of-two": { title: "One address of two is broken", description: "Which one you get is luck." },
  "site-refuses": { title: "The site's door is closed", description: "The machine is there; nothing listens." },
  "site-silent": { title: "The site does not answer at all", description: "Every packet to it disappears." },
  "certificate-expired": { title: "The certificate has expired", description: "The site forgot to renew it." },
  "certificate-wrong-name": { title: "The certificate is for another site", description: "The names do not match." },
  "certificate-self-signed": { title: "A certificate nobody vouches for", description: "The site signed it itself." },
  "server-moved": { title: "The site moved, your resolver sleeps", description: "It still hands out the old address." },
  "only-the-browser": {
    title: "Only the browser fails",
    description: "The site is fine; the person says the browser is not.",
  },
  "name-misspelt": { title: "A misspelt name", description: "Nobody has this name." },
  "site-names-fail": {
    title: "The site's own name servers fail",
    description: "No resolver in the world gets an answer.",
  },
  "resolver-silent": { title: "Your resolver is silent", description: "Other resolvers answer." },
  "resolver-fails": { title: "Your resolver fails", description: "It answers, but only with errors." },
  "resolver-lies": { title: "Your resolver lies", description: "Every name, even a made-up one, leads to adverts." },
  filtered: { title: "A filter blocks the name", description: "Your resolver says so itself." },
  "no-link": { title: "No cable, no Wi-Fi", description: "This computer has no link." },
  "no-address": {
    title: "No address from the router",
    description: "There is a link, but nobody handed out an address.",
  },
  "no-route": { title: "No way out", description: "An address, but no route to the rest of the world." },
  "router-dead": { title: "The router is dead", description: "It does not even answer its neighbours." },
  "no-internet": { title: "The provider's line is dead", description: "The router answers, nothing beyond it does." },
  "line-cut": {
    title: "The line in the street is cut",
    description: "A restart of modem and router changes nothing about it.",
  },
  "wrong-plug": {
    title: "The wrong plug",
    description: "The line is dead. The first plug you pull is another box's, and that is noticed.",
  },
  "captive-portal": { title: "A hotspot wants you to sign in", description: "It catches every page until you do." },
  "hosts-file": {
    title: "An old line in the hosts file",
    description: "This computer sends the name to a wrong place.",
  },
  "proxy-left-behind": {
    title: "A proxy that is no longer there",
    description: "A closed program left its setting behind.",
  },
  "proxy-broken": { title: "The proxy fails by itself", description: "The error page comes from your own side." },
  "proxy-wants-password": { title: "407: the proxy wants a password", description: "Sign in to the proxy first." },
} as const satisfies Catalogue;
