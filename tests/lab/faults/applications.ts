import type { Fault } from "../../scenarios/scenario.ts";
import { originAddress, type OriginName, SITES, type Site } from "../net/places.ts";
import type { FaultKit, Undo } from "./fault-kit.ts";

type Of<Verb extends Fault["do"]> = Extract<Fault, { readonly do: Verb }>;

/** Applications behind gateways, and edges. */
export const APPLICATION_FAULTS = {
  application: async (kit: FaultKit, { name, behaviour }: Of<"application">): Promise<Undo> => {
    const machine = machineOf(name);
    await kit.command(machine, { application: name, behaviour });
    return () => kit.command(machine, { application: name, behaviour: { how: "fine" } });
  },
  "application-unreachable": async (kit: FaultKit, { name }: Of<"application-unreachable">): Promise<Undo> => {
    const rule = `INPUT -d ${originAddress(name)} -j DROP`;
    const machine = machineOf(name);
    await kit.inside(machine, `iptables -w -I ${rule}`);
    return async () => void (await kit.inside(machine, `iptables -w -D ${rule}`));
  },
  edge: async (kit: FaultKit, { site, page }: Of<"edge">): Promise<Undo> => {
    await kit.command("net", { edge: site, page });
    return () => kit.command("net", { edge: site, page: null });
  },
};

function machineOf(name: OriginName): "net" | "back" {
  // Names of further applications are made of a site's name.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const site: Site = SITES[name.split("-")[0] as keyof typeof SITES];
  return site.front === "none" ? "net" : "back";
}
