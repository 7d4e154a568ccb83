import type { DnsConditions, DnsCondition } from "../../../shared/model/dns-condition.ts";
import type { DnsPlan, DnsSnapshot } from "../../../shared/model/dns-settings.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { printable, wrap } from "../terminal/style.ts";

/** Longest argument of a command that is shown whole; scripts are cut, their start says what they are. */
const ARGUMENT_LIMIT = 160;

/** Why something failed, as sentences; the technical detail in brackets. */
export function sayFailure(t: Translator, code: string, detail: string): string {
  const key = `dns.failure.${code}`;
  const sentence = t.has(key) ? t(key) : t("dns.failure.failed");
  return printable(detail === "" ? sentence : `${sentence} (${detail})`);
}

/** Conditions as an indented list: what was seen, and what is possible instead. */
export function sayConditions(t: Translator, conditions: readonly DnsCondition[], columns: number): string {
  return conditions
    .map(({ code, evidence, instead }) =>
      [
        `  · ${t(`dns.condition.${code}.title`)}`,
        `    ${wrap(printable(t.message(evidence)), columns, "    ")}`,
        `    ${wrap(printable(t.message(instead)), columns, "    ")}`,
        "",
      ].join("\n"),
    )
    .join("");
}

/** What could not be looked at, as one line; empty when all was. */
export function sayNotChecked(t: Translator, { notChecked }: DnsConditions): string {
  if (notChecked.length === 0) return "";
  const list = notChecked.map((code) => t(`dns.condition.${code}.title`)).join("; ");
  return `  ${t("dns.not-checked", { list })}\n`;
}

/** What a switch will do, before anything is asked: connection, servers and the exact commands. */
export function sayPlan(t: Translator, plan: DnsPlan, snapshot: DnsSnapshot): string {
  const commands = plan.commands.map(
    ({ argv, elevated }) => `    ${shown(argv)}${elevated ? ` ${t("dns.switch.admin")}` : ""}`,
  );
  return [
    `  ${t("dns.switch.adapter", { name: printable(snapshot.linkName) })}`,
    `  ${t("dns.switch.servers", { servers: plan.servers.join(", ") })}`,
    ...(plan.lasts === "until-restart" ? [`  ${t("dns.switch.until-restart")}`] : []),
    ...(commands.length === 0 ? [] : [`  ${t("dns.switch.commands")}`, ...commands]),
    "",
  ].join("\n");
}

/** A command line as people read it: arguments with blanks in quotes, long ones cut. */
function shown(argv: readonly string[]): string {
  return argv
    .map((argument) => {
      const oneLine = argument.replaceAll(/\s+/g, " ").trim();
      const cut = oneLine.length > ARGUMENT_LIMIT ? `${oneLine.slice(0, ARGUMENT_LIMIT)}…` : oneLine;
      return printable(cut === "" || cut.includes(" ") ? JSON.stringify(cut) : cut);
    })
    .join(" ");
}
