import type { References } from "../../shared/model/references.ts";
import type { Target } from "../../shared/model/target.ts";
import { systemServersOf } from "../engine/references.ts";
import { parseTarget } from "../engine/target.ts";
import { thisMachine } from "../platform/this-machine.ts";
import { createProbes } from "../probes/create-probes.ts";
import type { Place } from "./place.ts";

/** This machine with the real probes. */
export async function livePlace(references: References): Promise<Place> {
  const probes = createProbes({ systemServers: systemServersOf(references) });
  return { references, probes, machine: await thisMachine() };
}

/** The target of an address that was made a target before. Throws for any other: that is a bug of ours. */
export function targetOfUrl(url: string): Target {
  const parsed = parseTarget(url);
  if (!parsed.ok) throw new Error(`not an address: ${parsed.error}`);
  return parsed.value;
}
