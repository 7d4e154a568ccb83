import type { DnsRecovered } from "../../../shared/model/dns-job.ts";
import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { sayDay } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";

/** What the start put right after a crash: told once, until the person has read it. */
export function RecoveredNotice() {
  const t = useText();
  const actions = useActions();
  const recovered = useAppState((state) => state.dns.recovered);
  if (recovered.length === 0) return null;
  const open = recovered.filter(({ kind }) => kind === "needs-admin" || kind === "failed");
  const putBack = async (): Promise<void> => {
    await actions.showDnsHistory();
    for (const { changeId } of open) {
      // One after the other: each may ask for the password.
      // oxlint-disable-next-line no-await-in-loop
      await actions.undoDns(changeId);
    }
    actions.dismissRecovered();
  };
  return (
    <div className={css["notice"]}>
      <output>
        {recovered.map((one) => (
          <Line key={one.changeId} one={one} />
        ))}
      </output>
      <div className={css["actions"]}>
        {open.length === 0 ? null : <Button onPress={() => void putBack()}>{t("mydns.recovered.do-it")}</Button>}
        <Button onPress={actions.dismissRecovered}>{t("mydns.recovered.dismiss")}</Button>
        <Button look="link" onPress={() => void actions.showDnsHistory()}>
          {t("mydns.history")}
        </Button>
      </div>
    </div>
  );
}

function Line({ one }: { readonly one: DnsRecovered }) {
  const t = useText();
  return <span className={css["line"]}>{t(`mydns.recovered.${one.kind}`, { when: sayDay(t, one.startedAt) })}</span>;
}
