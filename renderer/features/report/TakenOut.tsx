import type { PrivateItem, ReportPreview } from "../../../shared/model/report-desk.ts";
import { Button } from "../../components/Button.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./report.module.css";

/** What was taken out and what stays: item by item, each with its switch. */
export function TakenOut({ preview }: { readonly preview: ReportPreview }) {
  const t = useText();
  const out = preview.items.filter(({ mark }) => mark !== "");
  const stays = preview.items.filter(({ mark }) => mark === "");
  const places = out.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={css["unfolds"]}>
      <Unfold level={2} title={t("reports.out.title", { count: out.length, places })}>
        {out.length === 0 ? <p className={css["quiet"]}>{t("reports.out.none")}</p> : <Items items={out} />}
      </Unfold>
      {stays.length === 0 ? null : (
        <Unfold level={2} title={t("reports.out.stays", { count: stays.length })}>
          <Items items={stays} />
        </Unfold>
      )}
    </div>
  );
}

function Items({ items }: { readonly items: readonly PrivateItem[] }) {
  const t = useText();
  const actions = useActions();
  const busy = useAppState((state) => state.report.busy);
  return (
    <ul className={css["items"]}>
      {items.map((item) => (
        <li key={item.key} className={css["item"]}>
          <div>
            <code dir="ltr">
              <bdi>{item.value}</bdi>
            </code>
            <p className={css["quiet"]}>
              {say(t, `report.redacted.${item.kind}`, item.kind)}
              {item.mark === "" ? "" : ` · ${t("reports.out.as", { mark: item.mark })}`}
              {` · ${t("reports.out.places", { count: item.count })}`}
            </p>
          </div>
          <Button
            look="chip"
            isDisabled={busy}
            aria-label={t(item.mark === "" ? "reports.out.hide-this" : "reports.out.show-this", { value: item.value })}
            onPress={() => void actions.switchItem(item.key, item.mark !== "")}
          >
            {t(item.mark === "" ? "reports.out.hide" : "reports.out.show")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
