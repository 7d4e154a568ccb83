import type { SavedReport } from "../../../shared/contract/report/report.ts";
import { encodeShortCode } from "../../../shared/lib/short-code.ts";
import { type Addressee, addresseeOf, type ContactMessage, type MessageOrder } from "../../../shared/model/contact.ts";
import { DE_CONTACT } from "../../../shared/text/de/contact.ts";
import { EN_CONTACT } from "../../../shared/text/en/contact.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { GERMAN } from "../../../shared/text/german.ts";
import { sayOutcome } from "../../../shared/text/outcome-words.ts";
import { createTranslator, type Translator } from "../../../shared/text/translator.ts";
import { verdictText } from "../../../shared/text/verdict-text.ts";
import type { Random } from "../../../shared/lib/redaction/ledger.ts";
import { isOwnComputer } from "../../engine/rules/repairs-here.ts";
import { findRequestId } from "../../gateway/request-id.ts";
import { redactReport } from "../redact-report.ts";
import { sayMoment } from "./moment.ts";

/** What a message is made from beside the person's choice. */
export interface ContactParts {
  readonly order: MessageOrder;
  /** IANA name of the sender's time zone. */
  readonly timeZone: string;
  /** Chance for the pseudonyms; the system's by default. */
  readonly random?: Random;
}

/**
 * The message for the site's owner, the provider or a help desk, in the reader's language: what was seen and when, the
 * number to find it by, what was ruled out and what was tried. What is private is taken out as in a report of the level
 * `standard`; the query of the address goes along only when the person wants it. Pure apart from the pseudonyms' chance.
 */
export function contactMessage(report: SavedReport, { order, timeZone, random }: ContactParts): ContactMessage {
  const t = translatorFor(order.language);
  const clean = redactReport(report, { level: "standard" }, ...(random === undefined ? [] : [random]));
  const { verdict } = clean.judgement;
  const { displayHost: host } = clean.observations.target;
  const manner = mannerOf(report, order.to);
  const status = verdict.httpStatus;
  const subject = t(status === null ? "contact.subject.silent" : "contact.subject.status", {
    host,
    status: status ?? "",
  });
  const lines = [
    t("contact.hello"),
    "",
    t(`contact.opening.${manner}`, { host }),
    "",
    ...factLines(report, clean, { order, timeZone, t }),
    "",
    t("contact.looks", { title: verdictText(verdict, t).title }),
    ...verdict.evidence.map(({ fact }) => `- ${t.message(fact)}`),
    ...listOf(
      t("contact.ruled-out"),
      verdict.ruledOut.map(({ code, because }) => `${t(`rival.${code}`)}: ${t.message(because)}`),
    ),
    ...listOf(t("contact.tried"), triedOf(clean, t)),
    "",
    t(`contact.asking.${manner}`),
    "",
    t("contact.footer", { version: clean.app.version }),
  ];
  return { subject, body: lines.join("\n") };
}

/**
 * How the reader is spoken to: as the one who can mend it, neutrally where somebody else can (nobody is blamed against the
 * verdict), and with a word about it where the "site" is a program of the sender's own computer.
 */
function mannerOf({ judgement, observations }: SavedReport, to: Addressee): Addressee | "other" | "here" {
  const { verdict } = judgement;
  if (isOwnComputer(observations.target, verdict)) return "here";
  const right = addresseeOf(verdict.faultSide, verdict.gateway?.hop ?? null);
  // The site is the one that the delivery network works for.
  return to === right || (to === "site" && right === "cdn") ? to : "other";
}

/** Words for the draft of a message that is too long for a mail program. */
export function pasteWords(language: MessageOrder["language"]): string {
  return translatorFor(language)("contact.paste");
}

function translatorFor(language: MessageOrder["language"]): Translator {
  return createTranslator(language, {
    en: { ...ENGLISH, contact: EN_CONTACT },
    de: { ...GERMAN, contact: DE_CONTACT },
  });
}

interface Face {
  readonly order: MessageOrder;
  readonly timeZone: string;
  readonly t: Translator;
}

function factLines(report: SavedReport, clean: SavedReport, { order, timeZone, t }: Face): readonly string[] {
  const { code, faultSide, confidence, gateway } = clean.judgement.verdict;
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    ["when", sayMoment(clean.startedAt, timeZone)],
    ["address", addressOf(report, clean, order)],
    ["status", statusOf(clean)],
    ["request-id", requestIdOf(report)],
    ["made-by", gateway?.vendor ?? null],
    ["server", lastAnswer(clean)?.address ?? null],
    ["resolver", resolverOf(clean)],
    ["code", `${encodeShortCode({ code, faultSide, confidence, rules: clean.rules })} (${code})`],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [`${t(`contact.row.${name}`)}: ${value}`]));
}

function lastAnswer(report: SavedReport) {
  return report.observations.checks.http?.facts?.chain.at(-1);
}

/** The stub of a computer says nothing to anybody else: the server behind it does, where it is known. */
function resolverOf(report: SavedReport): string | null {
  const { resolvers = [], upstreamsKnown = false } = report.observations.checks["dns-configured"]?.facts ?? {};
  const behind = upstreamsKnown ? resolvers.find(({ scope }) => scope !== "loopback") : undefined;
  return (behind ?? resolvers[0])?.server ?? null;
}

function statusOf(clean: SavedReport): string | null {
  const { httpStatus } = clean.judgement.verdict;
  if (httpStatus === null) return null;
  const answer = lastAnswer(clean);
  return answer?.status === httpStatus ? `${httpStatus} ${answer.statusText}`.trim() : String(httpStatus);
}

/** The number is there to be passed on; a redaction that does not know its header must not lose it. */
function requestIdOf(report: SavedReport): string | null {
  const answer = lastAnswer(report);
  const id = answer === undefined ? null : findRequestId({ headers: answer.headers, body: answer.bodySample });
  return id === null ? null : `${id.name}: ${id.value}`;
}

function addressOf(report: SavedReport, clean: SavedReport, { withQuery }: MessageOrder): string {
  const [address = ""] = clean.observations.target.url.split(/[?#]/u);
  const query = /\?[^#]*/u.exec(report.observations.target.url)?.[0] ?? "";
  return withQuery ? `${address}${query}` : address;
}

function listOf(heading: string, points: readonly string[]): readonly string[] {
  return points.length === 0 ? [] : ["", heading, ...points.map((point) => `- ${point}`)];
}

/** What the person or the program tried: further requests in their kinds, and what was answered to questions. */
function triedOf(report: SavedReport, t: Translator): readonly string[] {
  const attempts = report.observations.checks.repeat?.facts?.attempts ?? [];
  const requests = attempts.map(({ varied, value, exchange }) => {
    const what = t(`contact.varied.${varied}`, { value });
    return `${what}: ${exchange.status ?? sayOutcome(exchange.outcome, t)}`;
  });
  const answers = Object.entries(report.observations.answers).map(([question, given]) =>
    t("contact.answer", { question: t(`contact.question.${question}`), given: t(`contact.given.${given}`) }),
  );
  const repairs = report.repairs.map(({ repair }) => t(`repair.${repair}.title`));
  return [...new Set([...requests, ...answers, ...repairs])];
}
