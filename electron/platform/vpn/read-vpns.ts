import type { RunProgram } from "../exec.ts";
import { recordsIn, textIn } from "../json.ts";
import type { Machine } from "../machine.ts";
import { ask } from "../readings/reading.ts";
import { askPowershell, powershellScript } from "../windows/powershell.ts";
import { type VpnClient, vpnClientOf } from "./known-clients.ts";

/** A VPN on this computer. */
export interface FoundVpn {
  /** Null: one that the system itself runs, or a program that we do not know. */
  readonly client: VpnClient | null;
  /** The connection's or interface's name. */
  readonly name: string;
  /** Null when that cannot be told. */
  readonly on: boolean | null;
  /** Who switches it: a program of its own, the system's settings, NetworkManager, or nobody we know. */
  readonly by: "client" | "system" | "network-manager" | "unknown";
}

/** What they are read with. */
export interface VpnDeps {
  readonly run: RunProgram;
  readonly machine: Machine;
}

/** The VPNs of this computer, those that are on first; empty when none was found or nothing could be read. */
export async function readVpns(deps: VpnDeps, signal: AbortSignal): Promise<readonly FoundVpn[]> {
  const [own, tunnels] = await Promise.all([ownOf(deps, signal), tunnelsOf(deps, signal)]);
  const found = [...own, ...tunnels];
  // The same program may show as a service, an adapter and an interface: the one that is on tells most.
  const best = found.toSorted((a, b) => rank(a) - rank(b));
  return best.filter((one, index) => best.findIndex(({ client, name }) => sameVpn({ client, name }, one)) === index);
}

function rank({ on, by }: FoundVpn): number {
  return (on === true ? 0 : on === null ? 2 : 4) + (by === "unknown" ? 1 : 0);
}

function sameVpn(a: Pick<FoundVpn, "client" | "name">, b: Pick<FoundVpn, "client" | "name">): boolean {
  return a.client === null || b.client === null ? a.name === b.name : a.client.id === b.client.id;
}

function ownOf(deps: VpnDeps, signal: AbortSignal): Promise<readonly FoundVpn[]> {
  switch (deps.machine.os) {
    case "windows":
      return onWindows(deps, signal);
    case "macos":
      return onMacos(deps, signal);
    case "linux":
      return onLinux(deps, signal);
    case "other":
      return Promise.resolve([]);
  }
}

/** Interfaces that are tunnels and have an address of their own; macOS always has some without. */
async function tunnelsOf({ machine }: VpnDeps, signal: AbortSignal): Promise<readonly FoundVpn[]> {
  const links = await machine.interfaces(signal);
  if (!links.ok) return [];
  return links.value
    .filter(
      ({ kind, up, addresses }) => kind === "tunnel" && up && addresses.some(({ scope }) => scope !== "link-local"),
    )
    .map(({ name }): FoundVpn => {
      const client = vpnClientOf(name);
      return { client, name, on: true, by: client === null ? "unknown" : "client" };
    });
}

const WINDOWS_SCRIPT = powershellScript(String.raw`
$connections = Part { @(Get-VpnConnection) + @(Get-VpnConnection -AllUserConnection) | ForEach-Object {
  @{ name = $_.Name; on = ($_.ConnectionStatus -eq 'Connected') } } }
$adapters = Part { Get-NetAdapter | ForEach-Object {
  @{ name = $_.Name; description = $_.InterfaceDescription; on = ($_.Status -eq 'Up') } } }
ConvertTo-Json -Compress -Depth 4 @{ connections = $connections; adapters = $adapters }
`);

async function onWindows({ run }: VpnDeps, signal: AbortSignal): Promise<readonly FoundVpn[]> {
  const answer = await askPowershell(run, WINDOWS_SCRIPT, { signal });
  if (!answer.ok) return [];
  const connections = rowsOf(answer.value["connections"]).map(({ name, on }): FoundVpn => ({
    client: null,
    name,
    on,
    by: "system",
  }));
  const adapters = rowsOf(answer.value["adapters"]).flatMap(({ name, on, description }): readonly FoundVpn[] => {
    const client = vpnClientOf(name, description);
    return client === null ? [] : [{ client, name, on, by: "client" }];
  });
  return [...connections, ...adapters];
}

function rowsOf(
  value: unknown,
): readonly { readonly name: string; readonly description: string; readonly on: boolean }[] {
  return recordsIn(value).flatMap((row) => {
    const name = textIn(row["name"]) ?? "";
    return name === "" ? [] : [{ name, description: textIn(row["description"]) ?? "", on: row["on"] === true }];
  });
}

/** `scutil --nc list`: `* (Connected)  UUID VPN (bundle id) "Name"  [VPN:bundle id]`; its words are not translated. */
async function onMacos({ run }: VpnDeps, signal: AbortSignal): Promise<readonly FoundVpn[]> {
  const output = await ask(run, { program: "scutil", args: ["--nc", "list"], signal });
  if (!output.ok) return [];
  const rows = output.value.stdout.matchAll(
    /^\*?\s*\((?<state>\w+)\)\s+[\dA-F-]{36}\s.*?"(?<name>.*)"\s+\[(?<kind>[^\]]*)\]\s*$/gmu,
  );
  return [...rows].map(({ groups }): FoundVpn => {
    const { state = "", name = "", kind = "" } = groups ?? {};
    const client = vpnClientOf(kind, name);
    return { client, name, on: state === "Connected", by: client === null ? "system" : "client" };
  });
}

async function onLinux({ run }: VpnDeps, signal: AbortSignal): Promise<readonly FoundVpn[]> {
  const args = ["-t", "-e", "yes", "-f", "NAME,TYPE,STATE", "connection", "show"];
  const output = await ask(run, { program: "nmcli", args, signal });
  if (!output.ok) return [];
  return output.value.stdout.split("\n").flatMap((line): readonly FoundVpn[] => {
    // Colons and backslashes inside a name are written with a backslash before them.
    const [name = "", type = "", state = ""] = [...line.matchAll(/((?:\\.|[^:\\])*)(?::|$)/gu)].map(([, part = ""]) =>
      part.replaceAll(/\\(.)/gu, "$1"),
    );
    if (name === "" || (type !== "vpn" && type !== "wireguard")) return [];
    return [{ client: null, name, on: state === "activated", by: "network-manager" }];
  });
}
