import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Bypass, OwnerReport, OwnerWay, Propagation } from "../../shared/model/owner.ts";
import { EN_OWNER } from "../../shared/text/en/owner.ts";
import { ENGLISH } from "../../shared/text/english.ts";
import { createTranslator, type Translator } from "../../shared/text/translator.ts";
import { askOwner, parseOrigin } from "../engine/owner/ask-owner.ts";
import { systemServersOf } from "../engine/references.ts";
import { parseTarget } from "../engine/target.ts";
import { createProbes } from "../probes/create-probes.ts";
import { referencesFor } from "./diagnose/start-diagnosis.ts";
import { printable, styleFor, wrap } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

interface OwnerArguments {
  readonly url: string;
  readonly origin: string;
  readonly json: boolean;
  readonly privateMode: boolean;
  readonly referencesFile: string | null;
}

/**
 * `owner URL [--origin ADDRESS[:PORT]] [--references FILE] [--private] [--json]`: the site through its gateway and past it, and its
 * name over the public resolvers. Exit code 0 when both ways work (or the name alone was compared), 1 when one fails, 2 usage, 3 when nothing could be compared.
 */
export async function ownerCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const t = createTranslator("en", { en: { ...ENGLISH, owner: EN_OWNER } });
  const args = parseOwnerArguments(words);
  if (!args.ok) return refuse(args.error, terminal);
  const target = parseTarget(args.value.url);
  if (!target.ok) return refuse(t(`error.${target.error}`), terminal);
  const origin = parseOrigin(args.value.origin, target.value.port);
  if (!origin.ok) return refuse("--origin takes an address, such as 203.0.113.7 or [2001:db8::7]:8443.", terminal);
  const references = await referencesFor(args.value, terminal.env);
  if (!references.ok) return refuse(references.error, terminal);
  const stop = new AbortController();
  const report = await askOwner({
    target: target.value,
    origin: origin.value,
    references: args.value.privateMode ? { publicResolvers: [] } : references.value,
    probes: createProbes({ systemServers: systemServersOf(references.value) }),
    signal: stop.signal,
  });
  await terminal.out(args.value.json ? `${JSON.stringify(report, null, 2)}\n` : human(report, t, terminal));
  if (report.bypass === null) return report.propagation === null ? EXIT.inconclusive : EXIT.done;
  return report.bypass.result === "both-fine" ? EXIT.done : EXIT.problem;
}

/** Parses the words after `owner`. The error is one sentence. */
export function parseOwnerArguments(words: readonly string[]): Result<OwnerArguments, string> {
  let [url, origin] = ["", ""];
  let [json, privateMode] = [false, false];
  let referencesFile: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--json") json = true;
    else if (word === "--private") privateMode = true;
    else if (word === "--origin" || word === "--references") {
      const value = words[(at += 1)];
      if (value === undefined) return fail(`${word} wants a value.`);
      if (word === "--origin") origin = value;
      else referencesFile = value;
    } else if (word.startsWith("--")) return fail(`owner does not know ${word}.`);
    else if (url === "") url = word;
    else return fail("owner takes one address.");
  }
  return url === "" ? fail("Say which address is yours.") : ok({ url, origin, json, privateMode, referencesFile });
}

const NOTHING_COMPARED =
  "Nothing was compared: no public resolver was asked about a name, and no other way to the server was given. Add --origin with the server's own address.";

function human(report: OwnerReport, t: Translator, terminal: Terminal): string {
  const { bold } = styleFor(terminal);
  const lines = [
    ...(report.bypass === null && report.propagation === null ? [NOTHING_COMPARED, ""] : []),
    ...(report.bypass === null ? [] : bypassLines(report.bypass, t, bold)),
    ...(report.propagation === null ? [] : propagationLines(report.propagation, t)),
    "",
    bold("What to look at"),
    ...report.hints.map((hint) => `- ${t(`owner.hint.${hint}`)}`),
    "",
    bold(t("owner.ranking.title")),
    t("owner.ranking.text"),
  ];
  return `${lines.map((line) => wrap(printable(line), terminal.columns, "  ")).join("\n")}\n`;
}

function bypassLines(bypass: Bypass, t: Translator, bold: (text: string) => string): readonly string[] {
  return [
    bold(t(`owner.result.${bypass.result}`)),
    t(`owner.explain.${bypass.result}`),
    `Through the gateway: ${sayWay(bypass.through)}`,
    `Straight to the origin: ${sayWay(bypass.direct)}`,
    t(`owner.certificates.${bypass.certificates}`),
    "",
  ];
}

function sayWay({ exchange, gateway }: OwnerWay): string {
  const answer = exchange.status === null ? exchange.outcome : `${exchange.status} ${exchange.statusText}`.trim();
  const maker = gateway?.vendor == null ? "" : `, made by ${gateway.vendor}`;
  const reason = exchange.tls !== null && exchange.tls.outcome !== "trusted" ? ` (${exchange.tls.outcome})` : "";
  return `${answer}${reason}${maker} (${exchange.address ?? "no address"}, ${Math.round(exchange.timings.total)} ms)`;
}

function propagationLines({ rows, agree, settledInSeconds }: Propagation, t: Translator): readonly string[] {
  return [
    t(`owner.propagation.${agree === null ? "few" : agree ? "agree" : "differ"}`),
    ...rows.map(({ operator, server, outcome, addresses, ttl, agrees }) => {
      const said = addresses.length === 0 ? outcome : addresses.join(", ");
      return `${agrees ? " " : "!"} ${operator} (${server}): ${said}${ttl === null ? "" : `, ${ttl} s left`}`;
    }),
    ...(settledInSeconds === null ? [] : [t("owner.propagation.settled", { time: `${settledInSeconds} s` })]),
  ];
}

function refuse(sentence: string, terminal: Terminal): number {
  terminal.err(`${printable(sentence)}\n`);
  return EXIT.usage;
}
