import { isIpLiteral } from "../../../../shared/lib/ip.ts";
import { ok, type Result } from "../../../../shared/lib/result.ts";
import type { DnsFamily, DnsPlan, DnsSnapshot } from "../../../../shared/model/dns-settings.ts";
import type { DnsFailure, DnsPlanRequest } from "../../dns/dns-backend.ts";
import { textIn } from "../../json.ts";
import { ask, parsed } from "../../readings/reading.ts";
import type { Reading } from "../../machine.ts";
import { propertyData } from "../bus-property.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { ofFamily, untouched, type DnsKind } from "./kind.ts";

/** A link of systemd-resolved, where NetworkManager is not in charge of it. */
export function resolvedKind(deps: LinuxDnsDeps): DnsKind {
  return {
    describe: async (link, signal) => {
      const [servers, domains, dot] = await Promise.all([
        serversOf(deps, link.id, signal),
        linkProperty(deps, { id: link.id, name: "Domains" }, signal),
        linkProperty(deps, { id: link.id, name: "DNSOverTLS" }, signal),
      ]);
      const list = servers.ok ? plainAddresses(servers.value) : [];
      const automatic = servers.ok && (await handedOut(deps, link.id));
      return {
        id: link.id,
        name: link.interfaceName,
        interfaceName: link.interfaceName,
        defaultRoute: link.defaultRoute,
        networkKey: link.gateway,
        v4: familyOf(list, "v4", automatic),
        v6: familyOf(list, "v6", automatic),
        searchDomains: domainsIn(domains),
        encryption:
          dot === "yes" || dot === "opportunistic"
            ? { kind: "dot", strictness: dot === "yes" ? "required" : "preferred", templates: {} }
            : null,
      };
    },
    snapshot: async (link, signal) => {
      const servers = await serversOf(deps, link.id, signal);
      if (!servers.ok)
        return untouched(servers.error.code === "timed-out" ? "timed-out" : "no-link", servers.error.detail);
      const automatic = await handedOut(deps, link.id);
      const list = plainAddresses(servers.value);
      const snapshot: DnsSnapshot = {
        manager: "systemd-resolved",
        linkId: link.id,
        linkName: link.interfaceName,
        networkKey: link.gateway,
        v4: familyOf(list, "v4", automatic),
        v6: familyOf(list, "v6", automatic),
        settings: { dns: servers.value },
        native: {},
      };
      return ok(snapshot);
    },
    plan,
    settingsNow: async (snapshot, signal) => {
      const servers = await serversOf(deps, snapshot.linkId, signal);
      return servers.ok ? ok({ dns: servers.value }) : servers;
    },
    arguments: ({ snapshot, plan: planned }) => ({
      kind: "resolved",
      link: snapshot.linkId,
      uuid: "",
      before: snapshot.settings["dns"] ?? "",
      after: planned.settings["dns"] ?? "",
      servers: planned.servers.join(" "),
      profileBefore: "",
    }),
  };
}

function plan({ snapshot, servers }: DnsPlanRequest): Result<DnsPlan, DnsFailure> {
  if (servers.length === 0) return untouched("invalid-address");
  return ok({
    servers,
    settings: { dns: servers.join(" ") },
    kept: {},
    commands: [
      { argv: ["/usr/bin/resolvectl", "dns", snapshot.linkId, ...servers], elevated: true, purpose: "switch" },
      { argv: ["/usr/bin/resolvectl", "flush-caches"], elevated: true, purpose: "flush" },
      { argv: ["/usr/bin/resolvectl", "revert", snapshot.linkId], elevated: true, purpose: "restore" },
    ],
    needsAdmin: true,
    afterPowerCut: "volatile",
    lasts: "until-restart",
    objects: ["/run/goodgateway"],
  });
}

/** The link's servers by space, as resolvectl writes them (`address#name`, `address%interface` included). */
export async function serversOf(deps: LinuxDnsDeps, id: string, signal: AbortSignal): Reading<string> {
  return parsed(await ask(deps.run, { program: "resolvectl", args: ["dns", id], signal }), ({ stdout }) =>
    parseResolvectlDns(stdout),
  );
}

/** `Link 2 (eth0): 192.0.2.1 2001:db8::1`, long lists wrapped onto indented lines; null for anything else. */
export function parseResolvectlDns(text: string): string | null {
  if (!/^Link \d+ \([^ ]*\):/.test(text)) return null;
  return text
    .replace(/^Link \d+ \([^ ]*\):/, "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .join(" ");
}

function plainAddresses(servers: string): readonly string[] {
  return servers
    .split(" ")
    .map((word) => word.replace(/#.*$/, "").replace(/^\[([^\]]*)\].*$/, "$1"))
    .filter((word) => isIpLiteral(word));
}

/** Did networkd or another program hand these out, rather than a person? networkd keeps leases beside its links. */
async function handedOut(deps: LinuxDnsDeps, id: string): Promise<boolean> {
  const link = await deps.files.readText(`/run/systemd/netif/links/${id}`);
  if (!link.ok || link.value === null || !/^ADMIN_STATE=configured$/m.test(link.value)) return true;
  const lease = await deps.files.readText(`/run/systemd/netif/leases/${id}`);
  return lease.ok && lease.value !== null && /^DNS=./m.test(lease.value);
}

function familyOf(servers: readonly string[], family: "v4" | "v6", automatic: boolean): DnsFamily {
  const own = ofFamily(servers, family);
  if (own.length === 0) return { origin: "absent", configured: [], inUse: [] };
  return automatic
    ? { origin: "automatic", configured: [], inUse: own }
    : { origin: "static", configured: own, inUse: own };
}

/** One property of org.freedesktop.resolve1.Link; undefined when it cannot be read. */
async function linkProperty(
  deps: LinuxDnsDeps,
  which: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<unknown> {
  const service = "org.freedesktop.resolve1";
  return propertyData(
    deps.run,
    { service, path: linkPath(which.id), interface: `${service}.Link`, name: which.name },
    signal,
  );
}

/** D-Bus writes a first digit as its code (sd_bus_path_encode(3)): link 2 is `_32`, link 12 is `_312`. */
export function linkPath(id: string): string {
  const [first = "0"] = id;
  return `/org/freedesktop/resolve1/link/_${first.charCodeAt(0).toString(16)}${id.slice(1)}`;
}

function domainsIn(data: unknown): readonly string[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((row: unknown) => {
    const name = Array.isArray(row) ? textIn(row[0]) : null;
    const routingOnly = Array.isArray(row) && row[1] === true;
    return name === null ? [] : [routingOnly ? `~${name}` : name];
  });
}
