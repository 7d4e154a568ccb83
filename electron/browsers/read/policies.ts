import type { BrowserPolicy, BrowserProxy, BrowserSecureDns } from "../../../shared/model/browser.ts";
import { ask } from "../../platform/readings/reading.ts";
import { type BrowserDeps, pathsOf } from "../browser-deps.ts";
import type { InstalledBrowser } from "../find-browsers.ts";
import { secureMode } from "./chromium-profiles.ts";
import { parseJson, recordOf, textAt, valueAt } from "./json-value.ts";

/** Policies that bear on the network or on what may be tried (Chrome Enterprise's and Firefox's policy lists). */
const NAMES = [
  "DnsOverHttpsMode",
  "DnsOverHttpsTemplates",
  "BuiltInDnsClientEnabled",
  "ProxyMode",
  "ProxyServer",
  "ProxyPacUrl",
  "ProxySettings",
  "IncognitoModeAvailability",
  "InPrivateModeAvailability",
  "URLBlocklist",
  "ExtensionInstallForcelist",
  "UserDataDir",
  "DiskCacheDir",
  "DNSOverHTTPS",
  "Proxy",
  "DisablePrivateBrowsing",
  "DisableSafeMode",
  "WebsiteFilter",
] as const;

/** The rules of administrators that matter here, in the order of the list; empty when there are none or none may be read. */
export async function readPolicies(
  deps: BrowserDeps,
  browser: InstalledBrowser,
  signal: AbortSignal,
): Promise<readonly BrowserPolicy[]> {
  const found = deps.os === "windows" ? await fromRegistry(deps, browser, signal) : await fromFiles(deps, browser);
  return NAMES.flatMap((name) => {
    const value = found.get(name);
    return value === undefined ? [] : [{ name, value }];
  });
}

async function fromRegistry(
  deps: BrowserDeps,
  { kind }: InstalledBrowser,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const keys = ["HKCU", "HKLM"].map((root) => `${root}\\SOFTWARE\\Policies\\${kind.policies.windows}`);
  const texts = await Promise.all(
    keys.map((key) => ask(deps.run, { program: "reg", args: ["query", key, "/s"], signal }, true)),
  );
  // The machine's come later and win.
  return new Map(texts.flatMap((text) => (text.ok ? [...registryPolicies(text.value.stdout)] : [])));
}

/** Policies in `reg query ... /s`. A list or group is a key of its own, named like the policy, with numbered values. */
function registryPolicies(text: string): ReadonlyMap<string, string> {
  const policies = new Map<string, string>();
  let key = "";
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("HKEY_")) key = line.trim().split("\\").at(-1) ?? "";
    const [, name = "", data = ""] = /^ {4}(\S.*?) {4}REG_[A-Z_]+ {4}(.*)$/.exec(line) ?? [];
    if (name === "") continue;
    const value = /^0x[\da-f]+$/i.test(data) ? String(Number(data)) : data.trim();
    const group = NAMES.find((one) => one === key);
    if (group === undefined) policies.set(name, value);
    else
      policies.set(
        group,
        [policies.get(group), /^\d+$/.test(name) ? value : `${name}=${value}`].filter(Boolean).join(", "),
      );
  }
  return policies;
}

async function fromFiles(deps: BrowserDeps, { kind, program }: InstalledBrowser): Promise<ReadonlyMap<string, string>> {
  if (deps.os === "macos") return fromPropertyList(deps, kind.policies.macos);
  const folders = kind.policies.linux.flatMap((folder) => [`${folder}/recommended`, `${folder}/managed`]);
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await deps.files.list(folder)).filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`),
    ),
  );
  const own = pathsOf(deps.os).dirname((await deps.files.realPath(program)) ?? program);
  const paths =
    kind.family === "firefox"
      ? [`${own}/distribution/policies.json`, "/etc/firefox/policies/policies.json"]
      : lists.flat();
  const texts = await Promise.all(paths.map((path) => deps.files.readText(path, 1024 * 1024)));
  return new Map(
    texts.flatMap((text) => {
      const json = parseJson(text);
      return Object.entries(recordOf(kind.family === "firefox" ? valueAt(json, "policies") : json) ?? {}).map(
        ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
      );
    }),
  );
}

/** Managed settings of macOS; the binary form of such a list is left alone. */
async function fromPropertyList(deps: BrowserDeps, id: string): Promise<ReadonlyMap<string, string>> {
  const text = await deps.files.readText(`/Library/Managed Preferences/${id}.plist`, 1024 * 1024);
  const pairs = [...(text ?? "").matchAll(/<key>([^<]+)<\/key>\s*<(?:(true|false)\s*\/|(?:string|integer)>([^<]*)<)/g)];
  return new Map(pairs.map(([, name = "", flag, value = ""]) => [name, flag ?? value]));
}

/** The value of one policy; null when it is not set. */
function policyNamed(policies: readonly BrowserPolicy[], name: (typeof NAMES)[number]): string | null {
  return policies.find((one) => one.name === name)?.value ?? null;
}

/** Encrypted DNS as a policy sets it; null when none does. */
export function secureDnsByPolicy(policies: readonly BrowserPolicy[]): BrowserSecureDns | null {
  const mode = policyNamed(policies, "DnsOverHttpsMode");
  if (mode !== null)
    return { mode: secureMode(mode), server: policyNamed(policies, "DnsOverHttpsTemplates"), by: "policy" };
  const firefox = policyNamed(policies, "DNSOverHTTPS");
  if (firefox === null) return null;
  const json = parseJson(firefox);
  const enabled = valueAt(json, "Enabled") ?? (/Enabled=(\d)/.exec(firefox)?.[1] ?? "1") !== "0";
  return { mode: enabled === false ? "off" : "automatic", server: textAt(json, "ProviderURL"), by: "policy" };
}

/** Words of Chromium's and Firefox's policies for the same thing. */
const MODES: Readonly<Record<string, BrowserProxy["mode"]>> = {
  direct: "direct",
  none: "direct",
  fixed_servers: "fixed",
  manual: "fixed",
  pac_script: "script",
  autoConfig: "script",
  auto_detect: "detect",
  autoDetect: "detect",
};

/** The proxy as a policy sets it; null when none does, or it only says to use the system's. */
export function proxyByPolicy(policies: readonly BrowserPolicy[]): BrowserProxy | null {
  const json = parseJson(policyNamed(policies, "ProxySettings") ?? policyNamed(policies, "Proxy"));
  const first = (own: (typeof NAMES)[number], ...inside: readonly string[]): string | null =>
    [policyNamed(policies, own), ...inside.map((key) => textAt(json, key))].find((one) => one !== null) ?? null;
  const word = first("ProxyMode", "ProxyMode", "Mode");
  const server = first("ProxyServer", "ProxyServer", "HTTPProxy");
  const script = first("ProxyPacUrl", "ProxyPacUrl", "AutoConfigURL");
  // Older policies name a server or a script without a mode.
  const mode = word === null ? (script === null ? (server === null ? undefined : "fixed") : "script") : MODES[word];
  if (mode === undefined) return null;
  return { mode, server: mode === "fixed" ? server : mode === "script" ? script : null, by: "policy" };
}

/** False when an administrator forbade private windows (1 is "not available" in Chromium and Edge). */
export function privateAllowed(policies: readonly BrowserPolicy[]): boolean {
  const values = [
    policyNamed(policies, "IncognitoModeAvailability"),
    policyNamed(policies, "InPrivateModeAvailability"),
  ];
  return !values.includes("1") && !["true", "1"].includes(policyNamed(policies, "DisablePrivateBrowsing") ?? "");
}
