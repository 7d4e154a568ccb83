import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { PRACTICE_SCENARIOS } from "../practice/scenarios.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

/** `practice`: the faults of the practice network, one a line. */
export async function practiceCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  if (words.length > 0) {
    terminal.err("practice takes no further words; diagnose --practice ID checks one of the list.\n");
    return EXIT.usage;
  }
  const t = createTranslator("en", { en: ENGLISH });
  const width = Math.max(...PRACTICE_SCENARIOS.map(({ id }) => id.length));
  const rows = PRACTICE_SCENARIOS.map(({ id }) => `  ${id.padEnd(width)}  ${t(`practice.${id}.title`)}`);
  await terminal.out(
    `${rows.join("\n")}\n\nTry one: goodgateway diagnose --practice ${PRACTICE_SCENARIOS[0]?.id ?? ""}\n`,
  );
  return EXIT.done;
}
