import type { DnsSettings } from "../../../../shared/model/dns-settings.ts";

/** Families as the settings' names spell them. */
export const FAMILIES = ["v4", "v6"] as const;

/** `v4` or `v6`. */
export type Family = (typeof FAMILIES)[number];

/** The list of the adapter itself, and the one of the network it is attached to (Windows 11); the first wins. */
export const LAYERS = ["NameServer", "ProfileNameServer"] as const;

/** Name of a list of servers, as the elevated script spells it. */
export function listName(family: Family, layer: (typeof LAYERS)[number]): string {
  return `${family}/${layer}`;
}

/** Name of a server's DoH flags or template on this adapter. */
export function dohName(address: string, what: "flags" | "template"): string {
  return `doh/${address}/${what}`;
}

/** Addresses in a list as the registry holds it: comma by Windows itself, blanks and semicolons by hand. */
export function addressesIn(list: string | null | undefined): readonly string[] {
  return (list ?? "").split(/[\s,;]+/).filter((one) => one !== "");
}

/** The list that counts, null when there is none: written for the adapter, else for its network. */
export function writtenList(settings: DnsSettings, family: Family): readonly string[] | null {
  const lists = LAYERS.map((layer) => addressesIn(settings[listName(family, layer)]));
  return lists.find((list) => list.length > 0) ?? null;
}

/** DNS_DOH_SERVER_SETTINGS (netioapi.h): template from the system's own list; fall back to UDP. */
export const DOH_FLAG = { automatic: 1, fallback: 4 } as const;
