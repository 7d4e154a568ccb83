import { ok, type Result } from "../../../../shared/lib/result.ts";
import type {
  DnsCommand,
  DnsFamily,
  DnsPlan,
  DnsSettings,
  DnsSnapshot,
} from "../../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsPlanRequest } from "../../dns/dns-backend.ts";
import type { Reading } from "../../machine.ts";
import { ask, parsed, unexpected } from "../../readings/reading.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { ofFamily, untouched, type BareLink, type DnsKind } from "./kind.ts";
import { nmNeedsAdmin } from "./nm-permissions.ts";
import {
  deviceText,
  isOn,
  nmcliFields,
  parseAppliedConnection,
  profileText,
  type NmConnection,
  type NmFamily,
} from "./nm-settings.ts";

const PROFILE_FIELDS = "ipv4.dns,ipv4.ignore-auto-dns,ipv6.dns,ipv6.ignore-auto-dns";
const DEVICE_FIELDS = "GENERAL.DBUS-PATH,GENERAL.STATE,GENERAL.CON-UUID,GENERAL.CONNECTION,IP4.DNS,IP6.DNS,IP4.DOMAIN";

/** A device under a profile of NetworkManager. */
export function nmKind(deps: LinuxDnsDeps): DnsKind {
  return {
    describe: async (link, signal) => {
      const state = await nmDevice(deps, link.interfaceName, signal);
      const unknown: DnsFamily = { origin: "absent", configured: [], inUse: null };
      return {
        id: link.id,
        name: state.ok ? state.value.connectionName : link.interfaceName,
        interfaceName: link.interfaceName,
        defaultRoute: link.defaultRoute,
        networkKey: state.ok ? state.value.uuid : link.gateway,
        v4: state.ok ? familyOf(state.value.applied.v4, state.value.inUse, "v4") : unknown,
        v6: state.ok ? familyOf(state.value.applied.v6, state.value.inUse, "v6") : unknown,
        searchDomains: state.ok ? state.value.domains : [],
        encryption: null,
      };
    },
    snapshot: async (link, signal) => {
      const state = await nmDevice(deps, link.interfaceName, signal);
      if (!state.ok) return untouched(state.error.code === "timed-out" ? "timed-out" : "no-link", state.error.detail);
      const profile = await nmProfile(deps, state.value.uuid, signal);
      if (!profile.ok) return untouched("no-link", profile.error.detail);
      return ok(
        snapshotOf(link, state.value, {
          profile: profile.value,
          elevate: (await nmNeedsAdmin(deps, signal)) ? "yes" : "no",
        }),
      );
    },
    plan,
    settingsNow: async (snapshot, signal) => {
      const [state, profile] = await Promise.all([
        nmDevice(deps, snapshot.native["device"] ?? "", signal),
        nmProfile(deps, snapshot.native["uuid"] ?? "", signal),
      ]);
      if (!state.ok) return state;
      return profile.ok ? ok({ device: deviceText(state.value.applied), profile: profile.value }) : profile;
    },
    arguments: ({ snapshot, plan: planned }) => ({
      kind: "nm",
      link: snapshot.linkId,
      uuid: snapshot.native["uuid"] ?? "",
      before: snapshot.settings["device"] ?? "",
      after: planned.settings["device"] ?? "",
      servers: planned.servers.join(" "),
      profileBefore: snapshot.settings["profile"] ?? "",
    }),
  };
}

interface NmDevice {
  readonly path: string;
  readonly uuid: string;
  readonly connectionName: string;
  readonly inUse: readonly string[];
  readonly domains: readonly string[];
  readonly applied: NmConnection;
}

/** One active device with its running connection; an error when it has none of NetworkManager's own. */
export async function nmDevice(deps: LinuxDnsDeps, name: string, signal: AbortSignal): Reading<NmDevice> {
  // nmcli would take such a name for an option; the kernel allows it.
  if (name === "" || name.startsWith("-")) return unexpected("interface name");
  const args = ["-t", "-e", "no", "-f", DEVICE_FIELDS, "device", "show", name];
  const shown = await ask(deps.run, { program: "nmcli", args, signal });
  if (!shown.ok) return shown;
  const fields = nmcliFields(shown.value.stdout);
  const first = (key: string): string => fields.get(key)?.[0] ?? "";
  const [path, uuid] = [first("GENERAL.DBUS-PATH"), first("GENERAL.CON-UUID")];
  if (!first("GENERAL.STATE").startsWith("100") || uuid === "") return unexpected("not active");
  const applied = parsed(
    await ask(deps.run, {
      program: "busctl",
      args: [
        "--system",
        "--json=short",
        "call",
        "org.freedesktop.NetworkManager",
        path,
        "org.freedesktop.NetworkManager.Device",
        "GetAppliedConnection",
        "u",
        "0",
      ],
      signal,
    }),
    ({ stdout }) => parseAppliedConnection(stdout),
  );
  if (!applied.ok) return applied;
  return ok({
    path,
    uuid,
    connectionName: first("GENERAL.CONNECTION"),
    inUse: [...(fields.get("IP4.DNS") ?? []), ...(fields.get("IP6.DNS") ?? [])],
    domains: fields.get("IP4.DOMAIN") ?? [],
    applied: applied.value,
  });
}

