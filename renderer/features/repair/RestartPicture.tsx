import { useEffect, useState } from "react";
import type { RestartStage, RestartState, Seen } from "../../../shared/model/restart.ts";
import { restartWords } from "../../../shared/text/restart-words.ts";
import { LiveLine } from "../../components/LiveLine.tsx";
import { StatusMark, type Mark } from "../../components/StatusMark.tsx";
import { sayWait } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./restart.module.css";

/** What is gone and what is back while modem and router restart, and what that proves. `spoken`: changes are announced. */
export function RestartPicture({ restart, spoken }: { readonly restart: RestartState; readonly spoken: boolean }) {
  const t = useText();
  const { headline, facts } = restartWords(restart, t);
  const stages = restart.watched.map((stage) => ({
    stage,
    name: t(`action.restart-network.stage.${stage}`),
    seen: restart.now[stage],
  }));
  const there = stages.filter(({ seen }) => seen === "up").map(({ name }) => name);
  const heard = there.length === 0 ? "" : t("guided.restart.heard", { names: there.join(", ") });
  return (
    <div className={css["picture"]}>
      <p className={css["lead"]}>{headline}</p>
      {spoken ? <LiveLine>{[headline, ...facts, heard].join(" ")}</LiveLine> : null}
      <ul className={css["stages"]} aria-label={t("guided.restart.stages")}>
        {stages.map(({ stage, name, seen }) => (
          <Stage key={stage} stage={stage} name={name} seen={seen} />
        ))}
      </ul>
      <GoneFor restart={restart} />
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
    </div>
  );
}

const MARKS: Readonly<Record<Seen, Mark>> = { up: "pass", down: "fail", "not-asked": "waiting" };

function Stage({ stage, name, seen }: { readonly stage: RestartStage; readonly name: string; readonly seen: Seen }) {
  const t = useText();
  return (
    <li className={css["stage"]} data-seen={seen} data-stage={stage}>
      <StatusMark mark={MARKS[seen]} word="" />
      <span>{name}</span>
      <span className="only-heard">{": "}</span>
      <span className={css["seen"]}>{t(`guided.restart.seen.${seen}`)}</span>
    </li>
  );
}

const TICK_MS = 1_000;

/** How long it is gone by now: half a minute without power is what the boxes need. */
function GoneFor({ restart }: { readonly restart: RestartState }) {
  const t = useText();
  const gap = restart.routerGap ?? restart.modemGap;
  const since = restart.phase === "gone" && gap?.toMs === null ? gap.fromMs : null;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [since]);
  if (since === null) return null;
  const seconds = Math.max(0, Math.round((now - since) / 1_000));
  return (
    <p className={css["seen"]} role="timer" aria-live="off" aria-label={t("guided.restart.gone-label")}>
      {t("guided.restart.gone-for", { time: sayWait(t, seconds) })}
    </p>
  );
}
