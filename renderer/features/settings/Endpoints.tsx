import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { Unfold } from "../../components/Unfold.tsx";
import type { EndpointRow, SettingsView } from "../../../shared/model/settings.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { say } from "../../text/say.ts";
import { useText } from "../../text/TextProvider.tsx";
import css from "./settings.module.css";

const KINDS = ["resolver", "connectivity", "egress", "name", "location", "vantage", "silent"] as const;

/** Every outside endpoint, by what it is asked for; each can be switched off or replaced. */
export function Endpoints({ view }: { readonly view: SettingsView }) {
  const t = useText();
  return (
    <section className={css["section"]}>
      <h2>{t("settings.endpoints.title")}</h2>
      <p className={css["quiet"]}>{t("settings.endpoints.why")}</p>
      {view.referencesFile === null ? null : (
        <p className={css["notice"]}>{t("settings.endpoints.file", { file: view.referencesFile })}</p>
      )}
      <div className={css["unfolded"]}>
        {KINDS.map((kind) => {
          const rows = view.endpoints.filter((row) => row.kind === kind);
          if (rows.length === 0) return null;
          const used = rows.filter(({ on }) => on).length;
          const title = t("settings.endpoints.counted", {
            title: t(`settings.endpoints.kind.${kind}`),
            used,
            total: rows.length,
          });
          return (
            <Unfold key={kind} level={3} title={title}>
              <p className={css["quiet"]}>{t(`settings.endpoints.about.${kind}`)}</p>
              <ul className={css["list"]}>
                {rows.map((row) => (
                  <li key={row.key} className={css["endpoint"]}>
                    <Endpoint row={row} />
                  </li>
                ))}
              </ul>
            </Unfold>
          );
        })}
      </div>
    </section>
  );
}

function Endpoint({ row }: { readonly row: EndpointRow }) {
  const t = useText();
  const { setEndpoint } = useActions();
  const failed = useAppState(({ settings }) => (settings.failed?.key === row.key ? settings.failed : null));
  const [editing, setEditing] = useState(false);
  const [text, setText] = useState(row.instead ?? "");
  const hint = [row.owner, row.instead === null ? "" : t("settings.endpoints.instead-of", { value: row.builtIn })];
  const save = async (instead: string | null): Promise<void> => {
    await setEndpoint({ key: row.key, on: row.on, instead });
  };
  return (
    <>
      <Toggle
        label={row.instead ?? row.builtIn}
        hint={hint.filter((part) => part !== "").join(" · ")}
        isOn={row.on}
        onChange={(on) => void setEndpoint({ key: row.key, on, instead: row.instead })}
      />
      {row.replaceable && !editing ? (
        <Button look="link" onPress={() => setEditing(true)} aria-label={labelOf(t("settings.endpoints.replace"), row)}>
          {t("settings.endpoints.replace")}
        </Button>
      ) : null}
      {editing ? (
        <form
          className={css["edit"]}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save(text.trim() === "" ? null : text.trim());
          }}
        >
          <Field
            kind="text"
            label={t("settings.endpoints.value", { value: row.builtIn })}
            value={text}
            onChange={setText}
            placeholder={row.builtIn}
            error={failed === null ? null : wordsOf(t, failed.code)}
            action={<Button type="submit">{t("settings.endpoints.save")}</Button>}
          />
          {row.instead === null ? null : (
            <Button
              look="link"
              onPress={() => {
                setText("");
                void save(null);
              }}
            >
              {t("settings.endpoints.restore")}
            </Button>
          )}
        </form>
      ) : null}
    </>
  );
}

/** What a button does, and to which endpoint: many look the same. */
function labelOf(word: string, { builtIn }: EndpointRow): string {
  return `${word}: ${builtIn}`;
}

function wordsOf(t: ReturnType<typeof useText>, code: string): string {
  return code === "invalid" ? t("settings.endpoints.invalid") : say(t, `error.${code}`, code);
}
