import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a name found on the machine can do at the places of one file where a program is asked for. */
export interface CallSites {
  readonly calls: number;
  /** `none`: constants, numbers and checked ids only. Else the cases, or the tests, that send hostile names through it. */
  readonly names: "none" | readonly string[];
}

/** The DNS back ends have their own tests of 500 names. */
const LINUX = "linux/dns/names.test.ts";
const MACOS = "macos/dns/names.test.ts";
const WINDOWS = "windows/dns/names.test.ts";
/** So have the installers of newer versions: what is started, and whose signature is asked for, is a path of our own folder. */
const INSTALLER = "../main/updates/start-installer.test.ts";
const PUBLISHER = "windows/publisher.test.ts";

/**
 * Every file that asks for a program, and how often. A new place is to be looked at before it is added here: what of
 * its arguments, variables and input comes from outside, and which case sends hostile names that way?
 */
export const CALL_SITES: Readonly<Record<string, CallSites>> = {
  "electron/browsers/connections.ts": { calls: 3, names: "none" },
  "electron/browsers/default-browser.ts": { calls: 1, names: "none" },
  "electron/browsers/open/open-address.ts": { calls: 1, names: ["open an address", "open with a profile folder"] },
  "electron/browsers/processes.ts": { calls: 2, names: "none" },
  "electron/browsers/read/policies.ts": { calls: 1, names: "none" },
  "electron/browsers/read/version.ts": { calls: 1, names: ["ask a browser for its version"] },
  "electron/browsers/windows-programs.ts": { calls: 1, names: "none" },
  "electron/cli/pdf-runtime.ts": { calls: 2, names: "none" },
  "electron/main/updates/start-installer.ts": { calls: 1, names: [INSTALLER] },
  "electron/main/updates-parts.ts": { calls: 1, names: "none" },
  "electron/platform/elevated/edit-hosts.ts": { calls: 2, names: ["replace the hosts file", "replace it on Windows"] },
  "electron/platform/elevated/run-elevated-windows.ts": { calls: 1, names: ["replace it on Windows"] },
  "electron/platform/elevated/run-elevated.ts": { calls: 1, names: ["switch a proxy as administrator"] },
  "electron/platform/linux/bus-property.ts": { calls: 2, names: "none" },
  "electron/platform/linux/dns/above-links.ts": { calls: 3, names: "none" },
  "electron/platform/linux/dns/environment.ts": { calls: 2, names: "none" },
  "electron/platform/linux/dns/flush.ts": { calls: 3, names: "none" },
  "electron/platform/linux/dns/kind-nm.ts": { calls: 3, names: [LINUX] },
  "electron/platform/linux/dns/kind-resolvconf.ts": { calls: 1, names: [LINUX] },
  "electron/platform/linux/dns/kind-resolved.ts": { calls: 4, names: [LINUX] },
  "electron/platform/linux/dns/linux-guard.ts": { calls: 1, names: [LINUX] },
  "electron/platform/linux/dns/nm-permissions.ts": { calls: 1, names: "none" },
  "electron/platform/linux/dns/run-script.ts": { calls: 1, names: [LINUX] },
  "electron/platform/linux/gnome-proxies.ts": { calls: 1, names: "none" },
  "electron/platform/linux/interfaces.ts": { calls: 1, names: "none" },
  "electron/platform/linux/neighbour.ts": { calls: 1, names: ["ask for a neighbour on Linux"] },
  "electron/platform/linux/resolvers.ts": { calls: 2, names: "none" },
  "electron/platform/linux/routes.ts": { calls: 1, names: "none" },
  "electron/platform/macos/dns/flush.ts": { calls: 3, names: "none" },
  "electron/platform/macos/dns/guard.ts": { calls: 3, names: [MACOS] },
  "electron/platform/macos/dns/host.ts": { calls: 1, names: "none" },
  "electron/platform/macos/dns/run-script.ts": { calls: 1, names: [MACOS] },
  "electron/platform/macos/dns/services.ts": { calls: 3, names: [MACOS] },
  "electron/platform/macos/dns/settings.ts": { calls: 2, names: [MACOS] },
  "electron/platform/macos/dns/status.ts": { calls: 2, names: [MACOS] },
  "electron/platform/macos/dns/store.ts": { calls: 3, names: [MACOS] },
  "electron/platform/macos/interfaces.ts": { calls: 2, names: "none" },
  "electron/platform/macos/neighbour.ts": { calls: 1, names: ["ask for a neighbour on macOS"] },
  "electron/platform/macos/proxies.ts": { calls: 1, names: "none" },
  "electron/platform/macos/resolvers.ts": { calls: 1, names: "none" },
  "electron/platform/macos/routes.ts": { calls: 1, names: "none" },
  "electron/platform/macos/scutil.ts": { calls: 1, names: "none" },
  "electron/platform/dns/name-services.ts": { calls: 2, names: ["restart a name service"] },
  "electron/platform/readings/ping-observation.ts": {
    calls: 1,
    names: ["ping on Linux", "ping on macOS", "ping on Windows"],
  },
  "electron/platform/proxy/places/gnome-keeper.ts": { calls: 3, names: ["switch GNOME's proxy"] },
  "electron/platform/proxy/places/kde-keeper.ts": { calls: 1, names: "none" },
  "electron/platform/proxy/places/launchd-keeper.ts": { calls: 1, names: ["put a variable back into launchd"] },
  "electron/platform/proxy/places/macos-keeper.ts": {
    calls: 4,
    names: ["switch a proxy of a service", "switch a proxy as administrator", "list services"],
  },
  "electron/platform/proxy/places/windows-environment-keeper.ts": {
    calls: 2,
    names: ["put a variable back on Windows"],
  },
  "electron/platform/proxy/places/windows-keeper.ts": { calls: 4, names: ["switch the proxy of a connection"] },
  "electron/platform/proxy/places/winhttp-keeper.ts": { calls: 2, names: ["put the services' proxy back"] },
  "electron/platform/readings/reading.ts": { calls: 1, names: ["switch a proxy of a service"] },
  "electron/platform/renew-address.ts": {
    calls: 5,
    names: ["renew on Linux", "renew through NetworkManager", "renew on macOS", "renew on Windows"],
  },
  "electron/platform/time-sync.ts": { calls: 4, names: "none" },
  "electron/platform/vpn/read-vpns.ts": { calls: 3, names: ["read VPNs"] },
  "electron/platform/windows/dns/elevate.ts": { calls: 1, names: [WINDOWS] },
  "electron/platform/windows/dns/flush.ts": { calls: 2, names: "none" },
  "electron/platform/windows/dns/guard.ts": { calls: 2, names: [WINDOWS] },
  "electron/platform/windows/dns/host.ts": { calls: 1, names: "none" },
  "electron/platform/windows/dns/registry-snapshot.ts": { calls: 1, names: [WINDOWS] },
  "electron/platform/windows/dns/settings.ts": { calls: 1, names: [WINDOWS] },
  "electron/platform/windows/dns/status.ts": { calls: 1, names: [WINDOWS] },
  "electron/platform/windows/hosts-path.ts": { calls: 1, names: "none" },
  "electron/platform/windows/neighbour.ts": { calls: 1, names: ["ask for a neighbour on Windows"] },
  "electron/platform/windows/network-snapshot.ts": { calls: 1, names: "none" },
  "electron/platform/windows/powershell.ts": { calls: 1, names: ["ask for a neighbour on Windows"] },
  "electron/platform/windows/proxies.ts": { calls: 4, names: "none" },
  "electron/platform/windows/publisher.ts": { calls: 1, names: [PUBLISHER] },
  "electron/platform/windows/registry.ts": { calls: 1, names: "none" },
  "electron/platform/windows/routes.ts": { calls: 1, names: "none" },
};

