import type { ProxySetting } from "../../shared/model/facts/local-facts.ts";
import type { References } from "../../shared/model/references.ts";
import { settingFor } from "../checks/support/proxy-endpoint.ts";
import type { Machine } from "../platform/machine.ts";
import type { Probes, ProxyEndpoint } from "../probes/probes.ts";

/** Where a watch looks from: this machine, or the practice one. */
export interface Place {
  readonly probes: Probes;
  readonly machine: Machine;
  readonly references: References;
}

/** Which proxy a URL goes through; null: direct. */
export type ProxyChoice = (url: URL) => ProxyEndpoint | null;

/** Knows the machine's proxy settings. */
export interface ProxyBook {
  /** Settings that cannot be read count as none, as in a check-up. */
  open(signal: AbortSignal): Promise<ProxyChoice>;
  /** The network changed: read the settings again at the next look. */
  forget(): void;
}

/** Reading proxy settings starts programs on some systems; people change them rarely (ms). */
const KEEP_MS = 10 * 60_000;

/** The machine's proxy settings, read now and then. A PAC file or SOCKS is not followed, as in a check-up. */
export function createProxyBook(machine: Machine, now: () => number): ProxyBook {
  let read: { readonly at: number; readonly settings: readonly ProxySetting[] } | null = null;
  return {
    open: async (signal) => {
      if (read === null || Math.abs(now() - read.at) >= KEEP_MS) {
        const reading = await machine.proxies(signal);
        read = { at: now(), settings: reading.ok ? reading.value : [] };
      }
      const { settings } = read;
      return (url) => endpointOf(settingFor(settings, url));
    },
    forget: () => {
      read = null;
    },
  };
}

function endpointOf(setting: ProxySetting | null): ProxyEndpoint | null {
  if (setting === null || setting.kind !== "manual" || setting.scheme === "socks") return null;
  return setting.host === null || setting.port === null ? null : { host: setting.host, port: setting.port };
}
