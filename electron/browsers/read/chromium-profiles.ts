import type { BrowserExtension, BrowserProxy, BrowserSecureDns } from "../../../shared/model/browser.ts";
import { parseJson, recordOf, textAt, textsAt, valueAt } from "./json-value.ts";

/** A profile as the list of all profiles has it. */
export interface ProfileEntry {
  /** Name of its folder; "." for a browser with one profile in its own folder. */
  readonly id: string;
  readonly name: string;
}

/** The profiles in `Local State`, in the order of their folders; empty when it says nothing. */
export function chromiumProfiles(localState: string | null): readonly ProfileEntry[] {
  const all = recordOf(valueAt(parseJson(localState), "profile", "info_cache")) ?? {};
  return Object.entries(all)
    .filter(([id]) => isFolderName(id))
    .map(([id, entry]) => ({ id, name: textAt(entry, "name") ?? textAt(entry, "gaia_name") ?? id }))
    .toSorted((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** A folder's own name, so that nothing in a file can lead out of the folder of profiles. */
export function isFolderName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[\\/\0:]/.test(name);
}

/** The setting for encrypted DNS in `Local State`; without one Chromium asks the system's server encrypted if it can. */
export function chromiumSecureDns(localState: string | null): BrowserSecureDns {
  const setting = valueAt(parseJson(localState), "dns_over_https");
  const mode = textAt(setting, "mode");
  const server = textAt(setting, "templates");
  if (mode === null) return { mode: "automatic", server, by: "default" };
  return { mode: secureMode(mode), server, by: "person" };
}

/** Chromium's three words. */
export function secureMode(word: string): BrowserSecureDns["mode"] {
  if (word === "off") return "off";
  return word === "secure" ? "always" : "automatic";
}

/** Modes of Chromium's proxy setting (proxy_prefs.cc). */
const PROXY_MODES: Readonly<Record<string, BrowserProxy["mode"]>> = {
  direct: "direct",
  auto_detect: "detect",
  pac_script: "script",
  fixed_servers: "fixed",
  system: "system",
};

/** The proxy in a profile's own `Preferences`, or that an extension set (it wins); mostly the system's. */
export function chromiumProxy(preferences: string | null, secure: string | null): BrowserProxy {
  const trees = [parseJson(secure), parseJson(preferences)];
  for (const tree of trees) {
    for (const entry of Object.values(recordOf(valueAt(tree, "extensions", "settings")) ?? {})) {
      const set = enabledIn(entry) ? proxyIn(valueAt(entry, "preferences", "proxy"), "extension") : null;
      if (set !== null) return set;
    }
  }
  const own = trees.map((tree) => proxyIn(valueAt(tree, "proxy"), "person")).find((one) => one !== null);
  return own ?? { mode: "system", server: null, by: "default" };
}

/** A proxy setting of Chromium; null when it is none, or only says to use the system's. */
function proxyIn(setting: unknown, by: BrowserProxy["by"]): BrowserProxy | null {
  const mode = PROXY_MODES[textAt(setting, "mode") ?? ""];
  if (mode === undefined || mode === "system") return null;
  return { mode, server: textAt(setting, mode === "script" ? "pac_url" : "server"), by };
}

/** Places of extensions that come with the browser (manifest.mojom: COMPONENT, EXTERNAL_COMPONENT). */
const BUILT_IN = [5, 10];

/** Places of those an administrator put there (EXTERNAL_POLICY_DOWNLOAD, EXTERNAL_POLICY). */
const BY_POLICY = [7, 9];

/** What an extension is called on disk when its name is a reference into its translations. */
export interface NamedExtension extends BrowserExtension {
  /** Folder of its files, from the profile's `Extensions` or absolute; null when the profile does not say. */
  readonly path: string | null;
  readonly locale: string;
}

/** The extensions in a profile's `Preferences` and `Secure Preferences` (on Windows and macOS the second has them). */
export function chromiumExtensions(preferences: string | null, secure: string | null): readonly NamedExtension[] {
  const settings = {
    ...recordOf(valueAt(parseJson(preferences), "extensions", "settings")),
    ...recordOf(valueAt(parseJson(secure), "extensions", "settings")),
  };
  return Object.entries(settings).flatMap(([id, entry]) => {
    const place = valueAt(entry, "location");
    // Themes, apps and the browser's own parts are no extensions to a person.
    if (typeof place !== "number" || BUILT_IN.includes(place)) return [];
    const manifest = valueAt(entry, "manifest");
    if (recordOf(valueAt(manifest, "theme")) !== null || recordOf(valueAt(manifest, "app")) !== null) return [];
    return [
      {
        id,
        name: textAt(manifest, "name") ?? id,
        enabled: enabledIn(entry),
        rules: rulesOf([...textsAt(manifest, "permissions"), ...textsAt(entry, "active_permissions", "api")]),
        forced: BY_POLICY.includes(place),
        path: textAt(entry, "path"),
        locale: textAt(manifest, "default_locale") ?? "en",
      },
    ];
  });
}

/** Newer versions list reasons for being off, older ones have a state (1 is on). */
function enabledIn(entry: unknown): boolean {
  const reasons: unknown = valueAt(entry, "disable_reasons");
  if (Array.isArray(reasons) && reasons.length > 0) return false;
  if (typeof reasons === "number" && reasons !== 0) return false;
  const state = valueAt(entry, "state");
  return state === undefined || state === 1;
}

/** What the permissions of an extension let it do to requests. */
export function rulesOf(permissions: readonly string[]): BrowserExtension["rules"] {
  if (permissions.some((one) => ["proxy", "vpnProvider", "dns"].includes(one))) return "proxy";
  const changes = permissions.some((one) => one.startsWith("webRequest") || one.startsWith("declarativeNetRequest"));
  return changes ? "requests" : "nothing";
}
