import type { Checkup } from "../../../shared/model/checkup.ts";
import { Pairs } from "../../components/Pairs.tsx";
import { sayDuration, sayMoment } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";

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
  return <Pairs rows={rows.map(([key, value]) => [t(`result.details.${key}`), value])} />;
}
