import type { CheckResults } from "../../../shared/model/check.ts";
import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import { proxyFor } from "../../platform/proxy/proxy-for-target.ts";
import type { ProxyEndpoint } from "../../probes/probes.ts";

/** The setting that applies to a URL; null when the URL goes direct. */
export function settingFor(settings: readonly ProxySetting[], url: URL): ProxySetting | null {
  const scheme = url.protocol === "http:" ? "http" : "https";
  const port = url.port === "" ? { http: 80, https: 443 }[scheme] : Number(url.port);
  return proxyFor(settings, { scheme, host: url.hostname.replace(/^\[|\]$/g, ""), port });
}

/**
 * The plain HTTP proxy that a request to the URL goes through; null when it goes direct. Automatic settings (PAC) and
 * SOCKS are not followed: which way they lead is not known.
 */
export function proxyEndpoint(results: CheckResults, url: URL): ProxyEndpoint | null {
  const setting = settingFor(results.proxy?.facts?.settings ?? [], url);
  if (setting === null || setting.kind !== "manual" || setting.scheme === "socks") return null;
  return setting.host === null || setting.port === null ? null : { host: setting.host, port: setting.port };
}
