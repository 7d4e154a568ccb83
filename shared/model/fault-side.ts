/** Whose fault it is. The closed list that verdicts, findings, reports and `classify` share. */
export const FAULT_SIDES = [
  "none",
  "device",
  "browser",
  "local-network",
  "provider",
  "resolver",
  "proxy",
  "site-dns",
  "site-edge",
  "site-origin",
  "unknown",
] as const;

/** One of {@link FAULT_SIDES}. */
export type FaultSide = (typeof FAULT_SIDES)[number];

/** The sides that only whoever runs the site can mend. */
export const SITE_SIDES: readonly FaultSide[] = ["site-dns", "site-edge", "site-origin"];
