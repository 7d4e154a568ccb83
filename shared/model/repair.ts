/** Every repair of the product; permanent ids. */
export const REPAIR_IDS = [
  "retry-politely",
  "watch",
  "new-session",
  "hard-refresh",
  "private-window",
  "other-browser",
  "no-extensions",
  "safe-mode",
  "clear-site-cookies",
  "clear-browser-cache",
  "clear-host-cache",
  "flush-dns",
  "switch-dns",
  "router-dns",
  "encrypted-dns",
  "one-click-dns",
  "renew-address",
  "hosts-entry",
  "proxy-off",
  "vpn-toggle",
  "mend-browser",
  "portal-login",
  "restart-browser",
  "restart-computer",
  "restart-network",
  "other-device",
  "set-clock",
  "mtu-hint",
  "ipv6-hint",
  "contact-site",
  "contact-provider",
  "owner",
  "check-address",
  "reconnect",
  "restart-service",
  "security-software",
  "start-program",
  "check-port",
  "own-program",
] as const;

/** One of {@link REPAIR_IDS}. */
export type RepairId = (typeof REPAIR_IDS)[number];

/** A repair as proposed for one verdict. Words live in the catalogues under `repair.ID`. */
export interface RepairProposal {
  readonly id: RepairId;
  readonly likelihood: "likely" | "possible" | "unlikely";
  readonly risk: "none" | "low" | "medium";
  readonly needsAdmin: boolean;
  readonly undoable: boolean;
  readonly mode: "auto" | "guided";
}
