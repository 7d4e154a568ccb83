import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsCommand, DnsPlan, DnsSettings, DnsSnapshot } from "../../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsOutcome, DnsPlanRequest } from "../../dns/dns-backend.ts";
import { plainServers, untouched, untouchedReading } from "../../dns/dns-parts.ts";
import type { Reading } from "../../machine.ts";
import { isZonedLiteral } from "../../readings/zoned-address.ts";
import type { MacosDnsDeps } from "./deps.ts";
import { macosServices } from "./services.ts";
import { SERVICE_ID, storeList, storeValue } from "./store.ts";

/** The list as one setting: addresses by comma; null when the network's own servers are used. */
function settingOf(manual: readonly string[] | null): string | null {
  return manual === null || manual.length === 0 ? null : manual.join(",");
}

/** The list as the script wants it. */
export function wordOfList(setting: string | null): string {
  return setting === null || setting === "" ? "none" : setting;
}

/** What stands there now on one service. */
export async function macosSnapshot(
  deps: MacosDnsDeps,
  linkId: string | null,
  signal: AbortSignal,
): DnsOutcome<DnsSnapshot> {
  const services = await macosServices(deps, signal);
  if (!services.ok) return untouchedReading(services.error);
  const service = services.value.find(({ link }) => (linkId === null ? link.defaultRoute : link.id === linkId));
  if (service === undefined) return untouched("no-link");
  const { link, manual } = service;
  // Something wrote what is no address; it could not be written back.
  if (manual?.every((server) => isZonedLiteral(server)) === false) return untouched("read-only-manager", "odd servers");
  return ok({
    manager: "macos",
    linkId: link.id,
    linkName: link.name,
    networkKey: link.networkKey,
    v4: link.v4,
    v6: link.v6,
    settings: { servers: settingOf(manual) },
    native: link.interfaceName === null ? {} : { interfaceName: link.interfaceName },
  });
}

/** The list of the snapshot's service as it is now. */
export async function macosSettingsNow(
  deps: MacosDnsDeps,
  snapshot: DnsSnapshot,
  signal: AbortSignal,
): Reading<DnsSettings> {
  const key = `Setup:/Network/Service/${snapshot.linkId}`;
  if (!SERVICE_ID.test(snapshot.linkId)) return fail({ code: "unexpected-output", detail: "no service id" });
  const there = await storeValue(deps, key, signal);
  if (!there.ok) return there;
  if (there.value === null) return fail({ code: "unexpected-output", detail: "service is not there" });
  const dns = await storeValue(deps, `${key}/DNS`, signal);
  return dns.ok ? ok({ servers: settingOf(storeList(dns.value, "ServerAddresses")) }) : dns;
}

/** What a switch would do. */
export function macosPlan(deps: MacosDnsDeps, request: DnsPlanRequest): Result<DnsPlan, DnsFailure> {
  const { snapshot } = request;
  const servers = plainServers(request.servers);
  if (!servers.ok) return servers;
  if (!SERVICE_ID.test(snapshot.linkId)) return untouched("no-link");
  const before = snapshot.settings["servers"] ?? null;
  const after = servers.value.join(",");
  const write = (list: string | null, purpose: DnsCommand["purpose"]): DnsCommand => ({
    argv: [deps.places.networksetup, "-setdnsservers", snapshot.linkId, ...(list?.split(",") ?? ["Empty"])],
    elevated: true,
    purpose,
  });
  const { folder, daemons, dscacheutil, killall } = deps.places;
  return ok({
    servers: servers.value,
    settings: after === before ? {} : { servers: after },
    kept: {},
    commands: [
      { argv: ["/bin/sh", `${folder}/CHANGE/private/script`, "guard", "CHANGE"], elevated: true, purpose: "guard" },
      write(after, "switch"),
      { argv: [dscacheutil, "-flushcache"], elevated: true, purpose: "flush" },
      { argv: [killall, "-HUP", "mDNSResponder"], elevated: true, purpose: "flush" },
      { argv: ["/bin/rm", "-f", `${daemons}/org.goodgateway.restore.CHANGE.plist`], elevated: true, purpose: "keep" },
      write(before, "restore"),
    ],
    needsAdmin: true,
    afterPowerCut: "boot-restore",
    lasts: "permanent",
    objects: [`${folder}/CHANGE`, `${daemons}/org.goodgateway.restore.CHANGE.plist`],
  });
}
