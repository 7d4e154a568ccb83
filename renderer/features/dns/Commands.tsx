import type { DnsCommand } from "../../../shared/model/dns-settings.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import css from "./dns.module.css";
import { sayCommand } from "./words.ts";

/** Every program that will run, as it will run. Open, not folded: the person agrees to exactly this. */
export function Commands({ commands }: { readonly commands: readonly DnsCommand[] }) {
  const t = useText();
  if (commands.length === 0) return null;
  return (
    <Section title={t("mydns.plan.commands")}>
      <p className={css["quiet"]}>{t("mydns.plan.commands-why")}</p>
      <ol className={css["commands"]}>
        {commands.map((command, index) => (
          // The commands of one plan never change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span className={css["quiet"]}>
              {t(`mydns.plan.purpose.${command.purpose}`)}
              {command.elevated ? `, ${t("mydns.plan.as-admin")}` : ""}
            </span>
            {/* A long one scrolls, so the keyboard must be able to get into it. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className={css["command"]} dir="ltr" tabIndex={0}>
              {sayCommand(command)}
            </pre>
          </li>
        ))}
      </ol>
    </Section>
  );
}
