import { ok } from "../../../shared/lib/result.ts";
import type { RunProgram } from "../exec.ts";
import { isRecord, parseJson } from "../json.ts";
import type { Reading } from "../machine.ts";
import { ask } from "../readings/reading.ts";

/** A property of an object on the system bus, named as D-Bus names it. */
export interface BusProperty {
  readonly service: string;
  readonly path: string;
  readonly interface: string;
  readonly name: string;
}

/** What busctl prints of a property, as it stands: `{"type": ..., "data": ...}`. For those to whom the failure matters. */
export async function askProperty(run: RunProgram, which: BusProperty, signal: AbortSignal): Reading<string> {
  const output = await ask(run, {
    program: "busctl",
    args: ["--system", "--json=short", "get-property", which.service, which.path, which.interface, which.name],
    signal,
  });
  return output.ok ? ok(output.value.stdout) : output;
}

/** The value of a property; undefined when nobody answers or the answer is no property. */
export async function propertyData(run: RunProgram, which: BusProperty, signal: AbortSignal): Promise<unknown> {
  const printed = await askProperty(run, which, signal);
  const answer = printed.ok ? parseJson(printed.value) : null;
  return isRecord(answer) ? answer["data"] : undefined;
}
