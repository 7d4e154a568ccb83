import type { DnsConditions } from "../../../shared/model/dns-condition.ts";
import { StatusMark } from "../../components/StatusMark.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";

/** What speaks against a switch, or is worth knowing: what was seen, and what can be done instead. */
export function Conditions({ conditions }: { readonly conditions: DnsConditions }) {
  const t = useText();
  const { notChecked } = conditions;
  const list = notChecked.map((code) => t(`dns.condition.${code}.title`)).join("; ");
  return (
    <>
      {conditions.conditions.length === 0 ? null : (
        <ul className={css["conditions"]}>
          {conditions.conditions.map(({ code, blocks, evidence, instead }) => (
            <li key={`${code} ${evidence.key}`} className={css["condition"]}>
              <StatusMark
                mark={blocks ? "warn" : "skipped"}
                word={t(blocks ? "result.severity.warning" : "result.severity.info")}
              />
              <div>
                <p className={css["strong"]}>{t(`dns.condition.${code}.title`)}</p>
                <p>{t.message(evidence)}</p>
                <p className={css["quiet"]}>{t.message(instead)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {list === "" ? null : <p className={css["quiet"]}>{t("dns.not-checked", { list })}</p>}
    </>
  );
}
