import { ok } from "../../../shared/lib/result.ts";
import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import type { RunProgram } from "../exec.ts";
import type { Reading } from "../machine.ts";
import { parseProxyAddress, withoutCredentials } from "../proxy/proxy-text.ts";
import { parseConnectionSettings, type ConnectionSettings } from "./connection-settings.ts";
import { interfacesIn } from "./interfaces.ts";
import type { NetworkSnapshot } from "./network-snapshot.ts";
import { dwordIn, registryText, registryValues, type RegistryValues } from "./registry.ts";

const INTERNET_SETTINGS = String.raw`Software\Microsoft\Windows\CurrentVersion\Internet Settings`;
const POLICY = String.raw`HKLM\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings`;

/** Values of `Connections` that are no dial-up or VPN connection. */
const NOT_A_CONNECTION = new Set(["defaultconnectionsettings", "savedlegacysettings", "winhttpsettings"]);

/** The user's proxies (or the machine's, where a policy says so), those of a connected VPN connection, and WinHTTP's. */
export async function windowsProxies(
  run: RunProgram,
  snapshot: NetworkSnapshot,
  signal: AbortSignal,
): Reading<readonly ProxySetting[]> {
  const policy = await registryValues(run, POLICY, signal);
  if (!policy.ok) return policy;
  const root = dwordIn(policy.value, "ProxySettingsPerUser") === 0 ? "HKLM" : "HKCU";
  const [settings, connections, machine] = await Promise.all([
    registryValues(run, `${root}\\${INTERNET_SETTINGS}`, signal),
    registryValues(run, `${root}\\${INTERNET_SETTINGS}\\Connections`, signal),
    registryValues(run, `HKLM\\${INTERNET_SETTINGS}\\Connections`, signal),
  ]);
  if (!settings.ok) return settings;
  const named = connections.ok ? connections.value : new Map();
  return ok([
    ...(await connectedOnes(named, snapshot, signal)),
    ...userProxies(settings.value, named, root),
    ...(machine.ok ? winhttpProxies(machine.value) : []),
  ]);
}

/**
 * The user's own settings: from the binary value, which is what programs follow; the plain values beside it are only a
 * mirror, used where the binary one is missing or cannot be read.
 */
function userProxies(settings: RegistryValues, connections: RegistryValues, root: string): readonly ProxySetting[] {
  const real = parseConnectionSettings(registryText(connections, "DefaultConnectionSettings"));
  const where = `${root}\\...\\Internet Settings`;
  if (real !== null) return settingsOf(real, "windows-user", where);
  const pacUrl = registryText(settings, "AutoConfigURL");
  const mirror = {
    manual: dwordIn(settings, "ProxyEnable") === 1,
    pac: pacUrl !== "",
    autoDetect: dwordIn(settings, "AutoDetect") === 1,
    server: registryText(settings, "ProxyServer"),
    bypass: registryText(settings, "ProxyOverride"),
    pacUrl,
  };
  return settingsOf(mirror, "windows-user", where);
}

/** Settings of dial-up and VPN connections count only while their connection is up: its interface bears its name. */
async function connectedOnes(
  connections: RegistryValues,
  snapshot: NetworkSnapshot,
  signal: AbortSignal,
): Promise<readonly ProxySetting[]> {
  const candidates = [...connections.values()].flatMap(({ name, data }) => {
    const settings = NOT_A_CONNECTION.has(name.toLowerCase()) ? null : parseConnectionSettings(data);
    return settings?.manual === true || settings?.pac === true ? [{ name, settings }] : [];
  });
  if (candidates.length === 0) return [];
  const network = await snapshot(signal);
  const interfaces = network.ok ? (interfacesIn(network.value) ?? []) : [];
  const up = new Set(interfaces.filter((one) => one.up && one.carrier !== false).map(({ name }) => name));
  return candidates
    .filter(({ name }) => up.has(name))
    .flatMap(({ name, settings }) => settingsOf(settings, "windows-connection", name));
}

function winhttpProxies(connections: RegistryValues): readonly ProxySetting[] {
  const settings = parseConnectionSettings(registryText(connections, "WinHttpSettings"));
  return settings === null ? [] : settingsOf(settings, "winhttp", "WinHttpSettings");
}

function settingsOf(
  settings: ConnectionSettings,
  source: ProxySetting["source"],
  where: string,
): readonly ProxySetting[] {
  const bypass = settings.bypass.split(/[;\s]+/).filter((entry) => entry !== "");
  const shared = { source, host: null, port: null, pacUrl: null, scheme: "all" as const, bypass };
  return [
    ...(settings.autoDetect ? [{ ...shared, kind: "auto-detect" as const, where: `${where} AutoDetect` }] : []),
    ...(settings.pac && settings.pacUrl !== ""
      ? [
          {
            ...shared,
            kind: "pac" as const,
            pacUrl: withoutCredentials(settings.pacUrl),
            where: `${where} AutoConfigURL`,
          },
        ]
      : []),
    ...(settings.manual
      ? parseProxyServer(settings.server).map((one) => ({
          ...shared,
          ...one,
          kind: "manual" as const,
          where: `${where} ProxyServer`,
        }))
      : []),
  ];
}

/** `host:port` for all, or a list like `http=a:80;https=b:80;socks=c:1080`; other schemes and bad entries are left out. */
export function parseProxyServer(
  written: string,
): readonly { readonly host: string; readonly port: number; readonly scheme: ProxySetting["scheme"] }[] {
  return written.split(/[;\s]+/).flatMap((entry) => {
    const [, named, text = ""] = /^(?:([a-z]+)=)?([^=]*)$/i.exec(entry) ?? [];
    const proxy = parseProxyAddress(text);
    const scheme = named?.toLowerCase() ?? (proxy?.socks === true ? "socks" : "all");
    if (proxy === null || !(scheme === "all" || scheme === "http" || scheme === "https" || scheme === "socks")) {
      return [];
    }
    // Windows takes 80 for `socks=host` too, but no SOCKS proxy listens there.
    const port = scheme === "socks" && !/:\d+\/?$/.test(text) ? 1080 : proxy.port;
    return [{ host: proxy.host, port, scheme }];
  });
}
