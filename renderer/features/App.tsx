import { selectScreen } from "../state/selectors.ts";
import { useAppState } from "../state/WindowProvider.tsx";
import { useText } from "../text/TextProvider.tsx";
import css from "./app.module.css";
import { CheckupScreen } from "./checkup/CheckupScreen.tsx";
import { BenchScreen } from "./dns/BenchScreen.tsx";
import { ChooseScreen } from "./dns/ChooseScreen.tsx";
import { DnsScreen } from "./dns/DnsScreen.tsx";
import { FixScreen } from "./dns/FixScreen.tsx";
import { HistoryScreen } from "./dns/HistoryScreen.tsx";
import { JobScreen } from "./dns/JobScreen.tsx";
import { PlanScreen } from "./dns/PlanScreen.tsx";
import { HomeScreen } from "./home/HomeScreen.tsx";
import { PathPicture } from "./path/PathPicture.tsx";
import { RepairScreen } from "./repair/RepairScreen.tsx";
import { PracticeScreen } from "./practice/PracticeScreen.tsx";
import { SavedScreen } from "./saved/SavedScreen.tsx";
import { VerdictScreen } from "./verdict/VerdictScreen.tsx";

/** The window: the path picture in its place, and under it the one screen that is open. */
export function App() {
  const t = useText();
  return (
    <div className={css["window"]}>
      <header className={css["top"]}>
        <p className={css["name"]}>{t("common.app.name")}</p>
        <PathPicture />
      </header>
      <CurrentScreen />
    </div>
  );
}

function CurrentScreen() {
  const screen = useAppState(selectScreen);
  switch (screen) {
    case "home":
      return <HomeScreen />;
    case "practice":
      return <PracticeScreen />;
    case "checkup":
      return <CheckupScreen />;
    case "dns":
      return <DnsScreen />;
    case "dns-choose":
      return <ChooseScreen />;
    case "dns-plan":
      return <PlanScreen />;
    case "dns-fix":
      return <FixScreen />;
    case "dns-job":
      return <JobScreen />;
    case "dns-history":
      return <HistoryScreen />;
    case "dns-bench":
      return <BenchScreen />;
    case "repair":
      return <RepairScreen />;
    case "saved":
      return <SavedScreen />;
    case "verdict":
      return <VerdictScreen />;
  }
}
