import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Comparison, Sample } from "../../shared/model/comparison.ts";
import type { OneClickEnd, OneClickResult } from "../../shared/model/dns-repair.ts";
import type { Target } from "../../shared/model/target.ts";
import type { Translator } from "../../shared/text/translator.ts";
import { parseTarget } from "../engine/target.ts";
import { oneClickDns, type OneClickFace } from "../repairs/dns/one-click-dns.ts";
import { openDns, terminalWords, withCancel, type DnsCall, type OpenDns } from "./dns/dns-deps.ts";
import { KEEP_SECONDS, says } from "./dns/dns-use.ts";
import { sayConditions, sayFailure, sayNotChecked, sayPlan } from "./dns/dns-words.ts";
import { printable } from "./terminal/style.ts";
import { EXIT, type Terminal } from "./terminal/terminal.ts";

/** What `fix` was asked to do. */
interface FixArguments {
  readonly target: Target;
  /** Agree to the switch, and keep it when it helped. */
  readonly yes: boolean;
  readonly anyway: boolean;
}

/** How long the first question waits, ms. */
const AGREE_MS = 10 * 60_000;

/**
 * `fix URL`: the one-click DNS fix. Exit codes 0 works now, 1 it is not DNS, 2 usage, 3 inconclusive, 4 nothing could
 * be changed, 5 rolled back.
 */
export async function fixCommand(
  words: readonly string[],
  terminal: Terminal,
  open: OpenDns = openDns,
): Promise<number> {
  const t = terminalWords();
  const parsed = parseFix(words, t);
  const refused = !parsed.ok ? parsed.error : !parsed.value.yes && terminal.ask === undefined ? t("dns.fix.how") : null;
  if (refused !== null || !parsed.ok) {
    terminal.err(`${printable(refused ?? "")}\n`);
    return EXIT.usage;
  }
  const deps = await open(terminal);
  if (!deps.ok) {
    terminal.err(`${printable(deps.error)}\n`);
    return EXIT.usage;
  }
  return withCancel((signal) => fix({ deps: deps.value, terminal, t, signal }, parsed.value));
}

function parseFix(words: readonly string[], t: Translator): Result<FixArguments, string> {
  const known = new Set(["--yes", "-y", "--anyway"]);
  const wrong = words.find((word) => word.startsWith("-") && !known.has(word));
  if (wrong !== undefined) return fail(`Unknown option '${wrong}'`);
  const [input, more] = words.filter((word) => !word.startsWith("-"));
  if (input === undefined) return fail("Say which address to mend, e.g. fix https://example.com/");
  if (more !== undefined) return fail(`One address at a time, please: "${more}" was not expected.`);
  const target = parseTarget(input);
  if (!target.ok) return fail(t(`error.${target.error}`));
  return ok({
    target: target.value,
    yes: words.includes("--yes") || words.includes("-y"),
    anyway: words.includes("--anyway"),
  });
}

async function fix(call: DnsCall, { target, yes, anyway }: FixArguments): Promise<number> {
  const { deps, terminal, t, signal } = call;
  const face: OneClickFace = {
    onStep: (step) => terminal.err(`  ${t(`dns.fix.step.${step}`)}...\n`),
    onConditions: (conditions) => terminal.err(sayNotChecked(t, conditions)),
    agree: async (plan, snapshot) => {
      await terminal.out(sayPlan(t, plan, snapshot));
      return yes || says(call, t("dns.switch.agree"), AGREE_MS);
    },
    keep: async (_change, comparison) => {
      await terminal.out(sideBySide(comparison, t));
      const question = t("dns.switch.keep", { seconds: KEEP_SECONDS });
      return yes || says(call, question, (KEEP_SECONDS - 15) * 1_000);
    },
  };
  const request = { target, anyway, deadlineSeconds: KEEP_SECONDS };
  const result = await oneClickDns({ ...deps, hostCache: null }, request, face, signal);
  await terminal.out(tell(result, t, terminal.columns));
  return exitOf(result.end);
}

function tell({ end, trace }: OneClickResult, t: Translator, columns: number): string {
  const { comparison } = trace;
  const shown = comparison === null || end.kind === "mended" ? "" : sideBySide(comparison, t);
  return `${shown}  ${sentence(end, t)}\n${end.kind === "held-back" ? `\n${sayConditions(t, end.conditions, columns)}` : ""}`;
}

function sentence(end: OneClickEnd, t: Translator): string {
  switch (end.kind) {
    case "mended":
      return end.by === "switch" ? t("dns.fix.mended-switch", { name: end.candidate }) : t(`dns.fix.mended-${end.by}`);
    case "held-back":
      return t("dns.switch.held-back");
    case "declined":
      return t("dns.switch.declined");
    case "failed":
      return `${sayFailure(t, end.code, end.detail)} ${t("dns.failure.nothing-changed")}`;
    case "rolled-back":
      return `${rolledBackWords(end.because, t)} ${t(`dns.restored.${end.restored}`)}`;
    case "not-needed":
    case "no-name":
    case "recovered":
    case "would-not-help":
    case "unclear":
      return t(`dns.fix.${end.kind}`);
  }
}

function rolledBackWords(because: string, t: Translator): string {
  if (because === "worse") return t("dns.fix.rolled-back");
  return because === "declined" ? t("dns.because.declined") : sayFailure(t, because, "");
}

/** Before and after, one line each for the target and the control. */
function sideBySide({ before, after }: Comparison, t: Translator): string {
  const last = after.at(-1);
  const pair = (name: "target" | "control"): readonly string[] => [
    `  ${t(`dns.sample.${name}`)}`,
    row(t("dns.sample.before"), before[name]),
    ...(last === undefined ? [] : [row(t("dns.sample.after"), last[name])]),
  ];
  return `${printable([...pair("target"), ...pair("control")].join("\n"))}\n`;
}

function row(label: string, { level, seen, lookupMs }: Sample): string {
  const time = lookupMs === null ? "" : `, name found in ${lookupMs.toFixed(0)} ms`;
  return `    ${label.padEnd(8)} ${level.padEnd(8)} ${seen}${time}`;
}

function exitOf(end: OneClickEnd): number {
  switch (end.kind) {
    case "not-needed":
    case "mended":
    case "recovered":
      return EXIT.done;
    case "would-not-help":
      return EXIT.problem;
    case "no-name":
      return EXIT.usage;
    case "unclear":
      return EXIT.inconclusive;
    case "held-back":
    case "declined":
    case "failed":
      return EXIT.notChanged;
    case "rolled-back":
      return EXIT.rolledBack;
  }
}
