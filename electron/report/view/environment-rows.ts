import type { SavedReport } from "../../../shared/contract/report/report.ts";
import type { Row } from "./report-view.ts";

/** The machine in rows, what was not read left out. */
export function environmentRows({ environment }: SavedReport): readonly Row[] {
  if (environment === null) return [];
  const { adapters, wifi, dns, proxies, vpn, browsers } = environment;
  const rows: readonly (readonly [string, readonly (string | null)[]])[] = [
    ...systemRows(environment.system),
    ...adapters.map(
      (item) =>
        [
          `Adapter ${item.name}`,
          [
            item.kind,
            item.mac,
            item.speedMbit === null ? null : `${item.speedMbit} Mbit/s`,
            item.mtu === null ? null : `MTU ${item.mtu}`,
            ...item.addresses,
          ],
        ] as const,
    ),
    ...wifi.map((item) => [`Wi-Fi ${item.adapter}`, wifiWords(item)] as const),
    ...dns.map(
      (item) =>
        [
          `DNS ${item.adapter ?? ""}`.trim(),
          [...item.servers, ...item.searchDomains.map((name) => `search ${name}`), item.origin],
        ] as const,
    ),
    ...proxies.map((item) => ["Proxy", [item.server, item.place]] as const),
    ...vpn.map((item) => ["VPN", [item.adapter, item.product]] as const),
    ...browsers.map((item) => ["Browser", [item.name, item.version, item.profile]] as const),
  ];
  return rows.flatMap(([label, parts]): Row[] => {
    const words = parts.filter((part) => part !== null && part !== "");
    return words.length === 0 ? [] : [[label, words.join(", ")]];
  });
}

type Environment = NonNullable<SavedReport["environment"]>;

function systemRows(system: Environment["system"]): readonly (readonly [string, readonly (string | null)[]])[] {
  if (system === null) return [];
  return [
    ["Computer", [system.machine, system.maker, system.model, system.machineId]],
    ["System", [system.os, system.release, system.kernel, system.arch]],
    ["User", [system.user, system.home]],
    ["Language", [system.locale, system.timeZone]],
    ["Running for", [system.uptimeSeconds === null ? null : `${Math.round(system.uptimeSeconds / 3600)} h`]],
  ];
}

function wifiWords(item: Environment["wifi"][number]): readonly (string | null)[] {
  return [
    item.ssid,
    item.bssid,
    unit(item.signalDbm, "dBm"),
    unit(item.qualityPercent, "%"),
    item.channel === null ? null : `channel ${item.channel}`,
    unit(item.frequencyMhz, "MHz"),
    unit(item.rateMbit, "Mbit/s"),
    item.security,
  ];
}

function unit(value: number | null, name: string): string | null {
  return value === null ? null : `${value} ${name}`;
}
