import type { PracticeScenario } from "../scenario.ts";
import { byHand, byProgram } from "./mends.ts";
import { FINE, SHOP, SHOP_V4 } from "./site.ts";

const zone = { [SHOP]: { a: [SHOP_V4] } };
const sites = { [`${SHOP_V4}:80`]: FINE };
const PROXY = { host: "203.0.113.31", port: 3128 };
const proxyAt = `${PROXY.host}:${PROXY.port}`;

/** Faults of this computer, its network and what stands in between. */
export const DEVICE_SCENARIOS: readonly PracticeScenario[] = [
  {
    id: "no-link",
    address: `http://${SHOP}/`,
    expected: { code: "no-link", side: "device" },
    machine: { link: "down" },
    zone,
    sites,
    mends: [byHand("reconnect", "Wi-Fi: on", { machine: {} })],
  },
  {
    id: "no-address",
    address: `http://${SHOP}/`,
    expected: { code: "no-address", side: "local-network" },
    machine: { address: "link-local-only" },
    zone,
    sites,
    mends: [
      byProgram("renew-address", "dhclient wlan0", { machine: {} }),
      byHand("restart-network", "modem off, router off, modem on, router on", { machine: {} }),
    ],
  },
  {
    id: "no-route",
    address: `http://${SHOP}/`,
    expected: { code: "no-route", side: "device" },
    machine: { route: "none" },
    zone,
    sites,
    mends: [byHand("reconnect", "Wi-Fi: off, then on", { machine: {} })],
  },
  {
    id: "router-dead",
    address: `http://${SHOP}/`,
    expected: { code: "router-unreachable", side: "local-network" },
    machine: { router: "dead" },
    zone,
    sites,
    mends: [byHand("restart-network", "modem off, router off, modem on, router on", { machine: {} })],
  },
  {
    id: "no-internet",
    address: `http://${SHOP}/`,
    expected: { code: "no-internet", side: "provider" },
    machine: { internet: "dead" },
    zone,
    sites,
    mends: [byHand("restart-network", "modem off, router off, modem on, router on", { machine: {} })],
  },
  {
    // Two boxes of the same make on one shelf: it happens to everybody once.
    id: "wrong-plug",
    address: `http://${SHOP}/`,
    expected: { code: "no-internet", side: "provider" },
    machine: { internet: "dead" },
    zone,
    sites,
    wrongPlugFirst: true,
    mends: [byHand("restart-network", "modem off, router off, modem on, router on", { machine: {} })],
  },
  {
    // The street is without a line: a restart is real, and brings nothing back.
    id: "line-cut",
    address: `http://${SHOP}/`,
    expected: { code: "no-internet", side: "provider" },
    machine: { internet: "dead" },
    zone,
    sites,
    mends: [byHand("restart-network", "modem off, router off, modem on, router on", undefined)],
  },
  {
    id: "captive-portal",
    address: `http://${SHOP}/`,
    expected: { code: "captive-portal", side: "local-network" },
    machine: { portal: true },
    zone,
    sites,
    mends: [byHand("portal-login", "http://192.168.1.1/login", { machine: {} })],
  },
  {
    id: "hosts-file",
    address: `http://${SHOP}/`,
    expected: { code: "hosts-override", side: "device" },
    machine: { hosts: [`203.0.113.9 ${SHOP}`] },
    zone,
    sites: { ...sites, "203.0.113.9:80": { kind: "closed" } },
    mends: [byProgram("hosts-entry", `# 203.0.113.9 ${SHOP}`, { machine: {} }, true)],
  },
  {
    id: "proxy-left-behind",
    address: `http://${SHOP}/`,
    expected: { code: "proxy-unreachable", side: "proxy" },
    machine: { proxy: PROXY },
    zone,
    sites: { ...sites, [proxyAt]: { kind: "closed" } },
    mends: [byProgram("proxy-off", `no proxy (was ${proxyAt})`, { machine: {} }, true)],
  },
  {
    id: "proxy-broken",
    address: `http://${SHOP}/`,
    expected: { code: "proxy-error", side: "proxy" },
    machine: { proxy: PROXY },
    zone,
    sites: { ...sites, [proxyAt]: { kind: "proxy", fault: "upstream-dead" } },
    mends: [byProgram("proxy-off", `no proxy (was ${proxyAt})`, { machine: {} }, true)],
  },
  {
    id: "proxy-wants-password",
    address: `http://${SHOP}/`,
    expected: { code: "proxy-auth", side: "proxy" },
    machine: { proxy: PROXY },
    zone,
    sites: { ...sites, [proxyAt]: { kind: "proxy", fault: "auth" } },
    mends: [
      byHand("restart-browser", "", undefined),
      byProgram("proxy-off", `no proxy (was ${proxyAt})`, { machine: {} }, true),
    ],
  },
];
