/** The questions a check-up asks, in the order a reader expects them (nearest the person first). Permanent ids. */
export const CHECK_IDS = [
  "interfaces",
  "address",
  "default-route",
  "router",
  "references",
  "path-quality",
  "captive-portal",
  "hosts-file",
  "dns-system",
  "dns-configured",
  "dns-public",
  "dns-made-up",
  "dns-dnssec",
  "dns-interception",
  "proxy",
  "tcp",
  "tls",
  "clock",
  "http",
  "repeat",
  "path-mtu",
  "vantage",
] as const;

/** One of {@link CHECK_IDS}. */
export type CheckId = (typeof CHECK_IDS)[number];
