import { decodeShortCode, type ShortCodeError } from "../../shared/lib/short-code.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { printable } from "./style.ts";
import { EXIT, type Terminal } from "./terminal.ts";

const COMPLAINTS: Readonly<Record<ShortCodeError, string>> = {
  "wrong-length": "A short code has seven signs, like M9W-YQHH.",
  "wrong-sign": "This code has a sign that short codes never use (0 O 1 I L 2 Z 5 S 8 B): one was misread.",
  misread: "This code does not check out: one sign was misread or two were swapped.",
  unknown: "This code was made by a newer GoodGateway.",
};

/** `explain CODE`: what a short code of a report says. Exit code 0, or 2 when it is none. */
export async function explainCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const decoded = decodeShortCode(words.join(""));
  if (!decoded.ok) {
    terminal.err(`${printable(COMPLAINTS[decoded.error])}\n`);
    return EXIT.usage;
  }
  const t = createTranslator("en", { en: ENGLISH });
  const { code, faultSide, confidence, rules } = decoded.value;
  const lines = [
    `${code}: ${t(`verdict.${code}.title`, { host: "the site" })}`,
    `Side: ${t(`report.side.${faultSide}`)}. How sure: ${t(`report.sure.${confidence}`)}. Rules: version ${rules}.`,
  ];
  await terminal.out(`${lines.join("\n")}\n`);
  return EXIT.done;
}
