import type { ElevationDeps } from "../platform/elevated/run-elevated.ts";
import type { MenuSystem } from "../platform/menu-system.ts";
import type { Machine } from "../platform/machine.ts";
import type { ProgramId } from "../platform/programs.ts";
import { requestAddress } from "../platform/renew-address.ts";
import type { FoundVpn } from "../platform/vpn/read-vpns.ts";
import type { RepairAction } from "./action.ts";
import type { ActionJournal } from "./action-journal.ts";
import { checkAddressAction } from "./actions/check-address.ts";
import { encryptedDnsAction } from "./actions/encrypted-dns.ts";
import { hostsEntryAction } from "./actions/hosts-entry.ts";
import { ipv6HintAction } from "./actions/ipv6-hint.ts";
import { mendBrowserAction } from "./actions/mend-browser.ts";
import { mtuHintAction } from "./actions/mtu-hint.ts";
import { otherDeviceAction } from "./actions/other-device.ts";
import { type OwnDnsChange, portalLoginAction } from "./actions/portal-login.ts";
import { proxyOffAction, type ProxyOffDeps } from "./actions/proxy-off.ts";
import { reconnectAction } from "./actions/reconnect.ts";
import { renewAddressAction } from "./actions/renew-address.ts";
import { restartComputerAction } from "./actions/restart-computer.ts";
import { restartNetworkAction } from "./actions/restart-network.ts";
import { restartServiceAction } from "./actions/restart-service.ts";
import { routerDnsAction } from "./actions/router-dns.ts";
import { securitySoftwareAction } from "./actions/security-software.ts";
import { setClockAction } from "./actions/set-clock.ts";
import { vpnToggleAction } from "./actions/vpn-toggle.ts";

/** Everything that the repairs of this computer and its network work with; tests give their own. */
export interface MachineActionDeps {
  readonly machine: Machine;
  readonly system: MenuSystem;
  /** Null on a system that nothing can be changed on. */
  readonly elevation: ElevationDeps | null;
  readonly journal: ActionJournal;
  /** The folder of all data. */
  readonly dataFolder: string;
  readonly now: () => Date;
  /** Whether a program of the system is there. */
  readonly has: (program: ProgramId) => boolean;
  /** The VPNs of this computer, those that are on first. */
  readonly vpns: (signal: AbortSignal) => Promise<readonly FoundVpn[]>;
  /** Ids of the browsers that are installed ("chrome", "firefox"); empty when nobody looked. */
  readonly browsers: () => Promise<readonly string[]>;
  /** Opens a web page in the person's own browser; false when that did not work. */
  readonly openExternal: (url: string) => Promise<boolean>;
  /** Where proxies are set here, and how they are tried. */
  readonly proxies: Pick<ProxyOffDeps, "keepers" | "probes" | "environment" | "environmentLines">;
  /** A switch of the DNS servers by this program. */
  readonly dns: OwnDnsChange;
  /** A page with plain http, for networks with a sign-in page; null when none is set. */
  readonly plainPage: string | null;
  /** Whether a name has an address; false also when that could not be found out. */
  readonly exists: (name: string, signal: AbortSignal) => Promise<boolean>;
}

/** The repairs of this computer and its network, apart from the DNS ones and those of the browsers' own data. */
export function machineActions(deps: MachineActionDeps): readonly RepairAction[] {
  const { elevation, machine } = deps;
  const elevated =
    elevation === null
      ? []
      : [
          hostsEntryAction({ ...deps, elevation }),
          renewAddressAction({ machine, request: (link, signal) => requestAddress(elevation, link, signal) }),
        ];
  return [
    proxyOffAction({ ...deps.proxies, system: deps.system, journal: deps.journal }),
    ...elevated,
    portalLoginAction(deps),
    vpnToggleAction(deps),
    setClockAction(deps),
    restartServiceAction(deps),
    restartNetworkAction(deps),
    restartComputerAction(deps),
    reconnectAction(deps),
    routerDnsAction(deps),
    encryptedDnsAction(deps, deps.browsers),
    mendBrowserAction(deps, deps.browsers),
    securitySoftwareAction(deps),
    mtuHintAction(deps),
    ipv6HintAction(deps),
    otherDeviceAction(),
    checkAddressAction(deps),
  ];
}
