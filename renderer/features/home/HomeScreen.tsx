import { useEffect, useRef } from "react";
import { AddressForm } from "../../components/AddressForm.tsx";
import { Button } from "../../components/Button.tsx";
import { LiveLine } from "../../components/LiveLine.tsx";
import { Screen } from "../../components/Screen.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { selectStartError } from "../../state/selectors.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { withoutQuery } from "../../text/without-query.ts";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { RecoveredNotice } from "../dns/RecoveredNotice.tsx";
import { ChangesNotice } from "../changes/ChangesNotice.tsx";
import { ResumeNotice } from "../repair/ResumeNotice.tsx";
import { TermNote } from "../explain/TermNote.tsx";
import css from "./home.module.css";

/** The one question: which page? */
export function HomeScreen() {
  const t = useText();
  const actions = useActions();
  const privateMode = useAppState((state) => state.privateMode);
  const stopped = useAppState((state) => state.stopped);
  const input = useAppState((state) => state.input);
  useFreshOffer();
  return (
    <Screen title={t("common.app.name")} heading={t("home.question")} focusHeading={false}>
      <p className={css["lead"]}>{stopped ? t("home.stopped") : t("home.lead")}</p>
      <LiveLine>{stopped ? t("home.stopped") : ""}</LiveLine>
      <Ask />
      <RecoveredNotice />
      <ResumeNotice />
      <ChangesNotice />
      <div className={css["rest"]}>
        <div className={css["links"]}>
          <Button look="link" onPress={() => void actions.checkAnything()}>
            {t("home.nothing-loads")}
          </Button>
          <Button look="link" onPress={() => actions.showFix(input)}>
            {t("home.fix-dns")}
          </Button>
        </div>
        <Toggle
          label={t("home.private")}
          hint={t("home.private-why")}
          isOn={privateMode}
          onChange={actions.setPrivateMode}
        />
        <div className={css["seldom"]}>
          <Button look="link" onPress={() => actions.showExplain()}>
            {t("know.home")}
          </Button>
          <Button look="link" onPress={actions.showSaved}>
            {t("home.saved")}
          </Button>
          <Button look="link" onPress={() => void actions.showDns()}>
            {t("home.dns")}
          </Button>
          <Button look="link" onPress={() => void actions.showPractice()}>
            {t("home.practice")}
          </Button>
        </div>
        <TermNote ids={["dns", "resolver"]} />
      </div>
    </Screen>
  );
}

function Ask() {
  const t = useText();
  const actions = useActions();
  const input = useAppState((state) => state.input);
  const startError = useAppState(selectStartError);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    // Typed before the page came to life: in the field, but not told to anybody.
    const { value = "", defaultValue = "" } = field.current ?? {};
    if (value !== defaultValue) actions.type(value);
  }, [actions]);
  useEffect(() => {
    if (startError !== null) field.current?.focus();
  }, [startError]);
  return (
    <AddressForm
      className={css["form"] ?? ""}
      label={t("home.field")}
      value={input}
      onChange={actions.type}
      placeholder={t("home.example")}
      error={startError === null ? null : say(t, `error.${startError}`, startError)}
      inputRef={field}
      send={t("home.check")}
      onSend={() => void actions.check(input)}
    >
      <Offer />
    </AddressForm>
  );
}

/** The clipboard's address as an offer: one press checks it, and nothing is filled in by itself. */
function Offer() {
  const t = useText();
  const actions = useActions();
  const offer = useAppState((state) => state.offer);
  const input = useAppState((state) => state.input);
  const startError = useAppState(selectStartError);
  // An error is said in the same place, and comes first.
  if (offer === null || offer === input || startError !== null) return <div className={css["offer"]} />;
  return (
    <div className={css["offer"]}>
      <Button look="chip" onPress={() => void actions.check(offer)}>
        <span>{t("home.offer", { url: withoutQuery(offer) })}</span>
      </Button>
      {offer.includes("?") ? <p className={css["small"]}>{t("home.offer-query")}</p> : null}
    </div>
  );
}

/** Looks at the clipboard again whenever the person comes back to the window. */
function useFreshOffer(): void {
  const actions = useActions();
  useEffect(() => {
    const refresh = (): void => void actions.refreshOffer();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [actions]);
}
