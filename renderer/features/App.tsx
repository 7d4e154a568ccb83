import { useEffect, useState } from "react";
import { selectScreen } from "../state/selectors.ts";
import { useAppState } from "../state/WindowProvider.tsx";
import css from "./app.module.css";
import { CheckupScreen } from "./checkup/CheckupScreen.tsx";
import { ContactScreen } from "./contact/ContactScreen.tsx";
import { OwnerScreen } from "./owner/OwnerScreen.tsx";
import { BenchScreen } from "./dns/BenchScreen.tsx";
import { ChooseScreen } from "./dns/ChooseScreen.tsx";
import { DnsScreen } from "./dns/DnsScreen.tsx";
import { FixScreen } from "./dns/FixScreen.tsx";
import { ChangesScreen } from "./changes/ChangesScreen.tsx";
import { HistoryScreen } from "./dns/HistoryScreen.tsx";
import { JobScreen } from "./dns/JobScreen.tsx";
import { PlanScreen } from "./dns/PlanScreen.tsx";
import { ExplainScreen } from "./explain/ExplainScreen.tsx";
import { HomeScreen } from "./home/HomeScreen.tsx";
import { PathPicture } from "./path/PathPicture.tsx";
import { loadScreens, screensHere } from "./screens.ts";
import { TopBar } from "./TopBar.tsx";
import { useFileDrop } from "./use-file-drop.ts";

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
  changes: ChangesScreen,
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
  const name = useAppState(selectScreen);
  const [screens, setScreens] = useState(screensHere);
  const Current = screens[name];
  const isMissing = Current === undefined;
  useEffect(() => {
    if (!isMissing) return;
    let left = false;
    const bring = async (): Promise<void> => {
      const all = await loadScreens();
      if (!left) setScreens(all);
    };
    void bring();
    return () => {
      left = true;
    };
  }, [isMissing]);
  // Not by the framework's own waiting, which holds a screen back for a third of a second so that nothing flickers.
  return Current === undefined ? null : <Current />;
}
