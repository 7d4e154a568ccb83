import type { Checkup } from "../../../shared/model/checkup.ts";
import { sayDuration, sayMoment } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./details.module.css";

/** The small print: what was asked, of whom, and how often. */
export function Details({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  const { verdict } = checkup.judgement;
  const { outsideEndpoints } = checkup;
  const rows: readonly (readonly [string, string])[] = [
    ["url", checkup.observations.target.url],
    ["code", verdict.code],
    ...(verdict.gateway?.vendor ? [["gateway", verdict.gateway.vendor] as const] : []),
    ...(verdict.retryAfterSeconds === null
      ? []
      : [["wait", sayDuration(t, verdict.retryAfterSeconds * 1000)] as const]),
    ["requests", String(checkup.requestsToSite)],
    ["outside", outsideEndpoints.length === 0 ? t("result.details.none-outside") : outsideEndpoints.join(", ")],
    ["started", sayMoment(t, checkup.startedAt)],
    ["id", checkup.id],
  ];
  return (
    <dl className={css["details"]}>
      {rows.map(([key, value]) => (
        <div key={key} className={css["row"]}>
          <dt>{t(`result.details.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
