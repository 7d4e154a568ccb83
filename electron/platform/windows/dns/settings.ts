import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsCommand, DnsPlan, DnsSettings, DnsSnapshot } from "../../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsOutcome, DnsPlanRequest } from "../../dns/dns-backend.ts";
import { plainServers, serversOf, untouched, untouchedReading } from "../../dns/dns-parts.ts";
import type { Reading } from "../../machine.ts";
import type { WindowsDnsDeps } from "./deps.ts";
import { isWritable } from "./links.ts";
import { addressesIn, DOH_FLAG, dohName, FAMILIES, listName } from "./names.ts";
import { dnsRegistry } from "./registry-snapshot.ts";
import { isGuid } from "./script/elevated.ts";
import { readWindowsDns } from "./status.ts";

/** What stands there now on one adapter. */
export async function windowsSnapshot(
  deps: WindowsDnsDeps,
  linkId: string | null,
  signal: AbortSignal,
): DnsOutcome<DnsSnapshot> {
  const reading = await readWindowsDns(deps, signal);
  if (!reading.ok) return untouchedReading(reading.error);
  const wanted = linkId?.toUpperCase() ?? null;
  const found = reading.value.links.find(({ link }) => (wanted === null ? link.defaultRoute : link.id === wanted));
  if (found === undefined || !isGuid(found.link.id)) return untouched("no-link");
  const { link, settings, index } = found;
  // Something that is no address was written by hand or by malware; it could not be made effective again.
  if (!isWritable(settings)) return untouched("read-only-manager", "odd servers");
  return ok({
    manager: "windows",
    linkId: link.id,
    linkName: link.name,
    networkKey: link.networkKey,
    v4: link.v4,
    v6: link.v6,
    settings,
    native: { interfaceIndex: String(index) },
  });
}

/** All settings of the snapshot's adapter that are there now. */
export async function windowsSettingsNow(
  deps: WindowsDnsDeps,
  snapshot: DnsSnapshot,
  signal: AbortSignal,
): Reading<DnsSettings> {
  const registry = await dnsRegistry(deps.run, signal);
  if (!registry.ok) return registry;
  const settings = registry.value.byAdapter.get(snapshot.linkId.toUpperCase());
  return settings === undefined ? fail({ code: "unexpected-output", detail: "adapter is not there" }) : ok(settings);
}

/** Servers Windows itself knows the DoH template of (Windows 11 and Server 2022). */
const KNOWN_DOH = new Set([
  "1.1.1.1",
  "1.0.0.1",
  "2606:4700:4700::1111",
  "2606:4700:4700::1001",
  "8.8.8.8",
  "8.8.4.4",
  "2001:4860:4860::8888",
  "2001:4860:4860::8844",
  "9.9.9.9",
  "149.112.112.112",
  "2620:fe::fe",
  "2620:fe::fe:9",
]);

/** What a switch would do. */
export function windowsPlan(deps: WindowsDnsDeps, request: DnsPlanRequest): Result<DnsPlan, DnsFailure> {
  const { snapshot } = request;
  const all = plainServers(request.servers);
  if (!all.ok) return all;
  if (!isGuid(snapshot.linkId)) return untouched("no-link");
  const families = FAMILIES.filter((family) => snapshot[family].origin !== "absent");
  const servers = all.value.filter((server) => families.some((family) => serversOf([server], family).length > 0));
  if (servers.length === 0) return untouched("family-off");
  const lists = families
    .map((family) => [listName(family, "NameServer"), serversOf(servers, family).join(",")] as const)
    .filter(([, list]) => list !== "");
  const wanted: DnsSettings = { ...Object.fromEntries(lists), ...encryptionAfter(snapshot, servers) };
  const changed = Object.entries(wanted).filter(([name, value]) => value !== (snapshot.settings[name] ?? null));
  return ok({
    servers,
    settings: Object.fromEntries(changed),
    kept: {},
    commands: commandsOf(snapshot, servers),
    needsAdmin: true,
    afterPowerCut: "boot-restore",
    lasts: "permanent",
    objects: [`${deps.guardFolder}\\CHANGE`, "goodgateway-restore-CHANGE", "HKLM\\SOFTWARE\\GoodGateway\\CHANGE"],
  });
}

/** Who asks encrypted today goes on doing so, where Windows knows how; else nothing is said about encryption. */
function encryptionAfter({ settings, v4, v6 }: DnsSnapshot, servers: readonly string[]): DnsSettings {
  const now = [...v4.configured, ...v6.configured].map((server) => settings[dohName(server, "flags")] ?? null);
  if (now.length === 0 || now.includes(null)) return {};
  const fallback = now.some((flags) => (Number(flags) & DOH_FLAG.fallback) !== 0) ? DOH_FLAG.fallback : 0;
  const known = servers.filter((server) => KNOWN_DOH.has(server) && settings[dohName(server, "flags")] === undefined);
  return Object.fromEntries(known.map((server) => [dohName(server, "flags"), String(DOH_FLAG.automatic | fallback)]));
}

/** The system's own commands as the elevated run gives them; CHANGE stands for the id of the change. */
function commandsOf(snapshot: DnsSnapshot, servers: readonly string[]): readonly DnsCommand[] {
  const set = (purpose: DnsCommand["purpose"], list: readonly string[]): DnsCommand => ({
    argv: [
      "Set-DnsClientServerAddress",
      "-InterfaceIndex",
      snapshot.native["interfaceIndex"] ?? snapshot.linkId,
      ...(list.length === 0 ? ["-ResetServerAddresses"] : ["-ServerAddresses", list.join(",")]),
    ],
    elevated: true,
    purpose,
  });
  const before = FAMILIES.map((family) => addressesIn(snapshot.settings[listName(family, "NameServer")]));
  const lists = FAMILIES.map((family) => serversOf(servers, family)).filter((list) => list.length > 0);
  return [
    {
      argv: ["Register-ScheduledTask", "-TaskName", "goodgateway-restore-CHANGE", "-Trigger", "AtStartup"],
      elevated: true,
      purpose: "guard",
    },
    ...lists.map((list) => set("switch", list)),
    { argv: ["Clear-DnsClientCache"], elevated: true, purpose: "flush" },
    { argv: ["Unregister-ScheduledTask", "-TaskName", "goodgateway-restore-CHANGE"], elevated: true, purpose: "keep" },
    ...before.map((list) => set("restore", list)),
  ];
}
