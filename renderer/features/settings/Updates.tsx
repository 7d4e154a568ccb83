import { useEffect } from "react";
import { Button } from "../../components/Button.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import type { UpdatesView } from "../../../shared/model/updates.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./settings.module.css";

/** Newer versions: the switch, whom it contacts, and what was found. */
export function Updates({ on }: { readonly on: boolean }) {
  const t = useText();
  const { changeSettings, readUpdates } = useActions();
  const view = useAppState(({ updates }) => updates.view);
  const error = useAppState(({ updates }) => updates.error);
  useEffect(() => {
    void readUpdates();
  }, [readUpdates]);
  if (view === null) return null;
  const fixed = view.way === "source" || view.way === "managed";
  return (
    <section className={css["section"]}>
      <h2>{t("updates.title")}</h2>
      {view.way === "self" ? null : <p className={css["quiet"]}>{t(`updates.way.${view.way}`, { page: view.page })}</p>}
      {fixed ? null : (
        <Toggle
          label={t("updates.on.label")}
          hint={t("updates.on.hint", { hosts: view.hosts.join(", ") })}
          isOn={on}
          onChange={(updates) => void changeSettings({ updates }).then(readUpdates)}
        />
      )}
      {fixed || !on ? null : <Found view={view} />}
      <p className={css["error"]} role="alert">
        {error === null ? "" : say(t, `error.${error}`, error)}
      </p>
    </section>
  );
}

function Found({ view }: { readonly view: UpdatesView }) {
  const t = useText();
  const { lookForUpdates, fetchUpdate, installUpdate } = useActions();
  const { state, way } = view;
  const busy = state.kind === "looking" || state.kind === "fetching";
  return (
    <>
      <p role={state.kind === "failed" ? "alert" : "status"} className={state.kind === "failed" ? css["error"] : ""}>
        {wordsOf(t, view)}
      </p>
      <div className={css["actions"]}>
        {state.kind === "found" && way === "self" ? (
          <Button onPress={() => void fetchUpdate()}>
            {t("updates.fetch", { version: state.version, size: sizeOf(state.size) })}
          </Button>
        ) : null}
        {state.kind === "ready" ? (
          <Button onPress={() => void installUpdate()}>{t("updates.install", { version: state.version })}</Button>
        ) : (
          <Button isDisabled={busy} onPress={() => void lookForUpdates()}>
            {t(state.kind === "failed" ? "updates.fetch-again" : "updates.look")}
          </Button>
        )}
      </div>
    </>
  );
}

function wordsOf(t: ReturnType<typeof useText>, { state, way, page }: UpdatesView): string {
  switch (state.kind) {
    case "failed":
      return t(`updates.failed.${state.code}`);
    case "newest":
      return t("updates.state.newest", {
        time: new Intl.DateTimeFormat(t.language, { timeStyle: "short" }).format(new Date(state.at)),
      });
    case "found":
      return t(way === "self" ? "updates.state.found" : `updates.state.found-${way}`, { ...state, page });
    default:
      return t(`updates.state.${state.kind}`, { ...state });
  }
}

/** Bytes as people read them. */
function sizeOf(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}
