import { useEffect, useRef } from "react";
import type { GuidedSession, StepRecord } from "../../../shared/model/guided.ts";
import type { ActionChoice } from "../../../shared/model/repair-action.ts";
import type { RestartState } from "../../../shared/model/restart.ts";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { useActions } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import { Facts } from "./Facts.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { Outcome } from "./Outcome.tsx";
import { RestartPicture } from "./RestartPicture.tsx";
import css from "./repair.module.css";
import { YourTurn } from "./YourTurn.tsx";

interface Props {
  readonly session: GuidedSession;
  readonly step: StepRecord;
  readonly choice: ActionChoice | null;
}

/** Where the step stands, and what to press next. What was pressed is gone then, so the focus comes here. */
export function StepNow(props: Props) {
  const room = useRef<HTMLDivElement>(null);
  const { phase } = props.step;
  const first = useRef(phase);
  useEffect(() => {
    if (first.current !== phase) room.current?.focus();
    first.current = phase;
  }, [phase]);
  return (
    <div ref={room} className={css["now"]} tabIndex={-1}>
      <Now {...props} />
    </div>
  );
}

function Now({ session, step, choice }: Props) {
  const t = useText();
  switch (step.phase) {
    case "waiting":
      return <Working words={t("guided.working.before")} />;
    case "not-here":
      return <NotHere />;
    case "offered":
      return <Offered step={step} choice={choice} />;
    case "before":
    case "after":
      return <Working words={t(`guided.working.${step.phase}`)} />;
    case "working":
      if (step.restart !== null) return <Restarting restart={step.restart} />;
      return choice?.mode === "guided" ? <LookingOn /> : <Working words={t("guided.working.working")} />;
    case "guiding":
      return <YourTurn step={step} />;
    case "judged":
    case "answered":
    case "skipped":
    case "left":
      return <Outcome session={session} step={step} />;
  }
}

function Working({ words }: { readonly words: string }) {
  return (
    <>
      <p className={css["lead"]}>{words}</p>
      <LiveLine>{words}</LiveLine>
      <div>
        <StopStep />
      </div>
    </>
  );
}

/** The person is at it; the program waits to see it happen, and takes their word for it as well. */
function LookingOn() {
  const t = useText();
  const actions = useActions();
  return (
    <>
      <Working words={t("guided.working.guided")} />
      <div>
        <Button look="main" onPress={() => void actions.stepDone(null)}>
          {t("guided.done-already")}
        </Button>
      </div>
    </>
  );
}

/** Modem and router are being restarted: the picture of it, and what the person says about it. */
function Restarting({ restart }: { readonly restart: RestartState }) {
  const t = useText();
  const actions = useActions();
  const toPull = restart.phase === "waiting-for-gap" && restart.pulledMs === null;
  return (
    <>
      <RestartPicture restart={restart} spoken />
      <div className={css["actions"]}>
        {toPull ? (
          <Button look="main" onPress={() => void actions.plugPulled()}>
            {t("guided.restart.pulled")}
          </Button>
        ) : (
          <Button onPress={() => void actions.stepDone(null)}>{t("guided.restart.look-now")}</Button>
        )}
        <StopStep />
      </div>
    </>
  );
}

function StopStep() {
  const t = useText();
  const actions = useActions();
  return (
    <Button onPress={() => void actions.stopStep()}>
      {t("guided.stop")} <kbd className={css["key"]}>{t("checkup.cancel-key")}</kbd>
    </Button>
  );
}

function NotHere() {
  const t = useText();
  const actions = useActions();
  return (
    <>
      <p>{t("guided.not-here")}</p>
      <div>
        <Button look="main" onPress={() => void actions.moveGuided("next")}>
          {t("guided.next")}
        </Button>
      </div>
    </>
  );
}

function Offered({ step, choice }: { readonly step: StepRecord; readonly choice: ActionChoice | null }) {
  const t = useText();
  const actions = useActions();
  const { kind, id } = step.plan;
  if (kind === "elsewhere" || kind === "dns") return <Elsewhere id={id} />;
  const blocked = choice?.blockedBy ?? null;
  const word = kind === "look" ? "look" : choice?.mode === "auto" ? "do-it" : "begin";
  return (
    <>
      <Facts end={step.end} />
      {blocked === null ? null : <p className={css["blocked"]}>{t("guided.blocked", { what: t.message(blocked) })}</p>}
      <div>
        <Button look="main" onPress={() => void actions.beginStep(choice?.id ?? "")}>
          {t(`guided.${word}`)}
        </Button>
      </div>
    </>
  );
}
