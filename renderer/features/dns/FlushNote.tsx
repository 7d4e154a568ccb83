import type { FlushResult } from "../../../shared/model/dns-repair.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { Button } from "../../components/Button.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "./dns.module.css";
import { sayRefusal } from "./words.ts";

/** What clearing the memory did; where only an administrator may, the offer to do it as one. */
export function FlushNote() {
  const t = useText();
  const actions = useActions();
  const flush = useAppState((state) => state.dns.flush);
  const busy = useAppState((state) => state.dns.busy);
  const words = flush === null ? "" : flush.kind === "flushed" ? sayFlush(flush.result, t) : sayRefusal(flush, t);
  const asAdmin =
    flush?.kind === "flushed" && (flush.result.outcome === "needs-admin" || flush.result.outcome === "partly");
  return (
    <>
      <output className={css["said"]}>{words}</output>
      {asAdmin ? (
        <div>
          <Button isDisabled={busy} onPress={() => void actions.flushDns(true)}>
            {t("mydns.flush-admin")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** A flush in words, with how we know. */
export function sayFlush({ outcome, proved }: FlushResult, t: Translator): string {
  const done = outcome === "flushed" || outcome === "partly";
  const proof = done ? ` ${t(proved === true ? "dns.flush.proved" : "dns.flush.not-proved")}` : "";
  return `${t(`dns.flush.${outcome}`)}${proof}`;
}