/** Files that hand a runner on and start nothing themselves. */
export const HANDING_ON: readonly string[] = [
  "electron/browsers/browser-deps.ts",
  "electron/main/updates/windows-updater.ts",
  "electron/platform/exec.ts",
  "electron/platform/linux/linux-machine.ts",
  "electron/platform/machine-deps.ts",
  "electron/platform/macos/macos-machine.ts",
  "electron/platform/proxy/places/all-keepers.ts",
  "electron/platform/windows/windows-machine.ts",
  "electron/repairs/actions/restart-service.ts",
  "electron/repairs/actions/set-clock.ts",
  "electron/repairs/create-machine-actions.ts",
  "electron/repairs/hosts/hosts-entry.ts",
  "electron/repairs/machine-actions.ts",
];

/** A call that starts a program, or of a helper that is given a program's words. */
const CALL = new RegExp(
  [
    String.raw`(?<![\w.])(?:ask|askPowershell|runElevatedPowershell|registryValues|scutil)\((?:\w+\.)?run(?:Program)?\b`,
    String.raw`(?<![\w.])(?:runElevatedScript|runElevated|runDnsScript|runMacosScript|runProgram|launchProgram)\(`,
    String.raw`(?<![\w.])(?:storeValue|storeName|askProperty|propertyData|linkProperty|dnsRegistry)\(`,
    String.raw`(?<![\w.])(?:deps\.|this\.)?(?:run|launch)\(\s*(?:\{|command\b)`,
  ].join("|"),
  "g",
);

/** Whoever can start a program names one of these. */
const RUNNER =
  /\b(?:RunProgram|runProgram|LaunchProgram|launchProgram|createRunner|ElevationDeps)\b|\b(?:deps|elevation)\.(?:run|launch)\b/;

/** Files of the sources that can start programs, and the number of places in each where they do. */
export function foundCallSites(root: string): ReadonlyMap<string, number> {
  const entries = readdirSync(join(root, "electron"), { recursive: true, withFileTypes: true });
  const found = entries.flatMap((entry) => {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) return [];
    const path = join(entry.parentPath, entry.name);
    const text = withoutNoise(readFileSync(path, "utf8"));
    if (!RUNNER.test(text) && !callsOfHelpers(text)) return [];
    return [[path.slice(root.length + 1).replaceAll("\\", "/"), [...text.matchAll(CALL)].length] as const];
  });
  return new Map(found);
}

/** Helpers that hide the runner in something else. */
function callsOfHelpers(text: string): boolean {
  return /import[^;]*\b(?:runElevated\w*|runDnsScript|runMacosScript|storeValue|storeName|dnsRegistry|registryValues|askPowershell|scutil)\b[^;]*from/.test(
    text,
  );
}

/** Without comments and without the heads of functions, which look like calls. */
function withoutNoise(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/(^|\s)\/\/.*$/gm, "$1")
    .replaceAll(/\bfunction \w+\(/g, "function(");
}
