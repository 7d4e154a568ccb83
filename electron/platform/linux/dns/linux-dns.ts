import ipaddr from "ipaddr.js";
import { isIpLiteral } from "../../../../shared/lib/ip.ts";
import { fail, ok } from "../../../../shared/lib/result.ts";
import type { DnsChange } from "../../../../shared/model/dns-change.ts";
import type { DnsManager, DnsStatus } from "../../../../shared/model/dns-settings.ts";
import type { DnsBackend, DnsFailure } from "../../dns/dns-backend.ts";
import type { Reading } from "../../machine.ts";
import { guarded } from "../../readings/reading.ts";
import { dnsAbove } from "./above-links.ts";
import type { LinuxDnsDeps } from "./deps.ts";
import { dnsEnvironment } from "./environment.ts";
import { flushLinux } from "./flush.ts";
import { linuxGuard } from "./linux-guard.ts";
import { fileKind } from "./kind-file.ts";
import { nmKind } from "./kind-nm.ts";
import { resolvconfKind } from "./kind-resolvconf.ts";
import { resolvedKind } from "./kind-resolved.ts";
import { untouched, type BareLink, type DnsKind } from "./kind.ts";
import { linuxLinks } from "./links.ts";
import { decideManager, type DnsManagerDecision } from "./manager.ts";
import { isRunning, linuxBootId, markOf } from "./process-mark.ts";
import { readResolverFile } from "./resolver-file.ts";

/** The file is one for all links; this stands for "no link in particular". */
const NO_LINK: BareLink = { id: "0", interfaceName: "", defaultRoute: false, gateway: null };

/** DNS settings on Linux, whoever is in charge of them. */
export function linuxDns(deps: LinuxDnsDeps): DnsBackend {
  const kindOf = (manager: DnsManager): DnsKind => kindFor(deps, manager);
  const guard = linuxGuard(deps, kindOf);
  return {
    os: "linux",
    host: {
      own: async () => markOf(process.pid) ?? { pid: process.pid, startTime: "" },
      bootId: async () => linuxBootId(),
      isRunning: async (mark) => isRunning(mark),
    },
    read: (signal) => guarded(signal, () => readStatus(deps, signal)),
    snapshot: async (linkId, signal) => {
      const found = await look(deps, signal);
      if (!found.ok) return untouched("failed", found.error.detail);
      const { decision, links } = found.value;
      if (decision.readOnly !== null) return untouched("read-only-manager", decision.readOnly);
      const link =
        linkId === null ? links.find(({ defaultRoute }) => defaultRoute) : links.find(({ id }) => id === linkId);
      const whole = decision.manager !== "network-manager" && decision.manager !== "systemd-resolved";
      if (link === undefined && !(whole && linkId === null)) return untouched("no-link", linkId ?? "");
      const snapshot = await kindOf(decision.manager).snapshot(link ?? NO_LINK, signal);
      const systemd = (await deps.files.exists("/run/systemd/system")) ? "yes" : "no";
      return snapshot.ok ? ok({ ...snapshot.value, native: { ...snapshot.value.native, systemd } }) : snapshot;
    },
    plan: ({ snapshot, servers }) => {
      if (servers.length === 0 || !servers.every((server) => isServer(server))) return untouched("invalid-address");
      const canonical = [...new Set(servers.map((server) => ipaddr.parse(server).toString()))];
      return kindOf(snapshot.manager).plan({ snapshot, servers: canonical });
    },
    settingsNow: (snapshot, signal) => guarded(signal, () => kindOf(snapshot.manager).settingsNow(snapshot, signal)),
    apply: (change, signal) => applyIfSame(deps, change, signal, guard.apply),
    commit: guard.commit,
    restore: guard.restore,
    extend: guard.extend,
    guardReport: guard.report,
    flush: async (elevate, signal) => ok(await flushLinux(deps, elevate, signal)),
  };
}

function kindFor(deps: LinuxDnsDeps, manager: DnsManager): DnsKind {
  if (manager === "network-manager") return nmKind(deps);
  if (manager === "systemd-resolved") return resolvedKind(deps);
  return manager === "resolvconf" || manager === "openresolv" ? resolvconfKind(deps, manager) : fileKind();
}

/** No zone: a link-local server belongs to one link, and a command gets plain literals only. No wildcard address. */
function isServer(text: string): boolean {
  if (!isIpLiteral(text) || text.includes("%")) return false;
  return !["unspecified", "multicast", "broadcast"].includes(ipaddr.parse(text).range());
}

interface Found {
  readonly decision: DnsManagerDecision;
  readonly links: readonly BareLink[];
  readonly overrides: DnsStatus["overrides"];
}

async function look(deps: LinuxDnsDeps, signal: AbortSignal): Reading<Found> {
  const links = await linuxLinks(deps, signal);
  if (!links.ok) return links;
  const first = links.value.links.find(({ defaultRoute }) => defaultRoute);
  const decision = decideManager(await dnsEnvironment(deps, first?.interfaceName ?? null, signal));
  return ok({ decision, ...links.value });
}

async function readStatus(deps: LinuxDnsDeps, signal: AbortSignal): Reading<DnsStatus> {
  const found = await look(deps, signal);
  if (!found.ok) return found;
  const { decision, links, overrides } = found.value;
  const kind = kindFor(deps, decision.manager);
  const { file } = readResolverFile();
  const needsLink = decision.manager === "network-manager" || decision.manager === "systemd-resolved";
  const noLink = needsLink && !links.some(({ defaultRoute }) => defaultRoute);
  const foreign = needsLink && bypassed(file.servers, decision.manager);
  const above = await dnsAbove(deps, decision.manager, links, signal);
  return ok({
    manager: decision.manager,
    readOnly: decision.readOnly ?? (noLink ? "no-default-link" : null),
    links: await Promise.all(links.map((link) => kind.describe(link, signal))),
    globalServers: above.globalServers,
    overrides: [
      ...overrides,
      ...above.overrides.filter(({ detail }) => !overrides.some((known) => known.detail === detail)),
      ...(foreign ? [{ kind: "foreign-file" as const, detail: file.path }] : []),
    ],
    file,
  });
}

/** Programs read the file; under resolved it should name the stub, or the link's settings are not what is asked. */
function bypassed(servers: readonly string[], manager: DnsManager): boolean {
  return manager === "systemd-resolved" && servers.length > 0 && servers.every((one) => !one.startsWith("127."));
}

/** The manager is looked at again right before: another one may have taken over since the snapshot. */
async function applyIfSame(
  deps: LinuxDnsDeps,
  change: DnsChange,
  signal: AbortSignal,
  apply: DnsBackend["apply"],
): ReturnType<DnsBackend["apply"]> {
  const found = await look(deps, signal);
  if (!found.ok) return untouched("failed", found.error.detail);
  if (found.value.decision.manager !== change.snapshot.manager) {
    return fail<DnsFailure>({ code: "changed-meanwhile", detail: found.value.decision.manager, changed: "nothing" });
  }
  return apply(change, signal);
}
