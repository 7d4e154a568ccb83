import { Button } from "../../components/Button.tsx";
import { Pairs } from "../../components/Pairs.tsx";
import { Screen } from "../../components/Screen.tsx";
import { useEscape } from "../../components/use-escape.ts";
import { SHELL_COMMANDS } from "../../../shared/model/shell-command.ts";
import { SHORTCUTS } from "../../../shared/model/shortcuts.ts";
import type { Translator } from "../../../shared/text/translator.ts";
import { useActions, useAppState } from "../../state/WindowProvider.tsx";
import { useText } from "../../text/TextProvider.tsx";
import css from "../settings/settings.module.css";

/** Keys that the window itself listens to, beside the menu's. */
const OWN_KEYS = [
  ["next", "Tab"],
  ["previous", "Shift+Tab"],
  ["press", "Enter"],
  ["back", "Escape"],
  ["zoom-in", "CommandOrControl++"],
  ["zoom-out", "CommandOrControl+-"],
  ["zoom-reset", "CommandOrControl+0"],
  ["full-screen", "F11"],
] as const;

/** Every key that does something, with what it does. */
export function ShortcutsScreen() {
  const t = useText();
  const actions = useActions();
  const mac = useAppState((state) => state.info?.os === "macos");
  useEscape(actions.leaveSettings);
  const menu = SHELL_COMMANDS.flatMap((command) => {
    const keys = SHORTCUTS[command];
    return keys === null
      ? []
      : [[t(`shortcuts.command.${command}`), <Keys key={command} keys={keys} mac={mac} />] as const];
  });
  const own = OWN_KEYS.map(
    ([name, keys]) => [t(`shortcuts.own.${name}`), <Keys key={name} keys={keys} mac={mac} />] as const,
  );
  return (
    <Screen title={t("common.title.of", { screen: t("shortcuts.screen") })} heading={t("shortcuts.question")}>
      <div>
        <Button onPress={actions.leaveSettings}>{t("common.back")}</Button>
      </div>
      <section className={css["section"]}>
        <h2>{t("shortcuts.menu")}</h2>
        <Pairs rows={menu} />
      </section>
      <section className={css["section"]}>
        <h2>{t("shortcuts.everywhere")}</h2>
        <Pairs rows={own} />
      </section>
    </Screen>
  );
}

function Keys({ keys, mac }: { readonly keys: string; readonly mac: boolean }) {
  const t = useText();
  return (
    <span className={css["keys"]} dir="ltr">
      {keysOf(keys, mac, t).map((key) => (
        <kbd key={key} className={css["key"]}>
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** `CommandOrControl++` as the keys that are pressed, by the names that stand on them. */
function keysOf(keys: string, mac: boolean, t: Translator): readonly string[] {
  const parts = keys.endsWith("++") ? [...keys.slice(0, -2).split("+"), "+"] : keys.split("+");
  return parts.map((part) => {
    if (part === "CommandOrControl") return t(mac ? "shortcuts.key.command" : "shortcuts.key.control");
    if (part === "Shift" || part === "Enter" || part === "Escape" || part === "Tab") return t(`shortcuts.key.${part}`);
    return part;
  });
}
