import { KNOWN_DNS_SERVERS } from "../../../shared/model/dns-settings.ts";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";
import { LinkChoice } from "./LinkChoice.tsx";
import { sayDnsError } from "./words.ts";

const KNOWN = ["cloudflare", "google", "quad9"] as const;

/** The one question: which servers? Nothing is touched by the answer. */
export function ChooseScreen() {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.dns.busy);
  const error = useAppState((state) => state.dns.error);
  const back = (): void => void actions.showDns();
  useEscape(back);
  return (
    <Screen title={t("common.title.of", { screen: t("mydns.choose.screen") })} heading={t("mydns.choose.question")}>
      <output className={`${css["lead"]} ${css["two"]}`}>
        {busy ? t("mydns.choose.looking") : t("mydns.choose.lead")}
      </output>
      <LinkChoice isDisabled={busy} />
      <ul className={css["list"]}>
        {KNOWN.map((id) => (
          <li key={id}>
            <Button look="row" isDisabled={busy} onPress={() => void actions.planDns({ id, text: "" })}>
              <span className={css["strong"]}>{t(`mydns.choose.${id}`)}</span>
              <span className={css["quiet"]}>{t(`mydns.choose.about-${id}`)}</span>
              <span className={css["raw"]} dir="ltr">
                {KNOWN_DNS_SERVERS[id].slice(0, 2).join("  ")}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Own />
      <p className={css["error"]} role="alert">
        {error === null ? "" : sayDnsError(error, t)}
      </p>
      <div>
        <Button onPress={back}>{t("common.back")}</Button>
      </div>
    </Screen>
  );
}

function Own() {
  const t = useText();
  const actions = useActions();
  const { text } = useAppState((state) => state.dns.choice);
  const planned = useAppState((state) => state.dns.planned);
  const bad = planned?.kind === "bad-servers" ? planned : null;
  return (
    <form
      className={css["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void actions.planDns({ id: "own", text });
      }}
    >
      <Field
        kind="text"
        label={`${t("mydns.choose.own")}. ${t("mydns.choose.own-hint")}`}
        value={text}
        onChange={(changed) => actions.editDnsChoice({ id: "own", text: changed })}
        placeholder={t("mydns.choose.own-example")}
        error={bad === null ? null : t(`mydns.choose.bad.${bad.code}`, { text: bad.text })}
        action={<Button type="submit">{t("mydns.choose.go")}</Button>}
      />
    </form>
  );
}
