import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { ADDRESSEES, addresseeOf, MESSAGE_LANGUAGES, type MessageOrder } from "../../shared/model/contact.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator } from "../../shared/text/translator.ts";
import { contactMessage } from "../report/contact/message.ts";
import { sourceOf } from "./report/report.ts";
import { savedAmong } from "./report/report-arguments.ts";
import { printable } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

interface ContactArguments {
  /** Null: whom the verdict names. */
  readonly to: MessageOrder["to"] | null;
  readonly language: MessageOrder["language"];
  readonly withQuery: boolean;
  readonly rest: readonly string[];
}

/**
 * `contact URL|SAVED.json [--to site|cdn|provider|desk] [--lang en|de] [--with-query]`: the message to send, on stdout.
 * Exit code 0 when it is written, 2 for usage or a file that is no report.
 */
export async function contactCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseContactArguments(words);
  if (!parsed.ok) return refuse(parsed.error, terminal);
  const { rest, to, language, withQuery } = parsed.value;
  const t = createTranslator("en", { en: ENGLISH });
  const source = await sourceOf({ saved: savedAmong(rest), diagnose: rest, environment: false }, terminal, t);
  if (!source.ok) return refuse(source.error, terminal);
  const { faultSide, gateway } = source.value.judgement.verdict;
  const order = { to: to ?? addresseeOf(faultSide, gateway?.hop ?? null), language, withQuery };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { subject, body } = contactMessage(source.value, { order, timeZone });
  await terminal.out(`${printable(subject)}\n\n${printable(body)}\n`);
  return EXIT.done;
}

/** Parses the words after `contact`; what is not its own goes to `diagnose`. The error is one sentence. */
export function parseContactArguments(words: readonly string[]): Result<ContactArguments, string> {
  const rest: string[] = [];
  let to: ContactArguments["to"] = null;
  let language: ContactArguments["language"] = "en";
  let withQuery = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--with-query") withQuery = true;
    else if (word === "--to" || word === "--lang") {
      const value = words[(at += 1)];
      const addressee = ADDRESSEES.find((known) => known === value);
      const wanted = MESSAGE_LANGUAGES.find((known) => known === value);
      if (word === "--to" && addressee !== undefined) to = addressee;
      else if (word === "--lang" && wanted !== undefined) language = wanted;
      else return fail(`${word} takes ${(word === "--to" ? ADDRESSEES : MESSAGE_LANGUAGES).join(", ")}.`);
    } else rest.push(word);
  }
  return rest.length === 0
    ? fail("Say which address to check or which saved report to write about.")
    : ok({ to, language, withQuery, rest });
}

function refuse(sentence: string, terminal: Terminal): number {
  terminal.err(`${printable(sentence)}\n`);
  return EXIT.usage;
}
