import { parseArgs } from "node:util";

/** What the lab was asked to do. */
export interface LabOptions {
  /** Only scenarios whose id holds one of these; empty for all. */
  readonly only: readonly string[];
  /** Where the table goes as JSON; null for nowhere. */
  readonly table: string | null;
  /** The short run that `npm test` makes. */
  readonly short: boolean;
  /** Healthy check-ups over a bad line to make; 0 for the ordinary run. */
  readonly lossy: number;
  readonly seed: number;
  readonly lanes: number;
  /** Leave the healthy twins out. */
  readonly noTwins: boolean;
  /** Print the whole document of every case that is not as expected. */
  readonly verbose: boolean;
}

/** Reads the command line. Throws with a sentence on what cannot be meant. */
export function readOptions(words: readonly string[]): LabOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: "string", multiple: true },
      table: { type: "string" },
      short: { type: "boolean" },
      lossy: { type: "string" },
      seed: { type: "string" },
      lanes: { type: "string" },
      "no-twins": { type: "boolean" },
      verbose: { type: "boolean" },
    },
  });
  return {
    only: (values.only ?? []).flatMap((list) => list.split(",")),
    table: values.table ?? null,
    short: values.short === true,
    lossy: whole("--lossy", values.lossy, 0),
    seed: whole("--seed", values.seed, 1),
    lanes: whole("--lanes", values.lanes, 3),
    noTwins: values["no-twins"] === true,
    verbose: values.verbose === true,
  };
}

function whole(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} takes a whole number, e.g. ${option} 3`);
  return number;
}
