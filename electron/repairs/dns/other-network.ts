import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { DnsManager } from "../../../shared/model/dns-settings.ts";
import { standingOf } from "./compare.ts";
import type { DnsDesk } from "./desk.ts";

/**
 * Managers whose settings are what a network handed out, written down: put back on another network they would name
 * servers that may not answer there. Elsewhere a setting belongs to an adapter or a profile and is right on any network.
 */
const BOUND: ReadonlySet<DnsManager> = new Set<DnsManager>(["plain-file", "systemd-resolved"]);

/**
 * Would undoing this kept change write one network's servers onto another? Only when both networks are known and
 * differ, and the change still stands. A change that was never kept goes back wherever it is.
 */
export async function isOtherNetwork(desk: DnsDesk, change: DnsChange, signal: AbortSignal): Promise<boolean> {
  const { snapshot, plan, state } = change;
  if (state !== "committed" || snapshot.networkKey === null || !BOUND.has(snapshot.manager)) return false;
  const status = await desk.backend.read(signal);
  if (!status.ok) return false;
  const { links } = status.value;
  const link = links.find(({ id }) => id === snapshot.linkId) ?? links.find(({ defaultRoute }) => defaultRoute);
  const here = link?.networkKey ?? null;
  if (here === null || here === snapshot.networkKey) return false;
  const now = await desk.backend.settingsNow(snapshot, signal);
  const standing = now.ok ? standingOf(snapshot.settings, { ...plan.settings, ...plan.kept }, now.value) : "theirs";
  return standing === "after" || standing === "mixed";
}
