import { useRef } from "react";
import type { WatchView } from "../../../shared/model/watch.ts";
import { AddressForm } from "../../components/AddressForm.tsx";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { Section } from "../verdict/Section.tsx";
import { WatchCard } from "./WatchCard.tsx";
import { newestNews } from "./words.ts";
import css from "./watch.module.css";

/** All sites that are waited for, and a place for another. */
export function WatchesScreen() {
  const t = useText();
  const actions = useActions();
  const watches = useAppState((state) => state.watch.watches);
  useEscape(actions.leaveWatches);
  const running = (watches ?? []).filter(({ endedAt }) => endedAt === null);
  const ended = (watches ?? []).filter(({ endedAt }) => endedAt !== null);
  return (
    <Screen title={t("common.title.of", { screen: t("watching.screen") })} heading={t("watching.question")}>
      <p className={css["lead"]}>{t("watching.lead")}</p>
      <LiveLine>{newestNews(running, t)}</LiveLine>
      <AddForm />
      <Background hasWatches={running.length > 0} />
      {running.length === 0 ? (
        <p className={css["quiet"]}>{t(watches === null ? "watching.loading" : "watching.empty")}</p>
      ) : (
        <Cards title={t("watching.running")} watches={running} />
      )}
      {ended.length === 0 ? null : <Cards title={t("watching.ended")} watches={ended} />}
      <div>
        <Button onPress={actions.leaveWatches}>{t("common.back")}</Button>
      </div>
    </Screen>
  );
}

function Cards({ title, watches }: { readonly title: string; readonly watches: readonly WatchView[] }) {
  return (
    <Section title={title}>
      <ul className={css["list"]}>
        {watches.map((watch) => (
          <WatchCard key={watch.id} watch={watch} />
        ))}
      </ul>
    </Section>
  );
}

function AddForm() {
  const t = useText();
  const actions = useActions();
  const { input, keepOn, error } = useAppState((state) => state.watch);
  const field = useRef<HTMLInputElement>(null);
  return (
    <AddressForm
      className={css["form"] ?? ""}
      label={t("watching.field")}
      value={input}
      onChange={actions.typeWatch}
      placeholder={t("home.example")}
      error={error === null ? null : say(t, `error.${error}`, error)}
      inputRef={field}
      send={t("watching.add")}
      onSend={() => void actions.addWatch().then(() => field.current?.focus())}
    >
      <Toggle
        label={t("watching.keep-new")}
        hint={t("watching.keep-new-why")}
        isOn={keepOn}
        onChange={actions.setNewKeepOn}
      />
    </AddressForm>
  );
}

/** Asked once, plainly, when there is something to watch; a switch from then on. */
function Background({ hasWatches }: { readonly hasWatches: boolean }) {
  const t = useText();
  const actions = useActions();
  const background = useAppState((state) => state.watch.background);
  if (background !== "ask") {
    return (
      <Toggle
        label={t("watching.background.label")}
        hint={t("watching.background.hint")}
        isOn={background === "yes"}
        onChange={(on) => void actions.setBackground(on)}
      />
    );
  }
  if (!hasWatches) return null;
  return (
    <section className={css["ask"]} aria-label={t("watching.background.question")}>
      <p className={css["strong"]}>{t("watching.background.question")}</p>
      <p className={css["quiet"]}>{t("watching.background.why")}</p>
      <div className={css["actions"]}>
        <Button onPress={() => void actions.setBackground(true)}>{t("watching.background.yes")}</Button>
        <Button onPress={() => void actions.setBackground(false)}>{t("watching.background.no")}</Button>
      </div>
    </section>
  );
}
