import type {
  DnsConfiguredFacts,
  DnsDnssecFacts,
  DnsInterceptionFacts,
  DnsMadeUpFacts,
  DnsPublicFacts,
  DnsSystemFacts,
  HostsFileFacts,
} from "./dns-facts.ts";
import type { HttpFacts, RepeatFacts } from "./http-facts.ts";
import type {
  AddressFacts,
  CaptivePortalFacts,
  ClockFacts,
  DefaultRouteFacts,
  InterfacesFacts,
  PathMtuFacts,
  PathQualityFacts,
  ProxyFacts,
  ReferencesFacts,
  RouterFacts,
  TcpFacts,
  VantageFacts,
} from "./local-facts.ts";
import type { TlsFacts } from "./tls-facts.ts";

/** What each check observes, by check id. The verdict rules read nothing else, so an old report can be judged again. */
export interface CheckFacts {
  readonly interfaces: InterfacesFacts;
  readonly address: AddressFacts;
  readonly "default-route": DefaultRouteFacts;
  readonly router: RouterFacts;
  readonly references: ReferencesFacts;
  readonly "path-quality": PathQualityFacts;
  readonly "captive-portal": CaptivePortalFacts;
  readonly "hosts-file": HostsFileFacts;
  readonly "dns-system": DnsSystemFacts;
  readonly "dns-configured": DnsConfiguredFacts;
  readonly "dns-public": DnsPublicFacts;
  readonly "dns-made-up": DnsMadeUpFacts;
  readonly "dns-dnssec": DnsDnssecFacts;
  readonly "dns-interception": DnsInterceptionFacts;
  readonly proxy: ProxyFacts;
  readonly tcp: TcpFacts;
  readonly tls: TlsFacts;
  readonly clock: ClockFacts;
  readonly http: HttpFacts;
  readonly repeat: RepeatFacts;
  readonly "path-mtu": PathMtuFacts;
  readonly vantage: VantageFacts;
}
