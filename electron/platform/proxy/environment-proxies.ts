import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import { parseProxyAddress } from "./proxy-text.ts";

const VARIABLES = [
  { name: "http_proxy", scheme: "http" },
  { name: "https_proxy", scheme: "https" },
  { name: "all_proxy", scheme: "all" },
] as const;

/**
 * Proxies set by environment variables. The lower-case name wins over the upper-case one, as in curl; an empty value
 * means none. A proxy that cannot be read is left out.
 */
export function environmentProxies(environment: Readonly<Record<string, string | undefined>>): readonly ProxySetting[] {
  const value = (name: string) => {
    const written = [name, name.toUpperCase()].find((one) => environment[one] !== undefined);
    return written === undefined ? null : { where: written, text: environment[written] ?? "" };
  };
  const bypass = (value("no_proxy")?.text ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
  return VARIABLES.flatMap(({ name, scheme }) => {
    const set = value(name);
    const proxy = set === null ? null : parseProxyAddress(set.text);
    if (set === null || proxy === null) return [];
    return [
      {
        source: "environment" as const,
        kind: "manual" as const,
        host: proxy.host,
        port: proxy.port,
        // A SOCKS proxy in http_proxy still serves only http.
        scheme: proxy.socks && scheme === "all" ? ("socks" as const) : scheme,
        pacUrl: null,
        bypass,
        where: set.where,
      },
    ];
  });
}
