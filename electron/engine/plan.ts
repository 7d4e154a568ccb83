import { addressCheck } from "../checks/address.ts";
import { captivePortalCheck } from "../checks/captive-portal.ts";
import { clockCheck } from "../checks/clock.ts";
import { defaultRouteCheck } from "../checks/default-route.ts";
import { dnsConfiguredCheck } from "../checks/dns-configured.ts";
import { dnsDnssecCheck } from "../checks/dns-dnssec.ts";
import { dnsInterceptionCheck } from "../checks/dns-interception.ts";
import { dnsMadeUpCheck } from "../checks/dns-made-up.ts";
import { dnsPublicCheck } from "../checks/dns-public.ts";
import { dnsSystemCheck } from "../checks/dns-system.ts";
import { hostsFileCheck } from "../checks/hosts-file.ts";
import { httpCheck } from "../checks/http.ts";
import { interfacesCheck } from "../checks/interfaces.ts";
import { pathMtuCheck } from "../checks/path-mtu.ts";
import { pathQualityCheck } from "../checks/path-quality.ts";
import { proxyCheck } from "../checks/proxy.ts";
import { referencesCheck } from "../checks/references.ts";
import { repeatCheck } from "../checks/repeat.ts";
import { routerCheck } from "../checks/router.ts";
import { tcpCheck } from "../checks/tcp.ts";
import { tlsCheck } from "../checks/tls.ts";
import { vantageCheck } from "../checks/vantage.ts";
import type { AnyCheck } from "./scheduler.ts";

/** Every question of a check-up, nearest the person first; the scheduler starts them as their needs allow. */
export const PLAN: readonly AnyCheck[] = [
  interfacesCheck,
  addressCheck,
  defaultRouteCheck,
  routerCheck,
  referencesCheck,
  pathQualityCheck,
  // Before all that look up names of their own: the system answers only few at a time (probes/lookup/lookup-slots.ts).
  dnsSystemCheck,
  captivePortalCheck,
  hostsFileCheck,
  dnsConfiguredCheck,
  dnsPublicCheck,
  dnsMadeUpCheck,
  dnsDnssecCheck,
  dnsInterceptionCheck,
  proxyCheck,
  tcpCheck,
  tlsCheck,
  clockCheck,
  httpCheck,
  repeatCheck,
  pathMtuCheck,
  vantageCheck,
];