async function nmProfile(deps: LinuxDnsDeps, uuid: string, signal: AbortSignal): Reading<string> {
  const args = ["-t", "-e", "no", "-f", PROFILE_FIELDS, "connection", "show", "uuid", uuid];
  return parsed(await ask(deps.run, { program: "nmcli", args, signal }), ({ stdout }) => profileText(stdout));
}

function snapshotOf(
  link: BareLink,
  state: NmDevice,
  more: { readonly profile: string; readonly elevate: string },
): DnsSnapshot {
  return {
    manager: "network-manager",
    linkId: link.id,
    linkName: state.connectionName,
    networkKey: state.uuid,
    v4: familyOf(state.applied.v4, state.inUse, "v4"),
    v6: familyOf(state.applied.v6, state.inUse, "v6"),
    settings: { device: deviceText(state.applied), profile: more.profile },
    native: { device: link.interfaceName, uuid: state.uuid, elevate: more.elevate },
  };
}

function familyOf(family: NmFamily, inUse: readonly string[], which: "v4" | "v6"): DnsFamily {
  const asked = ofFamily(inUse, which);
  if (!isOn(family)) return { origin: "absent", configured: [], inUse: asked };
  if (family.dns.length > 0) return { origin: "static", configured: family.dns, inUse: asked };
  const automatic = !family.ignoreAuto && (family.method === "auto" || asked.length > 0);
  return { origin: automatic ? "automatic" : "absent", configured: [], inUse: asked };
}

function plan({ snapshot, servers }: DnsPlanRequest): Result<DnsPlan, DnsFailure> {
  const before = (snapshot.settings["device"] ?? "").split("|");
  const on = { v4: before[1] !== "", v6: before[3] !== "" };
  const given = { v4: on.v4 ? ofFamily(servers, "v4") : [], v6: on.v6 ? ofFamily(servers, "v6") : [] };
  const written = servers.filter((server) => given.v4.includes(server) || given.v6.includes(server));
  if (written.length === 0) return untouched("family-off");
  const half = (family: "v4" | "v6"): string => (on[family] ? `${given[family].join(",")}|yes` : "|");
  const after = `${half("v4")}|${half("v6")}`;
  const elevated = snapshot.native["elevate"] !== "no";
  return ok({
    servers: written,
    settings: { device: after },
    kept: { profile: keptProfile(after, snapshot.settings["profile"] ?? "") },
    commands: commandsFor(snapshot, after, elevated),
    needsAdmin: elevated,
    afterPowerCut: "volatile",
    lasts: "permanent",
    objects: ["/run/goodgateway", "NetworkManager checkpoint"],
  });
}

/** A family that is off keeps what its profile had. */
function keptProfile(after: string, profile: string): string {
  const [now, had] = [after.split("|"), profile.split("|")];
  const v4 = now[1] === "" ? had.slice(0, 2) : now.slice(0, 2);
  const v6 = now[3] === "" ? had.slice(2, 4) : now.slice(2, 4);
  return [...v4, ...v6].join("|");
}

function commandsFor(snapshot: DnsSnapshot, after: string, elevated: boolean): readonly DnsCommand[] {
  const device = snapshot.native["device"] ?? "";
  const uuid = snapshot.native["uuid"] ?? "";
  const command = (purpose: DnsCommand["purpose"], ...argv: readonly string[]): DnsCommand => ({
    argv,
    elevated,
    purpose,
  });
  const checkpoint = ["org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"];
  const before: DnsSettings = snapshot.settings;
  return [
    command("guard", "/usr/bin/busctl", "call", ...checkpoint, "org.freedesktop.NetworkManager", "CheckpointCreate"),
    command("switch", "/usr/bin/nmcli", "device", "modify", device, ...writing(after)),
    command("keep", "/usr/bin/nmcli", "connection", "modify", "uuid", uuid, ...writing(after)),
    command("restore", "/usr/bin/nmcli", "device", "modify", device, ...writing(before["device"] ?? "")),
  ];
}

/** Arguments for nmcli; a family that is off is not named. */
function writing(text: string): readonly string[] {
  const [dns4 = "", ignore4 = "", dns6 = "", ignore6 = ""] = text.split("|");
  return [
    ...(ignore4 === "" ? [] : ["ipv4.dns", dns4, "ipv4.ignore-auto-dns", ignore4]),
    ...(ignore6 === "" ? [] : ["ipv6.dns", dns6, "ipv6.ignore-auto-dns", ignore6]),
  ];
}
