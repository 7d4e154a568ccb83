import { Button } from "../components/Button.tsx";
import { useActions } from "../state/WindowProvider.tsx";
import { useText } from "../text/TextProvider.tsx";
import css from "./app.module.css";

/** What every screen keeps at its top: the program's name, and the way to what is always reachable. */
export function TopBar() {
  const t = useText();
  const actions = useActions();
  return (
    <div className={css["bar"]}>
      <p className={css["name"]}>{t("common.app.name")}</p>
      <nav className={css["nav"]} aria-label={t("common.nav")}>
        <Button look="quiet" onPress={() => void actions.showWatches()}>
          {t("watching.home")}
        </Button>
        <Button look="quiet" onPress={() => void actions.showHistory()}>
          {t("common.history")}
        </Button>
        <Button look="quiet" onPress={() => void actions.showSettings()}>
          {t("settings.open")}
        </Button>
      </nav>
    </div>
  );
}
