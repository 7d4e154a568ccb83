import type { Checkup } from "../../../shared/model/checkup.ts";
import type { HttpExchange, Varied } from "../../../shared/model/facts/http-facts.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { StatusLink } from "../explain/StatusLink.tsx";
import css from "./attempts.module.css";

/** One request to the site: the first one, or one that varied something. */
export interface Attempt {
  readonly varied: Varied | "first";
  readonly value: string;
  readonly exchange: HttpExchange;
  /** Who made the answer; null when not known. */
  readonly vendor: string | null;
}

/** The requests whose answers count, in the order they were sent. */
export function attemptsOf(checkup: Checkup): readonly Attempt[] {
  const { http, repeat } = checkup.observations.checks;
  const first = http?.facts?.chain.at(-1);
  const again = (repeat?.facts?.attempts ?? []).map(({ varied, value, exchange, gateway }) => ({
    varied,
    value,
    exchange,
    vendor: gateway?.vendor ?? null,
  }));
  if (first === undefined) return again;
  return [{ varied: "first", value: "", exchange: first, vendor: http?.facts?.gateway?.vendor ?? null }, ...again];
}

/** The requests one by one, as a table. */
export function Attempts({ checkup }: { readonly checkup: Checkup }) {
  const t = useText();
  return (
    <table className={css["table"]}>
      <thead>
        <tr>
          <th scope="col">{t("result.attempt.request")}</th>
          <th scope="col">{t("result.attempt.answer")}</th>
          <th scope="col" className={css["time"]}>
            {t("result.attempt.time")}
          </th>
        </tr>
      </thead>
      <tbody>
        {attemptsOf(checkup).map((attempt, index) => (
          // Attempts of an ended check-up never change.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <td>{sayVaried(attempt, t)}</td>
            <td>
              <StatusLink status={attempt.exchange.status}>{sayAnswer(attempt, t)}</StatusLink>
            </td>
            <td className={css["time"]}>{sayDuration(t, attempt.exchange.timings.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The value of `proxy` that means that none was used. */
const DIRECT = "direct";

/** What the request was, in words. */
function sayVaried({ varied, value }: Attempt, t: Translator): string {
  if (varied === "proxy" && value === DIRECT) return t("result.attempt.varied.direct");
  const family = `result.attempt.family.${value}`;
  return t(`result.attempt.varied.${varied}`, { value: varied === "family" && t.has(family) ? t(family) : value });
}

/** What came of it, in words. */
export function sayAnswer({ exchange, vendor }: Attempt, t: Translator): string {
  const { outcome, status, statusText } = exchange;
  const answer = t(`result.attempt.outcome.${outcome}`, { status: status ?? "", text: statusText }).trim();
  return vendor === null ? answer : `${answer} ${t("result.attempt.by", { vendor })}`;
}
