import { ok } from "../../../shared/lib/result.ts";
import type { ProxySetting } from "../../../shared/model/facts/local-facts.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { parseProxyAddress, withoutCredentials } from "../proxy/proxy-text.ts";

/** KDE's proxy settings; none on another desktop. Its "use the environment" (type 4) is told by the environment itself. */
export async function kdeProxies(deps: MachineDeps): Reading<readonly ProxySetting[]> {
  const { environment, homeFolder } = deps;
  const kde = /kde/i.test(environment["XDG_CURRENT_DESKTOP"] ?? "") || environment["KDE_FULL_SESSION"] === "true";
  if (!kde) return ok([]);
  const folder = environment["XDG_CONFIG_HOME"] ?? `${homeFolder}/.config`;
  const text = await deps.files.readText(`${folder}/kioslaverc`);
  return text.ok ? ok(parseKdeProxies(text.value ?? "")) : text;
}

/** The settings in kioslaverc. ProxyType: 0 none, 1 manual, 2 PAC, 3 WPAD, 4 environment. */
export function parseKdeProxies(text: string): readonly ProxySetting[] {
  const section = /^\[Proxy Settings\][^\S\n]*\r?\n((?:(?!\[).*(?:\r?\n|$))*)/m.exec(text)?.[1] ?? "";
  const values = new Map(
    [...section.matchAll(/^([^=\n[]+)(?:\[\$\w+\])?=(.*)$/gm)].map(
      ([, key = "", value = ""]) => [key.trim(), value.trim()] as const,
    ),
  );
  const reversed = values.get("ReversedException") === "true" ? "!" : "";
  const shared = {
    source: "kde" as const,
    host: null,
    port: null,
    pacUrl: null,
    scheme: "all" as const,
    bypass: (values.get("NoProxyFor") ?? "")
      .split(/[\s,]+/)
      .filter((entry) => entry !== "")
      .map((entry) => reversed + entry),
    where: "kioslaverc",
  };
  switch (values.get("ProxyType")) {
    case "1":
      return manualProxies(values, shared);
    case "2":
      return [{ ...shared, kind: "pac", pacUrl: withoutCredentials(values.get("Proxy Config Script") ?? "") }];
    case "3":
      return [{ ...shared, kind: "auto-detect" }];
    default:
      return [];
  }
}

function manualProxies(
  values: ReadonlyMap<string, string>,
  shared: Omit<ProxySetting, "kind">,
): readonly ProxySetting[] {
  return (["http", "https", "socks"] as const).flatMap((scheme) => {
    const proxy = parseProxyAddress(values.get(`${scheme}Proxy`) ?? "");
    if (proxy === null) return [];
    const { host, port } = proxy;
    return [{ ...shared, kind: "manual" as const, host, port, scheme, where: `kioslaverc ${scheme}Proxy` }];
  });
}
