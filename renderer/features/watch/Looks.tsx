import { lazy, Suspense } from "react";
import type { WatchLook, WatchView } from "../../../shared/model/watch.ts";
import { Unfold } from "../../components/Unfold.tsx";
import { asEntry, sayDay, sayDuration } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { sayClock } from "./words.ts";
import css from "./watch.module.css";

// The chart library is loaded with the first timeline: the window must be painted before.
const Timeline = lazy(async () => ({ default: (await import("./Timeline.tsx")).Timeline }));

/** Looks named at once; the others are folded away. */
const FIRST = 8;

/** What happened and what was seen: as a chart, and as a table that says the same. */
export function Looks({ watch }: { readonly watch: WatchView }) {
  const t = useText();
  const { looks, news, displayHost } = watch;
  if (looks.length === 0) return <p className={css["quiet"]}>{t("watching.no-looks")}</p>;
  const newest = looks.toReversed();
  return (
    <div className={css["looks"]}>
      {news.length === 0 ? null : (
        <ul className={css["news"]} aria-label={t("watching.news")}>
          {news.toReversed().map(({ kind, at }) => (
            <li key={at}>
              <span className={css["quiet"]}>{sayDay(t, at)}</span> {t(`watch.news.${kind}`)}
            </li>
          ))}
        </ul>
      )}
      {looks.length < 2 ? null : (
        <Suspense fallback={<div className={css["room"]} />}>
          <Timeline looks={looks} />
        </Suspense>
      )}
      <LooksTable looks={newest.slice(0, FIRST)} caption={t("watching.timeline", { host: displayHost })} />
      {newest.length <= FIRST ? null : (
        <Unfold level={4} title={t("watching.all-looks")}>
          <LooksTable looks={newest} caption={t("watching.timeline", { host: displayHost })} />
        </Unfold>
      )}
    </div>
  );
}

function LooksTable({ looks, caption }: { readonly looks: readonly WatchLook[]; readonly caption: string }) {
  const t = useText();
  return (
    <table className={css["table"]}>
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("watching.table.time")}</th>
          <th scope="col">{t("watching.table.seen")}</th>
          <th scope="col">{t("watching.table.status")}</th>
          <th scope="col">{t("watching.table.took")}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map(({ at, code, status, ms }) => (
          <tr key={at}>
            <td>{sayClock(t, at)}</td>
            <td className={css[code === "good" ? "fine" : "bad"]}>{asEntry(t, t(`watch.look.${code}`))}</td>
            <td>{status ?? "–"}</td>
            <td>{sayDuration(t, ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
