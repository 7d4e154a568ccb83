import type { BrowserExtension, BrowserProxy, BrowserSecureDns } from "../../../shared/model/browser.ts";
import { rulesOf } from "./chromium-profiles.ts";
import { parseJson, textAt, textsAt, valueAt } from "./json-value.ts";

/** A profile as `profiles.ini` names it. */
export interface FirefoxProfileEntry {
  readonly name: string;
  /** As written: from the folder of profiles, or absolute. */
  readonly path: string;
  readonly relative: boolean;
  /** One of the installed Firefoxes starts with it. */
  readonly isDefault: boolean;
}

/** The profiles of `profiles.ini`, the one that Firefox starts with first; empty when it says nothing. */
export function firefoxProfiles(text: string | null): readonly FirefoxProfileEntry[] {
  const sections = sectionsOf(text ?? "");
  const starts = sections.filter(({ name }) => name.startsWith("Install")).map(({ values }) => values.get("Default"));
  const profiles = sections
    .filter(({ name }) => /^Profile\d+$/.test(name))
    .flatMap(({ values }) => {
      const path = values.get("Path") ?? "";
      if (path === "") return [];
      // Without an entry of an installation the old mark counts.
      const isDefault = starts.length === 0 ? values.get("Default") === "1" : starts.includes(path);
      return [{ name: values.get("Name") ?? path, path, relative: values.get("IsRelative") !== "0", isDefault }];
    });
  return profiles.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

interface Section {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

function sectionsOf(text: string): readonly Section[] {
  return text.split(/^(?=\[)/m).flatMap((part) => {
    const name = /^\[([^\]]+)\]/.exec(part)?.[1];
    if (name === undefined) return [];
    return [
      {
        name,
        values: new Map(
          [...part.matchAll(/^([^=\r\n[]+)=(.*?)\r?$/gm)].map(([, key = "", value = ""]) => [key, value]),
        ),
      },
    ];
  });
}

/** Settings in `prefs.js` or `user.js`: text, number or yes/no by name. Later lines win, as in Firefox. */
export function firefoxSettings(...texts: readonly (string | null)[]): ReadonlyMap<string, unknown> {
  const lines = texts.flatMap((text) => [
    ...(text ?? "").matchAll(/^\s*user_pref\(\s*"((?:[^"\\]|\\.)*)"\s*,\s*(.*?)\s*\)\s*;/gm),
  ]);
  return new Map(lines.map(([, name = "", value = ""]) => [name, parseJson(value)]));
}

/** Words for `network.trr.mode` (Firefox's documentation of TRR): 2 first, 3 only, 5 off by the person. */
export function firefoxSecureDns(settings: ReadonlyMap<string, unknown>): BrowserSecureDns {
  const uri = settings.get("network.trr.uri") ?? settings.get("network.trr.custom_uri");
  const server = typeof uri === "string" && uri !== "" ? uri : null;
  switch (settings.get("network.trr.mode")) {
    case 2:
      return { mode: "automatic", server, by: "person" };
    case 3:
      return { mode: "always", server, by: "person" };
    case 1:
    case 5:
      return { mode: "off", server, by: "person" };
    default:
      // By country: Firefox may ask its own server first, and falls back to the system's.
      return { mode: "automatic", server, by: "default" };
  }
}

/** `network.proxy.type`: 0 none, 1 by hand, 2 script, 4 detected, 5 the system's (which is the default). */
export function firefoxProxy(settings: ReadonlyMap<string, unknown>, extensionSettings: string | null): BrowserProxy {
  const by = proxyByExtension(extensionSettings) ? "extension" : "person";
  const text = (name: string): string | null => {
    const value = settings.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  switch (settings.get("network.proxy.type")) {
    case 0:
      return { mode: "direct", server: null, by };
    case 1:
      return { mode: "fixed", server: byHand(settings, text), by };
    case 2:
      return { mode: "script", server: text("network.proxy.autoconfig_url"), by };
    case 4:
      return { mode: "detect", server: null, by };
    default:
      return { mode: "system", server: null, by: "default" };
  }
}

function byHand(settings: ReadonlyMap<string, unknown>, text: (name: string) => string | null): string | null {
  const kind = ["ssl", "http", "socks"].find((one) => text(`network.proxy.${one}`) !== null);
  if (kind === undefined) return null;
  const port = settings.get(`network.proxy.${kind}_port`);
  return `${text(`network.proxy.${kind}`) ?? ""}${typeof port === "number" && port > 0 ? `:${port}` : ""}`;
}

/** Whether an enabled extension rules the proxy (`extension-settings.json`: who set what, newest first). */
function proxyByExtension(text: string | null): boolean {
  const list: unknown = valueAt(parseJson(text), "prefs", "proxy.settings", "precedenceList");
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  return entries.some((entry) => valueAt(entry, "enabled") === true);
}

/** The extensions in `extensions.json` that a person sees in the list; language packs, themes and Firefox's own are left out. */
export function firefoxExtensions(text: string | null): readonly BrowserExtension[] {
  const list: unknown = valueAt(parseJson(text), "addons");
  const addons: readonly unknown[] = Array.isArray(list) ? list : [];
  return addons.flatMap((addon) => {
    const id = textAt(addon, "id");
    const place = textAt(addon, "location") ?? "";
    if (id === null || textAt(addon, "type") !== "extension" || /^app-(?:builtin|system)/.test(place)) return [];
    return [
      {
        id,
        name: textAt(addon, "defaultLocale", "name") ?? id,
        enabled: valueAt(addon, "active") === true,
        rules: rulesOf(textsAt(addon, "userPermissions", "permissions")),
        // "installTelemetryInfo.source" of those that a policy brought.
        forced: textAt(addon, "installTelemetryInfo", "source") === "enterprise-policy",
      },
    ];
  });
}
