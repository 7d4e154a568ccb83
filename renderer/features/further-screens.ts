import type { ComponentType } from "react";
import type { ScreenName } from "../state/screen-name.ts";
import { PracticeScreen } from "./practice/PracticeScreen.tsx";
import { WatchesScreen } from "./watch/WatchesScreen.tsx";
import { CheckupScreen } from "./checkup/CheckupScreen.tsx";
import { DnsScreen } from "./dns/DnsScreen.tsx";
import { ChooseScreen } from "./dns/ChooseScreen.tsx";
import { PlanScreen } from "./dns/PlanScreen.tsx";
import { FixScreen } from "./dns/FixScreen.tsx";
import { JobScreen } from "./dns/JobScreen.tsx";
import { HistoryScreen } from "./dns/HistoryScreen.tsx";
import { BenchScreen } from "./dns/BenchScreen.tsx";
import { ChangesScreen } from "./changes/ChangesScreen.tsx";
import { ExplainScreen } from "./explain/ExplainScreen.tsx";
import { ContactScreen } from "./contact/ContactScreen.tsx";
import { OwnerScreen } from "./owner/OwnerScreen.tsx";
import { RepairScreen } from "./repair/RepairScreen.tsx";
import { ReportScreen } from "./report/ReportScreen.tsx";
import { PastScreen } from "./past/PastScreen.tsx";
import { OpenedScreen } from "./past/OpenedScreen.tsx";
import { WrongScreen } from "./past/WrongScreen.tsx";
import { SavedScreen } from "./saved/SavedScreen.tsx";
import { SettingsScreen } from "./settings/SettingsScreen.tsx";
import { ShortcutsScreen } from "./about/ShortcutsScreen.tsx";
import { AboutScreen } from "./about/AboutScreen.tsx";
import { VerdictScreen } from "./verdict/VerdictScreen.tsx";

/** Every screen but the first. One piece: they share much, and come together once the first one is up. */
export const FURTHER_SCREENS: Readonly<Record<Exclude<ScreenName, "home">, ComponentType>> = {
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
