import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import type { RunProgram } from "../exec.ts";
import type { Reading } from "../machine.ts";
import { withoutCredentials } from "../proxy/proxy-text.ts";
import { parsed } from "../readings/reading.ts";
import { parseScutilDictionary, scutil, type ScutilDictionary } from "./scutil.ts";

/** The proxies of the primary network service. */
export async function macosProxies(run: RunProgram, signal: AbortSignal): Reading<readonly ProxySetting[]> {
  return parsed(await scutil(run, "--proxy", signal), parseMacosProxies);
}

const SCHEMES = [
  { key: "HTTP", scheme: "http" },
  { key: "HTTPS", scheme: "https" },
  { key: "SOCKS", scheme: "socks" },
] as const;

/** The settings in `scutil --proxy`; null when the text is no dictionary. An address whose switch is 0 is no proxy. */
function parseMacosProxies(text: string): readonly ProxySetting[] | null {
  const values = parseScutilDictionary(text);
  if (values === null) return null;
  const on = (key: string) => values[key] === "1";
  const shared = {
    source: "macos-service" as const,
    host: null,
    port: null,
    pacUrl: null,
    scheme: "all" as const,
    bypass: [...listIn(values, "ExceptionsList"), ...(on("ExcludeSimpleHostnames") ? ["<local>"] : [])],
  };
  const detect = on("ProxyAutoDiscoveryEnable")
    ? [{ ...shared, kind: "auto-detect" as const, where: "ProxyAutoDiscoveryEnable" }]
    : [];
  const pacUrl = textAt(values, "ProxyAutoConfigURLString");
  const pac =
    on("ProxyAutoConfigEnable") && pacUrl !== ""
      ? [{ ...shared, kind: "pac" as const, pacUrl: withoutCredentials(pacUrl), where: "ProxyAutoConfigURLString" }]
      : [];
  const manual = SCHEMES.flatMap(({ key, scheme }) => {
    const host = textAt(values, `${key}Proxy`);
    const port = Number(textAt(values, `${key}Port`));
    if (!on(`${key}Enable`) || host === "" || !(port > 0)) return [];
    return [{ ...shared, kind: "manual" as const, host, port, scheme, where: `${key}Proxy` }];
  });
  return [...detect, ...pac, ...manual];
}

function textAt(values: ScutilDictionary, key: string): string {
  const value = values[key];
  return typeof value === "string" ? value : "";
}

function listIn(values: ScutilDictionary, key: string): readonly string[] {
  const list = values[key];
  return typeof list === "object" ? Object.values(list).filter((entry) => typeof entry === "string") : [];
}
