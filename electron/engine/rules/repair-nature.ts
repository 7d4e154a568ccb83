import type { RepairId, RepairProposal } from "../../../shared/model/repair.ts";

type Nature = Omit<RepairProposal, "id" | "likelihood">;

const AUTO: Nature = { risk: "none", needsAdmin: false, undoable: false, mode: "auto" };
const GUIDED: Nature = { ...AUTO, mode: "guided" };

/**
 * What each repair does to the machine, whatever the verdict. `undoable`: what was there before comes back exactly.
 * Repairs that change nothing (open a page, wait, write) need no undo.
 */
export const REPAIR_NATURE: Readonly<Record<RepairId, Nature>> = {
  "retry-politely": AUTO,
  watch: AUTO,
  "new-session": GUIDED,
  "hard-refresh": GUIDED,
  "private-window": AUTO,
  "other-browser": AUTO,
  "no-extensions": AUTO,
  "safe-mode": AUTO,
  "clear-site-cookies": { ...GUIDED, risk: "low" },
  "clear-browser-cache": { ...AUTO, risk: "low", undoable: true },
  "clear-host-cache": AUTO,
  "flush-dns": AUTO,
  "switch-dns": { risk: "low", needsAdmin: true, undoable: true, mode: "auto" },
  "router-dns": { ...GUIDED, risk: "medium" },
  "encrypted-dns": { ...GUIDED, risk: "low" },
  "one-click-dns": { risk: "low", needsAdmin: true, undoable: true, mode: "auto" },
  "renew-address": { risk: "low", needsAdmin: true, undoable: false, mode: "auto" },
  "hosts-entry": { risk: "low", needsAdmin: true, undoable: true, mode: "auto" },
  "proxy-off": { ...AUTO, risk: "low", undoable: true },
  "vpn-toggle": { ...GUIDED, risk: "low" },
  "mend-browser": { ...GUIDED, risk: "medium" },
  "portal-login": AUTO,
  "restart-browser": GUIDED,
  "restart-computer": { ...GUIDED, risk: "low" },
  "restart-network": { ...GUIDED, risk: "low" },
  "other-device": GUIDED,
  "set-clock": { ...GUIDED, risk: "low" },
  "mtu-hint": { ...GUIDED, risk: "low" },
  "ipv6-hint": { ...GUIDED, risk: "low" },
  "contact-site": AUTO,
  "contact-provider": AUTO,
  owner: AUTO,
  "check-address": GUIDED,
  reconnect: GUIDED,
  "restart-service": { ...GUIDED, risk: "low", needsAdmin: true },
  "security-software": { ...GUIDED, risk: "medium" },
  "start-program": GUIDED,
  "check-port": GUIDED,
  "own-program": GUIDED,
};
