import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import { bypasses, isLoopbackHost, type ProxyTarget } from "./bypass-rules.ts";

/**
 * Whose setting a browser follows first. `given` comes from the person. A connected dial-up or VPN connection's own
 * settings replace the user's on Windows. The desktop's settings come before the environment, which programs started
 * from a menu do not see; WinHTTP is last: services use it, browsers do not.
 */
const PRECEDENCE: readonly ProxySetting["source"][] = [
  "given",
  "windows-connection",
  "windows-user",
  "macos-service",
  "gnome",
  "kde",
  "environment",
  "winhttp",
];

/**
 * The setting that applies to a target; null when it goes direct. Loopback targets always go direct. The first source
 * (in the order of {@link PRECEDENCE}) that has a PAC file or a manual proxy for the target's scheme decides, also
 * when its bypass list sends the target direct. Inside a source a PAC file comes before a manual proxy (which has no
 * say while the file can be read), a proxy for the scheme before one for all, SOCKS last. Auto-detection alone never
 * applies: on most networks it is switched on and finds nothing.
 */
export function proxyFor(settings: readonly ProxySetting[], target: ProxyTarget): ProxySetting | null {
  if (isLoopbackHost(target.host)) return null;
  for (const source of PRECEDENCE) {
    const [setting] = settings
      .filter((one) => one.source === source && rank(one, target) !== null)
      .toSorted((a, b) => (rank(a, target) ?? 0) - (rank(b, target) ?? 0));
    if (setting !== undefined) return bypasses(setting, target) ? null : setting;
  }
  return null;
}

function rank(setting: ProxySetting, target: ProxyTarget): number | null {
  if (setting.kind === "pac") return 0;
  if (setting.kind === "auto-detect") return null;
  if (setting.scheme === target.scheme) return 1;
  if (setting.scheme === "all") return 2;
  return setting.scheme === "socks" ? 3 : null;
}
