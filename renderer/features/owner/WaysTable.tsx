import type { Bypass, OwnerWay } from "../../../shared/model/owner.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { StatusLink } from "../explain/StatusLink.tsx";
import css from "./owner.module.css";

/** Both ways side by side, and what differs in their certificates. */
export function WaysTable({ bypass }: { readonly bypass: Bypass }) {
  const t = useText();
  const ways = [bypass.through, bypass.direct];
  const rows: readonly (readonly [name: string, say: (way: OwnerWay) => string])[] = [
    [t("own.server"), ({ exchange }) => exchange.address ?? "–"],
    [t("own.maker"), ({ gateway }) => gateway?.vendor ?? "–"],
    [t("own.certificate"), (way) => sayCertificate(way, t)],
    [t("own.time"), ({ exchange }) => sayDuration(t, exchange.timings.total)],
  ];
  return (
    <>
      {/* It can be wider than a narrow window, so it scrolls by itself and the keyboard must be able to get into it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css["scroll"]} tabIndex={0}>
        <table className={css["table"]}>
          <thead>
            <tr>
              <th scope="col">
                <span className="only-heard">{t("own.ways")}</span>
              </th>
              <th scope="col">{t("own.through")}</th>
              <th scope="col">{t("own.direct")}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("own.answer")}</th>
              {ways.map((way, index) => (
                // Two ways that never change places.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index}>
                  <StatusLink status={way.exchange.status}>{sayAnswer(way, t)}</StatusLink>
                </td>
              ))}
            </tr>
            {rows.map(([name, sayCell]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {ways.map((way, index) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={index}>{sayCell(way)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{t(`owner.certificates.${bypass.certificates}`)}</p>
    </>
  );
}

function sayAnswer({ exchange }: OwnerWay, t: Translator): string {
  const { outcome, status, statusText } = exchange;
  return t(`result.attempt.outcome.${outcome}`, { status: status ?? "", text: statusText }).trim();
}

function sayCertificate({ exchange }: OwnerWay, t: Translator): string {
  const leaf = exchange.tls?.chain[0];
  if (leaf === undefined) return "–";
  const date = new Intl.DateTimeFormat(t.language, { dateStyle: "medium" }).format(new Date(leaf.validTo));
  return t("own.expires", { date, issuer: leaf.issuer });
}
