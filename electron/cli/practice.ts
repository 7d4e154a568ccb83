import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { PRACTICE_SCENARIOS } from "../practice/scenarios.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/** `practice`: the faults of the practice network, one a line. */
export async function practiceCommand(_words: readonly string[], terminal: Terminal): Promise<number> {
  const t = createTranslator("en", { en: ENGLISH });
  const width = Math.max(...PRACTICE_SCENARIOS.map(({ id }) => id.length));
  const rows = PRACTICE_SCENARIOS.map(({ id }) => `  ${id.padEnd(width)}  ${t(`practice.${id}.title`)}`);
  await terminal.out(
    `${rows.join("\n")}\n\nTry one: goodgateway diagnose --practice ${PRACTICE_SCENARIOS[0]?.id ?? ""}\n`,
  );
  return EXIT.done;
}
