import type { ComponentType } from "react";
import { selectScreen } from "../state/selectors.ts";
import type { ScreenName } from "../state/screen-name.ts";
import { useAppState } from "../state/WindowProvider.tsx";
import { AboutScreen } from "./about/AboutScreen.tsx";
import { ShortcutsScreen } from "./about/ShortcutsScreen.tsx";
import css from "./app.module.css";
import { CheckupScreen } from "./checkup/CheckupScreen.tsx";
import { ContactScreen } from "./contact/ContactScreen.tsx";
import { OwnerScreen } from "./owner/OwnerScreen.tsx";
import { BenchScreen } from "./dns/BenchScreen.tsx";
import { ChooseScreen } from "./dns/ChooseScreen.tsx";
import { DnsScreen } from "./dns/DnsScreen.tsx";
import { FixScreen } from "./dns/FixScreen.tsx";
import { HistoryScreen } from "./dns/HistoryScreen.tsx";
import { JobScreen } from "./dns/JobScreen.tsx";
import { PlanScreen } from "./dns/PlanScreen.tsx";
import { ExplainScreen } from "./explain/ExplainScreen.tsx";
import { HomeScreen } from "./home/HomeScreen.tsx";
import { PathPicture } from "./path/PathPicture.tsx";
import { RepairScreen } from "./repair/RepairScreen.tsx";
import { OpenedScreen } from "./past/OpenedScreen.tsx";
import { PastScreen } from "./past/PastScreen.tsx";
import { WrongScreen } from "./past/WrongScreen.tsx";
import { PracticeScreen } from "./practice/PracticeScreen.tsx";
import { ReportScreen } from "./report/ReportScreen.tsx";
import { SavedScreen } from "./saved/SavedScreen.tsx";
import { SettingsScreen } from "./settings/SettingsScreen.tsx";
import { TopBar } from "./TopBar.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { WatchesScreen } from "./watch/WatchesScreen.tsx";
import { VerdictScreen } from "./verdict/VerdictScreen.tsx";

/** The window: the path picture in its place, and under it the one screen that is open. */
export function App() {
  useFileDrop();
  return (
    <div className={css["window"]}>
      <header className={css["top"]}>
        <TopBar />
        <PathPicture />
      </header>
      <CurrentScreen />
    </div>
  );
}

const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  home: HomeScreen,
  practice: PracticeScreen,
  watches: WatchesScreen,
  checkup: CheckupScreen,
  dns: DnsScreen,
  "dns-choose": ChooseScreen,
  "dns-plan": PlanScreen,
  "dns-fix": FixScreen,
  "dns-job": JobScreen,
  "dns-history": HistoryScreen,
  "dns-bench": BenchScreen,
  explain: ExplainScreen,
  contact: ContactScreen,
  owner: OwnerScreen,
  repair: RepairScreen,
  report: ReportScreen,
  past: PastScreen,
  opened: OpenedScreen,
  wrong: WrongScreen,
  saved: SavedScreen,
  settings: SettingsScreen,
  shortcuts: ShortcutsScreen,
  about: AboutScreen,
  verdict: VerdictScreen,
};

function CurrentScreen() {
  const Current = SCREENS[useAppState(selectScreen)];
  return <Current />;
}
