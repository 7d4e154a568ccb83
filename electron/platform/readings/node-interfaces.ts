import type { NetInterface } from "../../../shared/model/facts/local-facts.ts";
import { interfaceAddress, isTunnelName, isVirtualName } from "./interface-kind.ts";
import type { MachineDeps } from "../machine-deps.ts";

/**
 * Interfaces as Node lists them: what is left when the system's tool is missing or fails. Only those that are up and
 * have an address are in it, and nothing says whether they have a link (`carrier` is null).
 */
export function nodeInterfaces(deps: MachineDeps): readonly NetInterface[] {
  return Object.entries(deps.nodeInterfaces()).map(([name, infos = []]) => ({
    name,
    id: name,
    kind: infos.some(({ internal }) => internal) ? "loopback" : kindByName(name),
    up: true,
    carrier: null,
    addresses: infos.flatMap(({ address, cidr }) => {
      const one = interfaceAddress(address, Number(cidr?.split("/")[1] ?? Number.NaN));
      return one === null ? [] : [one];
    }),
  }));
}

function kindByName(name: string): NetInterface["kind"] {
  if (isTunnelName(name)) return "tunnel";
  if (isVirtualName(name)) return "virtual";
  if (/^(?:wl|ath|wlan|wi-?fi)/i.test(name)) return "wifi";
  if (/^(?:wwan|wwp|rmnet|cellular)/i.test(name)) return "cellular";
  return /^(?:en|eth|em\d|p\d+p)/i.test(name) ? "ethernet" : "other";
}
