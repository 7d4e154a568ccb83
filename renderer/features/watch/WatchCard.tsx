import type { WatchState, WatchView } from "../../../shared/model/watch.ts";
import { Button } from "../../components/Button.tsx";
import { StatusMark } from "../../components/StatusMark.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { asEntry, sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Looks } from "./Looks.tsx";
import { sayShare, sayWhen } from "./words.ts";
import css from "./watch.module.css";

const MARKS = {
  new: "running",
  up: "pass",
  suspect: "warn",
  down: "fail",
  recovering: "warn",
  flapping: "warn",
} as const satisfies Readonly<Record<WatchState, string>>;

/** One watch: how the site is, since when, when it is looked at next, and what can be done. */
export function WatchCard({ watch }: { readonly watch: WatchView }) {
  const t = useText();
  const open = useAppState((state) => state.watch.open === watch.id);
  const { displayHost, state, url } = watch;
  return (
    <li className={css["card"]}>
      <h3 className={css["head"]}>
        <StatusMark mark={MARKS[state]} word="" />
        <span>
          <bdi>{displayHost}</bdi> <span className={css["state"]}>{t(`watch.state.${state}`)}</span>
        </span>
      </h3>
      <p className={css["url"]}>
        <bdi>{url}</bdi>
      </p>
      <Now watch={watch} />
      <Controls watch={watch} open={open} />
      {open ? <Looks watch={watch} /> : null}
    </li>
  );
}

function Now({ watch }: { readonly watch: WatchView }) {
  const t = useText();
  const { endedAt, end, held, retryAfterUntil, nextAt, elsewhere, since, total, looks } = watch;
  const last = looks.at(-1);
  const lines = [
    ...(last === undefined
      ? [t("watching.no-looks")]
      : last.code === "good"
        ? // The heading says already that it is fine.
          [t("watching.looked", { time: sayWhen(t, last.at) })]
        : [`${asEntry(t, t(`watch.look.${last.code}`))} · ${sayWhen(t, last.at)}`]),
    [t("watching.since", { time: sayDay(t, since) }), ...(total.looks === 0 ? [] : [sayShare(watch, t)])].join(" · "),
  ];
  if (endedAt !== null && end !== null) lines.push(t(`watching.end.${end}`, { time: sayDay(t, endedAt) }));
  else if (held !== null) lines.push(t("watch.paused", { why: t(`watch.near.${held.why}`) }));
  else if (retryAfterUntil !== null) lines.push(t("watching.waits", { time: sayWhen(t, retryAfterUntil) }));
  else if (elsewhere) lines.push(t("watching.elsewhere"));
  else if (nextAt !== null) lines.push(t("watching.next", { time: sayWhen(t, nextAt) }));
  return (
    <div className={css["quiet"]}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Controls({ watch, open }: { readonly watch: WatchView; readonly open: boolean }) {
  const t = useText();
  const actions = useActions();
  const { id, displayHost, endedAt, keepOn, elsewhere } = watch;
  const named = (what: string): string => t("watching.of", { what, host: displayHost });
  return (
    <>
      <div className={css["actions"]}>
        <Button
          look="link"
          aria-expanded={open}
          aria-label={named(t("watching.last"))}
          onPress={() => actions.openWatch(open ? null : id)}
        >
          {t("watching.last")}
        </Button>
        {endedAt === null && !elsewhere ? (
          <Button look="link" aria-label={named(t("watching.look"))} onPress={() => void actions.lookNow(id)}>
            {t("watching.look")}
          </Button>
        ) : null}
        {endedAt === null ? (
          <Button look="link" aria-label={named(t("watching.stop"))} onPress={() => void actions.stopWatch(id)}>
            {t("watching.stop")}
          </Button>
        ) : (
          <Button look="link" aria-label={named(t("watching.remove"))} onPress={() => void actions.removeWatch(id)}>
            {t("watching.remove")}
          </Button>
        )}
      </div>
      {endedAt === null && open ? (
        <Toggle
          label={t("watching.keep")}
          hint={t("watching.keep-why")}
          isOn={keepOn}
          onChange={(on) => void actions.keepWatching(id, on)}
        />
      ) : null}
    </>
  );
}
