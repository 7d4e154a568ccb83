import type { Message } from "./message.ts";

/**
 * Reasons to leave DNS as it is. `vpn-up`: a tunnel decides. `company-policy`: rules of an organisation. `split-dns`:
 * this network's own names are known only to its own servers. `filter-on-purpose`: somebody chose filtered answers
 * (SafeSearch, family or company filter). `canary`: the network asks programs not to change DNS. `captive-portal`: the
 * sign-in page needs the network's own servers. `proxy-only`: nothing goes out directly, so names are the proxy's
 * business. `other-program`: another program keeps the resolver settings. `browser-doh`: a browser asks its own server.
 */
export const DNS_CONDITION_CODES = [
  "vpn-up",
  "company-policy",
  "split-dns",
  "filter-on-purpose",
  "canary",
  "captive-portal",
  "proxy-only",
  "other-program",
  "browser-doh",
] as const;

/** One of {@link DNS_CONDITION_CODES}. */
export type DnsConditionCode = (typeof DNS_CONDITION_CODES)[number];

/** One reason, with what was seen and what can be done instead. */
export interface DnsCondition {
  readonly code: DnsConditionCode;
  /** True: a switch is refused unless the person insists. False: only worth knowing. */
  readonly blocks: boolean;
  readonly evidence: Message;
  readonly instead: Message;
}

/** All that speaks against a switch on this machine and network. */
export interface DnsConditions {
  readonly conditions: readonly DnsCondition[];
  /** What could not be looked at: not known to be clear. */
  readonly notChecked: readonly DnsConditionCode[];
}
