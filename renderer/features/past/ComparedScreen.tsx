import type { CheckupLine, Compared } from "../../../shared/model/report-desk.ts";
import { Button } from "../../components/Button.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { useActions } from "../../state/WindowProvider.tsx";
import { sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import { MeaningLinks } from "../explain/Meaning.tsx";
import { Differences } from "./Differences.tsx";
import css from "./past.module.css";
import { sayVerdict, statusOf } from "./words.ts";

/** Two check-ups side by side, and what differs. */
export function ComparedScreen({ compared }: { readonly compared: Compared }) {
  const t = useText();
  const actions = useActions();
  useEscape(actions.endCompare);
  return (
    <Screen title={t("common.title.of", { screen: t("past.compare.screen") })} heading={t("past.compare.question")}>
      <SideBySide compared={compared} />
      <Differences of={compared.differences} />
      <div>
        <Button onPress={actions.endCompare}>{t("common.back")}</Button>
      </div>
    </Screen>
  );
}

/** The two verdicts, the older first. */
export function SideBySide({ compared }: { readonly compared: Compared }) {
  const t = useText();
  return (
    <>
      {compared.sameTarget ? null : <p className={css["quiet"]}>{t("past.compare.other-address")}</p>}
      <div className={css["two"]}>
        <Side line={compared.before} />
        <Side line={compared.after} />
      </div>
    </>
  );
}

function Side({ line }: { readonly line: CheckupLine }) {
  const t = useText();
  return (
    <article className={css["side"]} aria-label={`${sayDay(t, line.startedAt)}, ${line.host}`}>
      <p className={css["quiet"]}>{sayDay(t, line.startedAt)}</p>
      <p className={css["strong"]}>
        <bdi>{line.host}</bdi>
      </p>
      <p>{sayVerdict(line, t)}</p>
      <MeaningLinks code={line.code} status={statusOf(line)} />
    </article>
  );
}
