import type { Checkup } from "../../../shared/model/checkup.ts";
import { Button } from "../../components/Button.tsx";
import type { Run } from "../../state/slices/run.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say, sayWait } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./watch.module.css";

/** For a fault of the site: nothing to mend here, but the person need not keep trying. */
export function TellMe({ run, checkup }: { readonly run: Run; readonly checkup: Checkup }) {
  const t = useText();
  const actions = useActions();
  const error = useAppState((state) => state.watch.error);
  const { verdict, repairs } = checkup.judgement;
  const { request } = run;
  if (request.kind !== "address" || !repairs.some(({ id }) => id === "watch")) return null;
  const { retryAfterSeconds } = verdict;
  const url = pageOf(checkup);
  return (
    <div className={css["tell"]}>
      <Button onPress={() => void actions.watchFrom({ url, privateMode: request.privateMode })}>
        {t("watching.tell")}
      </Button>
      <p className={css["tell-why"]}>
        {retryAfterSeconds === null
          ? t("watching.tell-why")
          : t("watching.asked-to-wait", { wait: sayWait(t, retryAfterSeconds) })}
      </p>
      <output className={css["bad"]}>{error === null ? "" : say(t, `error.${error}`, error)}</output>
    </div>
  );
}

/** The address with the scheme that answered: one that was only guessed must not be guessed again. */
export function pageOf({ observations }: Checkup): string {
  const { target, checks } = observations;
  const facts = checks.http?.facts ?? null;
  return facts !== null && facts.fellBackToHttp ? target.url.replace(/^https:/u, "http:") : target.url;
}
