import { decodeShortCode, type ShortCodeContent, type ShortCodeError } from "../../shared/lib/short-code.ts";
import type { ExplainPage } from "../../shared/model/explain/page.ts";
import { pageById } from "../../shared/model/explain/pages.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { indexPages, searchPages } from "../../shared/text/explain-search.ts";
import { explainTranslator } from "../../shared/text/explain-translator.ts";
import { createTranslator, type Translator } from "../../shared/text/translator.ts";
import { printable, styleFor, wrap, type Style } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

const COMPLAINTS: Readonly<Record<ShortCodeError, string>> = {
  "wrong-length": "A short code has seven signs, like M9W-YQHH.",
  "wrong-sign": "This code has a sign that short codes never use (0 O 1 I L 2 Z 5 S 8 B): one was misread.",
  misread: "This code does not check out: one sign was misread or two were swapped.",
  unknown: "This code was made by a newer GoodGateway.",
};

/** Seven signs with their dash: nobody writes a word so. */
const LOOKS_LIKE_CODE = /^[\dA-Z]{3}-[\dA-Z]{4}$/i;

/**
 * `explain WORDS`: the page of a status, of a verdict or of the text of an error, or what the short code of a report
 * says. Exit code 0; 2 when nothing fits.
 */
export async function explainCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const typed = words.join(" ").trim();
  if (typed === "")
    return refuse("Say what to explain: a number, a verdict, the text of an error or a short code.", terminal);
  const page = pageById(`verdict-${typed}`);
  const t = explainTranslator("en");
  if (page !== null) return print(pageLines(page, t, terminal), terminal);
  const decoded = decodeShortCode(words.join(""));
  if (decoded.ok) return print(codeLines(decoded.value, t, terminal), terminal);
  if (LOOKS_LIKE_CODE.test(typed)) return refuse(COMPLAINTS[decoded.error], terminal);
  const [best, ...others] = searchPages(indexPages(t), typed, 4);
  if (best === undefined) return refuse(`Nothing is known about "${shortened(typed)}".`, terminal);
  const also = others.map((other) => other.name || t(`${other.words}.title`)).join("; ");
  return print([...pageLines(best, t, terminal), ...(also === "" ? [] : ["", `See also: ${also}`])], terminal);
}

/** A whole page may have been pasted: this much of it is said back, in characters. */
const QUOTED = 80;

function shortened(typed: string): string {
  return typed.length <= QUOTED ? typed : `${typed.slice(0, QUOTED)}…`;
}

function codeLines(
  { code, faultSide, confidence, rules }: ShortCodeContent,
  t: Translator,
  terminal: Terminal,
): readonly string[] {
  const words = createTranslator("en", { en: ENGLISH });
  const page = pageById(`verdict-${code}`);
  return [
    `${code}: ${words(`verdict.${code}.title`, { host: "the site" })}`,
    `Side: ${words(`report.side.${faultSide}`)}. How sure: ${words(`report.sure.${confidence}`)}. Rules: version ${rules}.`,
    ...(page === null ? [] : ["", ...pageLines(page, t, terminal)]),
  ];
}

function pageLines(page: ExplainPage, t: Translator, terminal: Terminal): readonly string[] {
  const style = styleFor(terminal);
  const paragraph = (text: string): string => wrap(text, terminal.columns, "");
  const more = `${page.words}.more`;
  const depends = ["It depends on the case."];
  return [
    heading(page, t, style),
    paragraph(t(`${page.words}.means`)),
    ...(t.has(more) ? ["", paragraph(t(more))] : []),
    ...list("Whose fault", page.fault.length === 0 ? depends : page.fault.map((side) => t(`explain.fault.${side}`)), {
      style,
      terminal,
    }),
    ...list(
      "What helps",
      page.helps.map((tip) => t(`explain.tip.${tip}`)),
      { style, terminal },
    ),
    ...list(
      "What does not help",
      page.vain.map((tip) => t(`explain.vain.${tip}`)),
      { style, terminal },
    ),
  ];
}

function heading(page: ExplainPage, t: Translator, style: Style): string {
  const title = t(`${page.words}.title`);
  return style.bold(page.name === "" ? title : `${page.name}: ${title}`);
}

function list(
  title: string,
  sentences: readonly string[],
  { style, terminal }: { readonly style: Style; readonly terminal: Terminal },
): readonly string[] {
  if (sentences.length === 0) return [];
  return ["", style.bold(title), ...sentences.map((sentence) => `- ${wrap(sentence, terminal.columns, "  ")}`)];
}

async function print(lines: readonly string[], terminal: Terminal): Promise<number> {
  await terminal.out(`${lines.join("\n")}\n`);
  return EXIT.done;
}

function refuse(sentence: string, terminal: Terminal): number {
  terminal.err(`${printable(sentence)}\n`);
  return EXIT.usage;
}
